// Moves codes in the codebook with Alt and the arrows or by dragging; the buttons beside each code do the same without it.
const book = document.querySelector('[data-codebook]');
let dragged = null;

const codeOf = node => node.closest?.('[data-code]');

function send(code, before, theme) {
  const form = new FormData(code.querySelector('form.moves'));
  form.set('before', before);
  if (theme !== null) form.set('theme', theme);
  const body = new URLSearchParams(form);
  return fetch('/codebook/move', { method: 'POST', body }).then(response => {
    if (response.ok) location.reload();
    else location.assign(response.url);
  });
}

book.addEventListener('keydown', event => {
  const code = codeOf(event.target);
  if (!code || event.target !== code || !event.altKey || !['ArrowUp', 'ArrowDown'].includes(event.key)) return;
  event.preventDefault();
  const button = code.querySelector(`form.moves button:nth-of-type(${event.key === 'ArrowUp' ? 1 : 2})`);
  if (!button.disabled) {
    sessionStorage.setItem('verbacode-moved', code.id);
    send(code, button.value, null);
  }
});

book.addEventListener('dragstart', event => {
  dragged = codeOf(event.target);
  event.dataTransfer.effectAllowed = 'move';
  event.dataTransfer.setData('text/plain', dragged.dataset.code);
});
book.addEventListener('dragover', event => {
  const over = codeOf(event.target) || event.target.closest('[data-theme]');
  if (!dragged || !over || over === dragged) return;
  event.preventDefault();
  book.querySelectorAll('.over').forEach(node => node.classList.remove('over'));
  over.classList.add('over');
});
book.addEventListener('dragend', () => {
  dragged = null;
  book.querySelectorAll('.over').forEach(node => node.classList.remove('over'));
});
book.addEventListener('drop', event => {
  const before = codeOf(event.target);
  const theme = event.target.closest('[data-theme]');
  if (!dragged || !theme || before === dragged) return;
  event.preventDefault();
  sessionStorage.setItem('verbacode-moved', dragged.id);
  send(dragged, before ? before.dataset.code : 'end', theme.dataset.theme);
});

// After a move the page is read again; the code that moved keeps the focus.
const moved = sessionStorage.getItem('verbacode-moved');
sessionStorage.removeItem('verbacode-moved');
if (moved) document.getElementById(moved)?.focus();

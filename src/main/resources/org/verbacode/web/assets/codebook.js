// The codebook: finds codes as one types, and moves them with Alt and the arrows or by dragging, in the list of all codes
// or in the text. Without this script the buttons beside each code move it.
import { fold } from './fold.js';

const book = document.querySelector('[data-codebook]');
const index = book.querySelector('.codebook-index');
const articleOf = id => document.getElementById(`c-${id}`);
const entries = [...index.querySelectorAll('[data-index]')];
let dragged = null;

/** The id of the code that an element belongs to. */
const idOf = node => {
  const of = node.closest?.('[data-code], [data-index]');
  return of ? of.dataset.code ?? of.dataset.index : null;
};

function send(id, before, theme, focus) {
  const form = new FormData(articleOf(id).querySelector('form.moves'));
  form.set('before', before);
  if (theme !== null) form.set('theme', theme);
  sessionStorage.setItem('verbacode-moved', focus);
  return fetch('/codebook/move', { method: 'POST', body: new URLSearchParams(form) }).then(response => {
    if (response.ok) location.reload();
    else location.assign(response.url);
  });
}

book.addEventListener('keydown', event => {
  const id = event.target.matches('[data-code], [data-index] a') ? idOf(event.target) : null;
  const form = id && articleOf(id).querySelector('form.moves');
  if (!form || !event.altKey || !['ArrowUp', 'ArrowDown'].includes(event.key)) return;
  event.preventDefault();
  const button = form.querySelector(`button:nth-of-type(${event.key === 'ArrowUp' ? 1 : 2})`);
  if (!button.disabled) send(id, button.value, null, event.target.id);
});

book.addEventListener('dragstart', event => {
  dragged = idOf(event.target);
  event.dataTransfer.effectAllowed = 'move';
  event.dataTransfer.setData('text/plain', dragged);
});
book.addEventListener('dragover', event => {
  const over = event.target.closest('[data-code], [data-index], [data-theme]');
  if (!dragged || !over || idOf(over) === dragged) return;
  event.preventDefault();
  book.querySelectorAll('.over').forEach(node => node.classList.remove('over'));
  over.classList.add('over');
});
book.addEventListener('dragend', () => {
  dragged = null;
  book.querySelectorAll('.over').forEach(node => node.classList.remove('over'));
});
book.addEventListener('drop', event => {
  const before = idOf(event.target);
  const theme = event.target.closest('[data-theme]');
  if (!dragged || !theme || before === dragged) return;
  event.preventDefault();
  send(dragged, before ?? 'end', theme.dataset.theme, index.contains(event.target) ? `i-${dragged}` : `c-${dragged}`);
});

// After a move the page is read again; the code that moved keeps the focus.
const moved = sessionStorage.getItem('verbacode-moved');
sessionStorage.removeItem('verbacode-moved');
if (moved) document.getElementById(moved)?.focus();

/** Leaves the codes that have all typed words in their name, definition or examples. */
function find(typed) {
  const words = fold(typed).split(/\s+/).filter(word => word);
  let found = 0;
  for (const entry of entries) {
    const article = articleOf(entry.dataset.index);
    const text = fold([...article.querySelectorAll('h3, .says p')].map(part => part.textContent).join(' '));
    const fits = words.every(word => text.includes(word));
    found += fits ? 1 : 0;
    entry.hidden = article.hidden = !fits;
  }
  book.querySelectorAll('[data-theme]').forEach(theme => {
    theme.hidden = !theme.querySelector('[data-index]:not([hidden]), [data-code]:not([hidden])');
  });
  const status = index.querySelector('[data-found]');
  status.textContent = words.length ? status.dataset.found.replace('{0}', found).replace('{1}', entries.length) : '';
}

const field = document.getElementById('find');
if (field) {
  field.parentElement.hidden = false;
  field.addEventListener('input', () => find(field.value));
  if (field.value) find(field.value);
}
if (window.matchMedia('(max-width: 60rem)').matches) index.open = false;

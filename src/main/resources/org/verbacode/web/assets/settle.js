// Keys of the settling page: 1 to 9 tick a disputed code, Enter settles; everything works with the mouse alone too.
const form = document.getElementById('settle');

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('textarea, input[type=text]')) return;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
  if (digit) {
    const box = form.querySelector(`[data-key="${digit[1]}"]`);
    if (box) {
      event.preventDefault();
      box.checked = !box.checked;
      box.focus();
    }
  } else if (event.key === 'Enter' && !event.target.matches('button, a, summary')) {
    event.preventDefault();
    form.requestSubmit(form.querySelector('[value=settle]'));
  }
});
form.dataset.ready = '';

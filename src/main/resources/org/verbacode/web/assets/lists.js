// Lists of answers to tick: "tick all", and how many are ticked on the buttons. Without this script the form works too.
const form = document.querySelector('[data-together]');

function count() {
  const boxes = [...form.querySelectorAll('li input[type=checkbox]')];
  const ticked = boxes.filter(box => box.checked);
  const answers = ticked.reduce((sum, box) => sum + Number(box.dataset.answers ?? 1), 0);
  form.querySelectorAll('[data-count]').forEach(button => {
    const text = answers > 1 ? button.dataset.count : answers === 1 ? button.dataset.one : button.dataset.none;
    button.textContent = text.replace('{0}', answers.toLocaleString(document.documentElement.lang));
    button.disabled = ticked.length === 0;
  });
  const all = form.querySelector('[data-all]');
  all.checked = ticked.length === boxes.length;
  all.indeterminate = ticked.length > 0 && ticked.length < boxes.length;
}

if (form) {
  form.querySelector('.all').hidden = false;
  form.querySelectorAll('[data-count]').forEach(button => { button.dataset.none = button.textContent; });
  form.addEventListener('change', event => {
    if (event.target.matches('[data-all]')) {
      form.querySelectorAll('li input[type=checkbox]').forEach(box => { box.checked = event.target.checked; });
    }
    count();
  });
  // The browser may bring back ticks of an earlier visit.
  window.addEventListener('pageshow', count);
  count();
}

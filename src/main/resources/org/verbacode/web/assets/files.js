// File fields speak the language of the page: the browser's own words on them are its own language's.
const words = document.body.dataset;

for (const field of document.querySelectorAll('input[type=file]')) {
  const button = document.createElement('span');
  button.className = 'button';
  button.textContent = words.fileChoose;
  button.setAttribute('aria-hidden', 'true');
  const name = document.createElement('span');
  name.className = 'hint';
  name.setAttribute('aria-live', 'polite');
  const show = () => { name.textContent = field.files.length ? field.files[0].name : words.fileNone; };
  field.classList.add('file-field');
  const box = document.createElement('span');
  box.className = field.classList.contains('drop') ? 'file-box drop' : 'file-box';
  field.replaceWith(box);
  box.append(field, button, name);
  field.addEventListener('change', show);
  show();
}

// Keys and focus of the review screen. The server decides and stores; this sends what the coder did, one act after
// the other, and puts the parts of the screen that come back in their places.
import { fold } from './fold.js';
import { Outbox } from './outbox.js';

const screen = document.querySelector('[data-review]');
const filter = document.getElementById('filter');
const keys = document.getElementById('keys');
let active = null;
let pointed = null;

const element = id => document.getElementById(id);
const codes = () => [...document.querySelectorAll('#codes .code')];
const visibleCodes = () => codes().filter(code => !code.parentElement.hidden);

function say(text) {
  element('notice').textContent = text;
}

const shown = () => new FormData(element('place'));

const outbox = new Outbox({
  key: 'verbacode-acts',
  headers: () => ({ 'X-Part': 'review', 'X-Palette': element('codes').dataset.palette }),
  seen: answer => shown().get('answer') === answer ? shown().get('seen') : undefined,
  received(response, text, act) {
    if (response.ok) swap(text, act.name);
    else if (response.status === 409) showAgain(text);
    else say(text);
  },
  away(gone) {
    element('offline').hidden = !gone;
    element('offline').textContent = gone ? screen.dataset.lost : '';
  },
  refused: () => say(screen.dataset.waiting),
});

function act(name, value = '') {
  enqueue(name, () => value);
}

// Acts that bring another answer.
const ONWARD = ['finish', 'none', 'doubt', 'show', 'undo', 'redo'];

function enqueue(name, valueOf) {
  outbox.add(() => {
    const value = valueOf();
    const body = new URLSearchParams(shown());
    if (value === null || (!body.get('answer') && name !== 'undo' && name !== 'redo')) return null;
    body.set('value', value);
    return { path: '/review/' + name, body };
  }, { name, onward: ONWARD.includes(name) });
}

// The answer as it is stored; what was said stays.
async function showAgain(text) {
  const fields = shown();
  fields.set('value', fields.get('answer'));
  fields.delete('seen');
  const response = await fetch('/review/show', {
    method: 'POST', body: new URLSearchParams(fields), headers: { 'X-Part': 'review', 'X-Palette': element('codes').dataset.palette },
  });
  if (response.ok) swap(await response.text(), 'show');
  say(text);
}

// What weighed and what is similar come after the answer, which waits for nothing; the answer before is forgotten. A coder
// who goes on at once does not read it: it is asked for after a short pause.
const PAUSE = 400;
let asking = new AbortController();
async function assist() {
  asking.abort();
  asking = new AbortController();
  const signal = asking.signal;
  await new Promise(resolve => setTimeout(resolve, PAUSE));
  if (signal.aborted) return;
  const fields = new URLSearchParams(shown());
  if (!fields.get('answer')) return;
  try {
    const response = await fetch('/review/assistance?' + fields, { signal });
    if (!response.ok) return;
    const parsed = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (shown().get('answer') !== fields.get('answer')) return;
    element('text').replaceChildren(...parsed.getElementById('words').childNodes);
    element('read').replaceChildren(...parsed.getElementById('reading').childNodes);
    element('similar').replaceChildren(...parsed.getElementById('near').childNodes);
  } catch (error) {
    // It was only help: the next answer asks again.
    if (error.name !== 'AbortError') console.debug(error);
  }
}

function weighs(code) {
  document.querySelectorAll('#text mark').forEach(mark => {
    mark.classList.toggle('strong', code !== null && mark.dataset.codes.split(' ').includes(code));
  });
}

function swap(text, name) {
  const before = shown().get('answer');
  const parts = new DOMParser().parseFromString(text, 'text/html').querySelectorAll('[data-part]');
  const choice = screen.querySelector('.queue-choice').open;
  const focused = document.activeElement;
  const hadFocus = focused && focused !== filter && focused.closest('[data-part]') ? focused.id : null;
  pointed = null;
  parts.forEach(part => element(part.id).replaceWith(part));
  tick();
  screen.querySelector('.queue-choice').open = choice;
  const place = element('place');
  history.replaceState(null, '', place.dataset.address);
  if (shown().get('answer') !== before) active = null;
  apply();
  assist();
  showCode();
  if (hadFocus !== null) (hadFocus && element(hadFocus) || filter).focus({ preventScroll: true });
  define();
  if (shown().get('answer') !== before && name !== 'note') {
    const answer = element('text');
    if (answer) {
      say([element('notice').textContent.trim(), ''].join(' ').trim());
      if (answer.getBoundingClientRect().top < 0) answer.scrollIntoView({ block: 'start' });
    }
  }
}

// The palette stays where it is; only its ticks follow the answer.
function tick() {
  const ticked = element('place').dataset.ticked.split(' ');
  codes().forEach(code => code.setAttribute('aria-pressed', ticked.includes(code.value)));
}

// The palette -------------------------------------------------------------------------------------------------------

function apply() {
  const words = fold(filter.value).split(/\s+/).filter(Boolean);
  codes().forEach(code => {
    const name = fold(code.dataset.name);
    code.parentElement.hidden = !words.every(word => name.includes(word));
  });
  document.querySelectorAll('#codes .theme').forEach(theme => {
    theme.hidden = !theme.querySelector('li:not([hidden])');
  });
  const exact = codes().some(code => fold(code.dataset.name).trim() === fold(filter.value).trim());
  const create = document.querySelector('#codes .create');
  create.hidden = words.length === 0 || exact;
  create.firstElementChild.textContent = screen.dataset.create.replace('{0}', filter.value.trim());
  const shown = visibleCodes();
  const still = active && shown.find(code => code.id === active);
  activate(still || (words.length ? shown[0] : null) || null);
}

function activate(code) {
  active = code ? code.id : null;
  codes().forEach(other => other.classList.toggle('active', other === code));
  if (code) {
    filter.setAttribute('aria-activedescendant', code.id);
    code.scrollIntoView({ block: 'nearest' });
  } else {
    filter.removeAttribute('aria-activedescendant');
  }
  pointed = null;
  define();
}

// The code of the palette that a button stands for, be it there, among the coder's codes or among the proposals.
function codeOf(node) {
  const button = node?.closest('#codes .code, .tick, .proposal');
  return button ? element('code-' + button.value) : null;
}

// The code whose definition helps now: the one pointed at, else in focus, else chosen by keys, else the first proposed.
function defined() {
  return pointed || codeOf(document.activeElement) || (active && element(active))
    || codeOf(document.querySelector('.proposal'));
}

function define() {
  const code = defined();
  const words = element('definition-words').dataset;
  const box = element('definition');
  box.replaceChildren();
  const add = (tag, text, parent = box) => {
    const node = document.createElement(tag);
    node.textContent = text;
    parent.append(node);
    return node;
  };
  if (!code) {
    add('p', words.hint).className = 'hint';
    return;
  }
  add('h3', code.dataset.name);
  add('p', code.dataset.definition || words.none);
  for (const part of ['include', 'exclude', 'examples']) {
    if (code.dataset[part]) {
      const line = add('p', '');
      add('b', words[part] + ' ', line);
      line.append(code.dataset[part]);
    }
  }
}

function step(by) {
  const shown = visibleCodes();
  if (!shown.length) return;
  const here = shown.findIndex(code => code.id === active);
  activate(shown[here < 0 ? (by > 0 ? 0 : shown.length - 1) : (here + by + shown.length) % shown.length]);
}

function take(code) {
  filter.value = '';
  act('toggle', code.value);
  activate(null);
  apply();
}

function enter(doubt) {
  if (!filter.value.trim()) {
    act(doubt ? 'doubt' : 'finish');
    return;
  }
  const code = codes().find(one => one.id === active);
  if (code) take(code);
  else create();
}

function create() {
  const name = filter.value.trim();
  filter.value = '';
  act('create', name);
}

// Keys ----------------------------------------------------------------------------------------------------------------

function move(way) {
  const button = document.querySelector(`[data-move=${way}]`);
  if (button && !button.disabled) act('show', button.value);
}

document.addEventListener('keydown', event => {
  const at = event.target;
  const typing = at.matches('textarea, select, input') && at !== filter;
  if (keys.open) return;
  if (event.key === 'F1') return stop(event, () => keys.showModal());
  if (event.key === 'F2') return stop(event, () => element('note')?.focus());
  if (event.key === 'Escape') {
    return stop(event, () => { filter.value = ''; activate(null); apply(); filter.focus({ preventScroll: true }); });
  }
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !typing && !filter.value) {
    if (event.key.toLowerCase() === 'z' && !event.shiftKey) return stop(event, () => act('undo'));
    if (event.key.toLowerCase() === 'y' || (event.key.toLowerCase() === 'z' && event.shiftKey)) {
      return stop(event, () => act('redo'));
    }
  }
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const onControl = at.matches('button, a, summary') && at.matches(':focus-visible');
  if (event.key === 'Enter' && !onControl) return stop(event, () => event.repeat || enter(event.shiftKey));
  if (event.key === ' ' && !filter.value && !onControl) {
    return stop(event, () => { const code = codes().find(one => one.id === active); if (code) act('toggle', code.value); });
  }
  // Physical keys: on a French keyboard digits need Shift, and coding must not.
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code);
  if (digit) {
    return stop(event, () => {
      if (event.repeat) return;
      if (digit[1] === '0') { act('none'); return; }
      const key = digit[1];
      enqueue('toggle', () => document.querySelector(`[data-key="${key}"]`)?.value ?? null);
    });
  }
  if (event.key === 'ArrowDown') return stop(event, () => step(1));
  if (event.key === 'ArrowUp') return stop(event, () => step(-1));
  if (!filter.value && event.key === 'ArrowRight') return stop(event, () => move('next'));
  if (!filter.value && event.key === 'ArrowLeft') return stop(event, () => move('previous'));
  if (event.key === '/') return stop(event, () => { openQueue(); element('search').focus(); });
  if (event.key === '?') return stop(event, () => keys.showModal());
  if (at !== filter && event.key.length === 1 && /[\p{L}'’-]/u.test(event.key)) filter.focus({ preventScroll: true });
});

function stop(event, then) {
  event.preventDefault();
  then();
}

// In a long list of codes, the one whose answers are coded is in view.
function showCode() {
  const code = screen.querySelector('.by-code [aria-current]');
  const list = code?.closest('ul');
  if (list) list.scrollTop = code.offsetTop - list.clientHeight / 2;
}

function openQueue() {
  screen.querySelector('.queue-choice').open = true;
}

filter.addEventListener('input', () => { active = null; apply(); });

document.addEventListener('click', event => {
  const button = event.target.closest('button');
  if (!button) return;
  if (button.matches('[data-keys]')) keys.showModal();
  if (button.matches('[data-create-code]')) create();
  if (button.dataset.act) {
    event.preventDefault();
    act(button.dataset.act, button.value);
  }
});

document.addEventListener('focusin', event => {
  if (event.target.matches('#codes .code')) {
    activate(event.target);
  } else if (event.target !== filter) {
    active = null;
    apply();
  }
  weighs(event.target.dataset.weighed ?? null);
});
document.addEventListener('mouseover', event => {
  // On the way from one code to another, or to the definition to read it, the definition stays.
  const code = codeOf(event.target) || (event.target.closest('.palette, .model, .ticked') ? pointed : null);
  if (code !== pointed) {
    pointed = code;
    define();
  }
  weighs(event.target.closest('[data-weighed]')?.dataset.weighed ?? null);
});

document.addEventListener('submit', event => {
  if (event.target.matches('.note')) {
    event.preventDefault();
    act('note', element('note').value);
  }
});
// A note is kept when the coder leaves it, without a click.
document.addEventListener('change', event => {
  if (event.target.id === 'note') act('note', event.target.value);
  if (event.target.matches('.filters select')) event.target.form.requestSubmit();
});

document.addEventListener('toggle', async event => {
  const details = event.target;
  if (!details.matches('[data-attributes]') || !details.open) return;
  const body = new URLSearchParams(shown());
  const response = await fetch('/review/attributes', { method: 'POST', body, headers: { 'X-Part': 'attributes' } });
  const parsed = new DOMParser().parseFromString(await response.text(), 'text/html');
  details.querySelector('.attributes').replaceChildren(...parsed.body.childNodes);
}, true);

// On a narrow screen the answer comes first: the queue opens when asked for.
if (window.matchMedia('(max-width: 60rem)').matches) screen.querySelector('.queue-choice').open = false;
apply();
outbox.resume();
assist();
showCode();
screen.dataset.ready = '';

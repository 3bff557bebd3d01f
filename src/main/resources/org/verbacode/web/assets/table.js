// The table of answers and codes. All rows are in memory; only those in the window are elements. The server stores each
// change and returns the row, which is what is shown.
import { fold } from './fold.js';
import { Outbox } from './outbox.js';

const grid = document.getElementById('grid');
const head = grid.querySelector('.grid-head');
const body = grid.querySelector('.grid-body');
const form = document.getElementById('table-filters');
const keys = document.getElementById('keys');
const notice = document.getElementById('notice');
const say = grid.dataset;
const lang = document.documentElement.lang;
const headers = [...head.querySelectorAll('[data-sort]')];
const codeIds = headers.filter(one => one.dataset.code).map(one => one.dataset.code);
const codeNames = headers.filter(one => one.dataset.code).map(one => one.textContent);
const FIRST_CODE = 3;
const COLUMNS = FIRST_CODE + codeIds.length;
const OVERSCAN = 8;
const [ID, TEXT, WAVE, CELLS, STATUS, OTHERS, STATE] = [0, 1, 2, 3, 4, 5, 6];
const STATUSES = Object.fromEntries([...form.status.options].map(one => [one.value, one.textContent]));

let rows = [];
let view = [];
let sort = { key: '', code: -1, down: false };
let rowHeight = 36;
let active = { row: 0, column: 0 };
let attributes = null;
let suggested = null;
const open = new Map(); // answer id → height of an unfolded row
const elements = new Map(); // place in the view → element
const byId = new Map();

const readonly = () => form.coder.value !== '';

function tell(text) {
  notice.textContent = text;
}

// Requests ------------------------------------------------------------------------------------------------------------

const here = () => ({ study: form.dataset.study, question: form.dataset.question, as: form.dataset.as });

async function request(path, fields, method = 'POST') {
  const values = new URLSearchParams(here());
  for (const [name, value] of fields) values.append(name, value);
  const response = await fetch(method === 'GET' ? path + '?' + values : path,
    { method, body: method === 'GET' ? undefined : values, headers: { 'X-Part': 'table' } });
  if (!response.ok) throw new Refusal(await response.text());
  return response.json();
}

class Refusal extends Error {}

const outbox = new Outbox({
  key: 'verbacode-table-acts',
  headers: () => ({ 'X-Part': 'table' }),
  seen: answer => rows[byId.get(answer)]?.[STATE],
  async received(response, text, act) {
    if (response.ok) {
      const answer = JSON.parse(text);
      answer.rows.forEach(put);
      if (act.then) act.then(answer, act.again);
      else tell(say.stored);
    } else {
      if (response.status === 409) await load();
      tell(text);
    }
    act.settled?.();
    elements.forEach((element, place) => fill(element, place));
  },
  away(gone) {
    document.getElementById('offline').hidden = !gone;
    document.getElementById('offline').textContent = gone ? say.lost : '';
  },
  refused: act => act.settled?.(),
});

// One act after the other, in the order of the keys; what is refused is said and leaves the row as it was.
function act(path, fields, about = {}) {
  const row = rows[byId.get(fields.answer)];
  outbox.add(() => ({ path, body: new URLSearchParams({ ...here(), ...fields, ...(row && { seen: row[STATE] }) }) }), about);
}

function put(stored) {
  const place = byId.get(stored[ID]);
  if (place !== undefined) Object.assign(rows[place], stored);
}

async function load() {
  grid.setAttribute('aria-busy', 'true');
  try {
    const coder = form.coder.value;
    const answer = await request('/table/rows', [['coder', coder]], 'GET');
    rows = answer.rows;
    byId.clear();
    rows.forEach((row, place) => {
      row.folded = fold(row[TEXT]);
      byId.set(row[ID], place);
    });
    if (form.coder.options.length === 1) {
      answer.coders.forEach(([name, label]) => form.coder.add(new Option(label, name)));
    }
    grid.setAttribute('aria-readonly', String(readonly()));
    tell(readonly() ? say.readonly : '');
  } catch (error) {
    tell(error instanceof Refusal ? error.message : say.lost);
  }
  choose();
  grid.setAttribute('aria-busy', 'false');
  grid.dataset.ready = '';
}

// Filters and order ---------------------------------------------------------------------------------------------------

function choose() {
  const words = fold(form.words.value).split(/\s+/).filter(Boolean);
  const code = codeIds.indexOf(form.code.value);
  const status = form.status.value;
  const attribute = form.attribute.value ? JSON.parse(form.attribute.value) : null;
  form.state.disabled = code < 0;
  view = rows.filter(row => words.every(word => row.folded.includes(word))
    && (!form.wave.value || row[WAVE] === form.wave.value)
    && (!status || (status === 'others' ? row[OTHERS] > 0 && row[STATUS] !== 'finished' && row[STATUS] !== 'doubt'
      : status === 'finished' ? row[STATUS] === 'finished' || row[STATUS] === 'doubt' : row[STATUS] === status))
    && (code < 0 || row[CELLS][code] === form.state.value)
    && (!attribute || attributes?.[row[ID]]?.[attribute[0]] === attribute[1]));
  order();
  document.getElementById('count').textContent = say.count
    .replace('{0}', view.length.toLocaleString(lang)).replace('{1}', rows.length.toLocaleString(lang));
  grid.setAttribute('aria-rowcount', view.length + 2);
  elements.forEach(element => element.remove());
  elements.clear();
  active.row = Math.min(active.row, Math.max(0, view.length - 1));
  draw();
  markActive(false);
}

function order() {
  const rank = { 1: 0, '.': 1, '?': 2, 0: 3 };
  const status = Object.keys(STATUSES);
  const text = new Intl.Collator('fr', { numeric: true });
  const by = {
    text: (a, b) => text.compare(a[TEXT], b[TEXT]),
    wave: (a, b) => text.compare(a[WAVE], b[WAVE]),
    status: (a, b) => status.indexOf(a[STATUS]) - status.indexOf(b[STATUS]),
    code: (a, b) => rank[a[CELLS][sort.code]] - rank[b[CELLS][sort.code]],
  }[sort.key];
  if (by) view.sort((a, b) => (sort.down ? -by(a, b) : by(a, b)) || byId.get(a[ID]) - byId.get(b[ID]));
  headers.forEach(one => {
    const sorted = one.dataset.sort === sort.key && (sort.key !== 'code' || one.dataset.code === codeIds[sort.code]);
    if (sorted) one.setAttribute('aria-sort', sort.down ? 'descending' : 'ascending');
    else one.removeAttribute('aria-sort');
  });
}

// Up, then down, then the order of the file.
function sortBy(header) {
  const next = { key: header.dataset.sort, code: codeIds.indexOf(header.dataset.code), down: false };
  const same = next.key === sort.key && next.code === sort.code;
  sort = same && sort.down ? { key: '', code: -1, down: false } : { ...next, down: same };
  choose();
}

// The window ----------------------------------------------------------------------------------------------------------

// Unfolded rows are higher; there are few.
function unfolded() {
  const found = [];
  if (open.size) view.forEach((row, place) => { if (open.has(row[ID])) found.push([place, open.get(row[ID]) - rowHeight]); });
  return found;
}

const top = (place, folds) => folds.reduce((sum, [at, more]) => at < place ? sum + more : sum, place * rowHeight);

function draw() {
  const folds = unfolded();
  body.style.height = top(view.length, folds) + 'px';
  const extra = folds.reduce((sum, [, more]) => sum + more, 0);
  const from = Math.max(0, Math.floor((grid.scrollTop - extra) / rowHeight) - OVERSCAN);
  const to = Math.min(view.length, Math.ceil((grid.scrollTop + grid.clientHeight) / rowHeight) + OVERSCAN);
  const spare = [];
  elements.forEach((element, place) => {
    if ((place < from || place >= to) && !element.contains(document.activeElement)) {
      elements.delete(place);
      spare.push(element);
    }
  });
  for (let place = from; place < to; place++) {
    let element = elements.get(place);
    if (!element) {
      element = spare.pop() ?? make();
      elements.set(place, element);
      fill(element, place);
      if (!element.isConnected) body.append(element);
    }
    element.style.transform = `translateY(${top(place, folds)}px)`;
  }
  spare.forEach(element => element.remove());
  if (suggested) askSuggestions();
}

function make() {
  const element = document.createElement('div');
  element.className = 'grid-row';
  element.setAttribute('role', 'row');
  for (let column = 0; column < COLUMNS; column++) {
    const cell = document.createElement('div');
    cell.setAttribute('role', column === 0 ? 'rowheader' : 'gridcell');
    cell.setAttribute('aria-colindex', column + 1);
    cell.tabIndex = -1;
    if (column === 0) {
      cell.className = 'text';
      cell.lang = 'fr';
    } else if (column >= FIRST_CODE) {
      cell.className = 'cell';
    }
    element.append(cell);
  }
  return element;
}

const GLYPHS = { 1: '✓', 0: '–', '.': '', '?': '?' };

function fill(element, place) {
  const row = view[place];
  if (!row) return;
  const [text, status, wave] = element.children;
  if (element.row !== row || element.unfolded !== open.has(row[ID])) {
    element.row = row;
    element.unfolded = open.has(row[ID]);
    text.replaceChildren(document.createTextNode(row[TEXT]));
    element.classList.toggle('unfolded', element.unfolded);
    if (element.unfolded) text.append(more(row));
    wave.textContent = row[WAVE];
  }
  element.setAttribute('aria-rowindex', place + 3);
  status.textContent = STATUSES[row[STATUS]];
  status.className = 'status ' + row[STATUS];
  const words = { 1: say.applies, 0: say.not, '.': say.unseen, '?': say.blind };
  const proposals = suggested?.get(row[ID]);
  for (let code = 0; code < codeIds.length; code++) {
    const sign = wanted(row, code);
    const waiting = row.wanted?.[code] !== undefined;
    const proposed = proposals?.includes(codeIds[code]) ?? false;
    const cell = element.children[FIRST_CODE + code];
    const shown = sign + proposed + waiting;
    if (cell.shown === shown) continue;
    cell.shown = shown;
    cell.textContent = GLYPHS[sign];
    cell.className = 'cell' + (sign === '1' ? ' applies' : '') + (proposed ? ' proposed' : '')
      + (waiting ? ' waiting' : '');
    cell.setAttribute('aria-label', codeNames[code] + ' – ' + words[sign] + (proposed ? ', ' + say.proposed : ''));
  }
  for (let column = 0; column < COLUMNS; column++) {
    element.children[column].tabIndex = place === active.row && column === active.column ? 0 : -1;
  }
}

function more(row) {
  const line = document.createElement('span');
  line.className = 'more';
  const link = document.createElement('a');
  link.href = say.review + '&answer=' + row[ID];
  link.textContent = say.open;
  link.lang = lang;
  line.append(link);
  for (const [name, value] of Object.entries(attributes?.[row[ID]] ?? {})) line.append(` ${name} : ${value}`);
  return line;
}

function unfold(place) {
  const row = view[place];
  if (open.has(row[ID])) {
    open.delete(row[ID]);
  } else {
    open.set(row[ID], rowHeight);
  }
  const element = elements.get(place);
  fill(element, place);
  if (open.has(row[ID])) open.set(row[ID], element.offsetHeight);
  draw();
  element.firstChild.focus({ preventScroll: true });
}

// Cells ---------------------------------------------------------------------------------------------------------------

const element = () => active.row < 0 ? headers[active.column] : elements.get(active.row)?.children[active.column];

function markActive(focus) {
  grid.querySelectorAll('[tabindex="0"]').forEach(one => { one.tabIndex = -1; });
  if (active.row >= 0 && view.length && !elements.has(active.row)) draw();
  const cell = element() ?? headers[0];
  cell.tabIndex = 0;
  head.querySelectorAll('.here').forEach(one => one.classList.remove('here'));
  headers[active.column]?.classList.add('here');
  if (focus) cell.focus({ preventScroll: true });
}

function go(row, column) {
  active = {
    row: Math.max(-1, Math.min(view.length - 1, row)),
    column: Math.max(0, Math.min(COLUMNS - 1, column)),
  };
  if (active.row >= 0) show(active.row);
  draw();
  markActive(true);
  // The sticky heading and first column are left free by the grid's scroll padding.
  element()?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function show(place) {
  const y = top(place, unfolded());
  const room = grid.clientHeight - head.offsetHeight;
  if (y < grid.scrollTop) grid.scrollTop = y;
  else if (y + rowHeight > grid.scrollTop + room) grid.scrollTop = y + rowHeight - room;
}

function toggle(place, column) {
  const row = view[place];
  if (!row) return;
  if (readonly()) return tell(say.readonly);
  if (column === 1) {
    const finished = row[STATUS] === 'finished' || row[STATUS] === 'doubt';
    return finish(place, finished ? 'reopened' : 'ticked');
  }
  const code = column - FIRST_CODE;
  if (code < 0) return;
  const applies = wanted(row, code) !== '1';
  // What was wanted last stands, paler, until it is stored; then the row shows what is stored.
  const now = { sign: applies ? '1' : '0' };
  row.wanted = { ...row.wanted, [code]: now };
  fill(elements.get(place), place);
  act('/table/decide', { answer: row[ID], code: codeIds[code], applies },
    { settled: () => { if (row.wanted?.[code] === now) delete row.wanted[code]; } });
}

const wanted = (row, code) => row.wanted?.[code]?.sign ?? row[CELLS][code];

function finish(place, ending) {
  const row = view[place];
  if (!row) return;
  if (readonly()) return tell(say.readonly);
  act('/table/finish', { answer: row[ID], ending });
}

function restore(what) {
  act('/table/' + what, {}, {
    then(answer, again) {
      // Done the first time, when its answer was lost: which rows it was about is not said twice.
      if (again && !answer.rows.length) load();
      tell(again || answer.rows.length ? say.undone : say.nothing);
      const place = view.findIndex(row => row[ID] === answer.rows[0]?.[ID]);
      if (place >= 0) go(place, active.column);
    },
  });
}

grid.addEventListener('keydown', event => {
  const cell = event.target.closest('[role=gridcell], [role=rowheader], [role=columnheader]');
  if (!cell || event.target.matches('a')) return;
  const { row, column } = active;
  const page = Math.max(1, Math.floor((grid.clientHeight - head.offsetHeight) / rowHeight) - 1);
  const ctrl = event.ctrlKey || event.metaKey;
  if (ctrl && event.key.toLowerCase() === 'z') return stop(event, () => restore(event.shiftKey ? 'redo' : 'undo'));
  if (ctrl && event.key.toLowerCase() === 'y') return stop(event, () => restore('redo'));
  const moves = {
    ArrowDown: [row + 1, column], ArrowUp: [row - 1, column], ArrowRight: [row, column + 1], ArrowLeft: [row, column - 1],
    Home: [ctrl ? 0 : row, 0], End: [ctrl ? view.length - 1 : row, COLUMNS - 1],
    PageDown: [Math.max(0, row) + page, column], PageUp: [Math.max(0, row - page), column],
  };
  if (moves[event.key] && !event.altKey) return stop(event, () => go(...moves[event.key]));
  if (event.key === '?' || event.key === 'F1') return stop(event, () => keys.showModal());
  if (ctrl || event.altKey || event.repeat) return;
  if (row < 0) {
    if (event.key === 'Enter' || event.key === ' ') stop(event, () => { sortBy(headers[column]); active.row = -1; markActive(true); });
    return;
  }
  if (event.key === 'Enter' && column === 0) return stop(event, () => unfold(row));
  if (event.key === 'Enter') {
    return stop(event, () => { finish(row, event.shiftKey ? 'doubt' : 'ticked'); if (row < view.length - 1) go(row + 1, column); });
  }
  if (event.key === ' ' && column === 0) return stop(event, () => unfold(row));
  if (event.key === ' ' || event.key.toLowerCase() === 'x') return stop(event, () => toggle(row, column));
  // The physical key: on a French keyboard digits need Shift.
  if (/^(?:Digit|Numpad)0$/.test(event.code)) return stop(event, () => finish(row, 'none'));
});

function stop(event, then) {
  event.preventDefault();
  then();
}

grid.addEventListener('focusin', event => {
  const header = headers.indexOf(event.target);
  const place = [...elements].find(([, one]) => one === event.target.parentElement)?.[0];
  const column = header >= 0 ? header : [...event.target.parentElement.children].indexOf(event.target);
  if ((header < 0 && place === undefined) || (active.column === column && active.row === (place ?? -1))) return;
  active = { row: place ?? -1, column };
  markActive(false);
});

grid.addEventListener('click', event => {
  const header = event.target.closest('[data-sort]');
  if (header) {
    active = { row: -1, column: headers.indexOf(header) };
    sortBy(header);
    active.row = -1;
    return markActive(true);
  }
  const cell = event.target.closest('[role=gridcell], [role=rowheader]');
  if (!cell || event.target.matches('a')) return;
  const place = [...elements].find(([, one]) => one === cell.parentElement)[0];
  const column = [...cell.parentElement.children].indexOf(cell);
  active = { row: place, column };
  markActive(true);
  if (column === 0) unfold(place);
  else toggle(place, column);
});

let drawing = false;
grid.addEventListener('scroll', () => {
  if (drawing) return;
  drawing = true;
  requestAnimationFrame(() => { drawing = false; draw(); });
}, { passive: true });
window.addEventListener('resize', () => { measure(); choose(); });

// What is shown on request --------------------------------------------------------------------------------------------

let asking = 0;
function askSuggestions() {
  clearTimeout(asking);
  asking = setTimeout(async () => {
    const missing = [...elements.keys()].map(place => view[place]?.[ID]).filter(id => id && !suggested.has(id));
    if (!missing.length) return;
    try {
      const answer = await request('/table/suggestions', missing.map(id => ['answer', id]));
      missing.forEach(id => suggested?.set(id, answer[id] ?? []));
      elements.forEach((one, place) => fill(one, place));
    } catch (error) {
      tell(error instanceof Refusal ? error.message : say.lost);
    }
  }, 150);
}

async function askAttributes(button) {
  try {
    attributes = await request('/table/attributes', []);
    const values = new Map();
    Object.values(attributes).forEach(one => Object.entries(one).forEach(([name, value]) => {
      if (!values.has(name)) values.set(name, new Set());
      values.get(name).add(value);
    }));
    const collator = new Intl.Collator('fr', { numeric: true });
    values.forEach((those, name) => {
      const group = document.createElement('optgroup');
      group.label = name;
      [...those].sort(collator.compare).forEach(value => group.append(new Option(value, JSON.stringify([name, value]))));
      form.attribute.append(group);
    });
    form.attribute.disabled = false;
    button.hidden = true;
    tell(say.attributes);
    form.attribute.focus();
  } catch (error) {
    tell(error instanceof Refusal ? error.message : say.lost);
  }
}

form.addEventListener('click', event => {
  const button = event.target.closest('[data-show]');
  if (!button) return;
  if (button.dataset.show === 'keys') keys.showModal();
  if (button.dataset.show === 'attributes') askAttributes(button);
  if (button.dataset.show === 'suggestions') {
    suggested = suggested ? null : new Map();
    button.setAttribute('aria-pressed', String(suggested !== null));
    elements.forEach((one, place) => fill(one, place));
    draw();
  }
});
form.addEventListener('submit', event => event.preventDefault());
form.addEventListener('reset', () => setTimeout(() => { sort = { key: '', code: -1, down: false }; load(); }));
form.addEventListener('input', event => { if (event.target !== form.coder) choose(); });
form.coder.addEventListener('change', load);

function measure() {
  grid.style.setProperty('--codes', codeIds.length);
  const probe = make();
  probe.firstChild.textContent = 'x';
  body.append(probe);
  rowHeight = probe.offsetHeight;
  grid.style.setProperty('--head', head.offsetHeight + 'px');
  probe.remove();
}

head.querySelectorAll('[data-span]').forEach(theme => { theme.style.gridColumnEnd = 'span ' + theme.dataset.span; });
headers.forEach((one, column) => one.setAttribute('aria-colindex', column + 1));
// On a narrow screen the table comes first.
if (window.matchMedia('(max-width: 46rem)').matches) document.querySelector('.table-choice').open = false;
measure();
load().then(() => outbox.resume());

// What the parts of the carrier's page share: words, elements, and the way to the service's doors. The token stays in this page's
// memory: no cookie, no storage.
export const vi = document.documentElement.lang === 'vi';
export const say = (vietnamese, english) => (vi ? vietnamese : english);
export const at = (id) => document.getElementById(id);
let token = null;
// one for each thing that is sent, however often it is sent: a repeat after a lost answer counts once
let key = null;

export function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

export function option(value, text) {
  const made = element('option', text);
  made.value = value;
  return made;
}

export function button(text, act) {
  const made = element('button', text, 'second');
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

export function tell(text, wrong) {
  at('message').replaceChildren(element('p', text, wrong ? 'wrong' : 'next'));
}

export function quiet() {
  at('message').replaceChildren();
  document.querySelectorAll('[data-error]').forEach((each) => each.remove());
  document.querySelectorAll('[aria-invalid]').forEach((each) => {
    each.removeAttribute('aria-invalid');
    each.removeAttribute('aria-describedby');
  });
}

export function show(id) {
  for (const each of ['login', 'requests', 'request']) at(each).hidden = each !== id;
}

export const number = (value) => new Intl.NumberFormat(vi ? 'vi-VN' : 'en-GB').format(value);
export const time = (instant) =>
  new Intl.DateTimeFormat(vi ? 'vi-VN' : 'en-GB', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' }).format(
    new Date(instant));

function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail || problem.title);
    this.status = status;
    this.problem = problem;
  }
}

export async function ask(method, path, body) {
  const headers = { 'Accept-Language': vi ? 'vi' : 'en' };
  if (token) headers.Authorization = 'Bearer ' + token;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (method === 'POST' && token) headers['Idempotency-Key'] = key = key || newKey();
  let answer;
  try {
    answer = await fetch(path, {
      method, headers, body: body === undefined ? undefined : JSON.stringify(body), signal: AbortSignal.timeout(60000),
    });
  } catch (lost) {
    throw new Refused(0, { title: say('Không có kết nối. Bấm lại một lần nữa: việc gửi hai lần chỉ tính một.',
      'No connection. Press again: what is sent twice counts once.') });
  }
  const told = await answer.json().catch(() => ({}));
  // an answer that says try again is about the same thing still
  if (![429, 503].includes(answer.status)) key = null;
  if (answer.ok) return told;
  if (answer.status === 401 && token) {
    token = null;
    show('login');
  }
  throw new Refused(answer.status, told);
}

export async function all(path) {
  const items = [];
  let after = '';
  do {
    const page = await ask('GET', path + '?limit=500' + after);
    items.push(...page.items);
    after = page.next ? '&after=' + encodeURIComponent(page.next) : '';
  } while (after);
  return items;
}

/** Runs what a button does, once at a time, and tells what was wrong. */
export async function run(work) {
  if (document.body.dataset.busy) return;
  document.body.dataset.busy = 'yes';
  quiet();
  try {
    await work();
  } catch (failure) {
    if (!(failure instanceof Refused)) throw failure;
    const problem = failure.problem;
    const fields = problem.errors || [];
    tell(fields.length ? say('Chưa nhận được. Sửa các ô được đánh dấu rồi gửi lại.', 'Not taken. Mend the marked fields and send it again.')
      : [problem.detail || problem.title, problem.mend].filter(Boolean).join(' ') || say('Không làm được.', 'It failed.'), true);
    fields.forEach(mark);
    const first = document.querySelector('[aria-invalid]');
    (first || at('message')).scrollIntoView({ block: 'center' });
    if (first) first.focus();
  } finally {
    delete document.body.dataset.busy;
  }
}

/** At the field that the pointer names, or the nearest that holds it. */
function mark(error, index) {
  let pointer = error.pointer;
  let field = null;
  while (pointer && !(field = document.querySelector('[data-pointer="' + CSS.escape(pointer) + '"]')))
    pointer = pointer.slice(0, pointer.lastIndexOf('/'));
  const words = element('p', error.detail || error.code, 'wrong');
  words.dataset.error = 'yes';
  words.id = 'error-' + index;
  if (!field) {
    at('message').append(words);
    return;
  }
  field.setAttribute('aria-invalid', 'true');
  field.setAttribute('aria-describedby', words.id);
  if (field.tagName === 'FIELDSET') field.append(words);
  else field.after(words);
}

export async function logIn(login, password) {
  token = (await ask('POST', '/v1/sessions', { login, password })).token;
}

/** What is sent next is another thing than before. */
export function anew() {
  key = null;
}

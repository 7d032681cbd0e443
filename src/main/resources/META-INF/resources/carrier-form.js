// The form of one offer: filled, changed, and read as what the service's door takes.
import { at, button, element, number, option, quiet, say } from './carrier-page.js';

export const GIGABYTE = 1e9;
const CUSTOM = 'custom';
const MOST_TIERS = 20;

let packages = [];
let tiersMade = 0;
/** The offer that is revised; null where a new one is made. */
export let revising = null;

/** @param own the carrier's packages that last a month */
export function offering(rfq, own) {
  packages = own;
  at('lot').replaceChildren(...rfq.lots.map((lot) => option(lot.name, lot.name)));
  at('package').replaceChildren(
    ...packages.map((each) => option(each.id, each.code + ' · ' + number(each.priceVnd) + say(' đ', ' VND'))),
    option(CUSTOM, say('Gói làm riêng cho yêu cầu này', 'A package made for this request')));
  blank();
}

export function tier(from, price) {
  const index = tiersMade++;
  const row = element('div', undefined, 'tier');
  for (const [field, words, value] of [
    ['fromLines', say('Từ (thuê bao)', 'From (lines)'), from],
    ['priceVnd', say('Giá, đồng', 'Price, VND'), price],
  ]) {
    const part = element('div');
    const label = element('label', words);
    const input = element('input');
    input.id = label.htmlFor = 'tier-' + field + '-' + index;
    input.inputMode = 'numeric';
    input.dataset.field = field;
    input.value = value === undefined ? '' : value;
    part.append(label, input);
    row.append(part);
  }
  const remove = button(say('Bỏ', 'Remove'), () => {
    if (at('tiers').children.length > 1) row.remove();
    renumber();
  });
  row.append(remove);
  at('tiers').append(row);
  renumber();
}

function renumber() {
  [...at('tiers').children].forEach((row, index) => {
    row.dataset.pointer = '/tiers/' + index;
    row.querySelectorAll('input').forEach((input) => (input.dataset.pointer = '/tiers/' + index + '/' + input.dataset.field));
    row.querySelector('button').setAttribute('aria-label', say('Bỏ bậc ', 'Remove tier ') + (index + 1));
  });
  at('addTier').disabled = at('tiers').children.length >= MOST_TIERS;
}

export function blank() {
  revising = null;
  at('offer').reset();
  at('tiers').replaceChildren();
  tier(1);
  chosen();
  worded();
}

function worded() {
  at('formTitle').textContent = revising ? say('Sửa chào giá', 'Revise the offer') : say('Chào giá mới', 'A new offer');
  at('send').textContent = revising ? say('Gửi chào giá đã sửa', 'Send the revised offer') : say('Gửi chào giá', 'Send the offer');
  at('anew').hidden = !revising;
  at('lot').disabled = Boolean(revising);
}

export function chosen() {
  const one = packages.find((each) => each.id === at('package').value);
  at('custom').hidden = at('package').value !== CUSTOM;
  if (!one) return;
  at('referencePrice').value = one.priceVnd;
  at('subscriberKind').value = one.kind;
}

export function fill(offer) {
  quiet();
  const terms = offer.terms;
  revising = offer.id;
  at('lot').value = terms.lot;
  at('package').value = terms.customPackage ? CUSTOM : terms.packageVersionId;
  chosen();
  const made = terms.customPackage;
  if (made) {
    at('code').value = made.code;
    at('packageName').value = made.name;
    at('gigabytes').value = made.allowance.dataBytesPerCycle / GIGABYTE;
    at('dailyGigabytes').value = made.allowance.dataBytesPerDay ? made.allowance.dataBytesPerDay / GIGABYTE : '';
    for (const field of ['minutesAny', 'minutesOnNet', 'sms']) at(field).value = made.allowance[field];
  }
  at('tiers').replaceChildren();
  terms.tiers.forEach((each) => tier(each.fromLines, each.priceVnd));
  at('sumsMembers').checked = terms.sumsMembers;
  at('capacity').value = terms.capacity;
  at('validUntil').value = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date(terms.validUntil));
  at('legalBasis').value = terms.legalBasis;
  at('referencePrice').value = terms.referencePriceVnd;
  at('subscriberKind').value = terms.subscriberKind;
  at('provinces').value = (terms.provinces || []).join(', ');
  at('conditions').value = terms.conditions || '';
  worded();
  at('formTitle').focus();
}

/** What was typed, dots and spaces between digits left out; as it stands where it is no number, so that the answer names it. */
function whole(text) {
  const digits = text.replace(/[.\s,]/g, '');
  return /^-?\d{1,15}$/.test(digits) ? Number(digits) : digits || null;
}

function bytes(text) {
  const amount = Number(text.trim().replace(',', '.'));
  return text.trim() && Number.isFinite(amount) ? Math.round(amount * GIGABYTE) : null;
}

export function typed() {
  const terms = {
    lot: at('lot').value,
    tiers: [...at('tiers').children].map((row) =>
      Object.fromEntries([...row.querySelectorAll('input')].map((input) => [input.dataset.field, whole(input.value)]))),
    sumsMembers: at('sumsMembers').checked,
    capacity: whole(at('capacity').value),
    validUntil: at('validUntil').value ? at('validUntil').value + 'T23:59:59+07:00' : null,
    legalBasis: at('legalBasis').value,
    referencePriceVnd: whole(at('referencePrice').value),
    subscriberKind: at('subscriberKind').value,
  };
  if (at('package').value === CUSTOM) terms.customPackage = custom();
  else terms.packageVersionId = at('package').value;
  const provinces = at('provinces').value.split(/[\s,;]+/).filter(Boolean);
  if (provinces.length) terms.provinces = provinces;
  if (at('conditions').value.trim()) terms.conditions = at('conditions').value.trim();
  return terms;
}

function custom() {
  const allowance = {
    dataBytesPerCycle: bytes(at('gigabytes').value),
    dayParts: [],
    afterAllowance: { kind: at('after').value },
    minutesOnNet: whole(at('minutesOnNet').value),
    minutesAny: whole(at('minutesAny').value),
    sms: whole(at('sms').value),
    zeroRatedApps: [],
    renewal: 'unstated',
  };
  const daily = bytes(at('dailyGigabytes').value);
  if (daily !== null) allowance.dataBytesPerDay = daily;
  return { code: at('code').value.trim(), name: at('packageName').value.trim(), cycle: { unit: 'day', length: 30 }, allowance };
}

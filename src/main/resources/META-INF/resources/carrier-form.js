// The form of one offer: filled, changed, and read as what the service's door takes.
import { at, button, element, number, option, quiet, say, vi } from './carrier-page.js';

export const GIGABYTE = 1e9;
const CUSTOM = 'custom';
const MOST_TIERS = 20;

let packages = [];
let tiersMade = 0;
/** The offer that is revised; null where a new one is made. */
export let revising = null;
/** Its terms: what the form has no field for stays as it was. */
let before = {};

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
  before = {};
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
  before = terms;
  at('lot').value = terms.lot;
  choose('package', terms.customPackage ? CUSTOM : terms.packageVersionId, say('Gói đã chào', 'The package as offered'));
  chosen();
  const made = terms.customPackage;
  if (made) {
    at('code').value = made.code;
    at('packageName').value = made.name;
    at('gigabytes').value = shown(made.allowance.dataBytesPerCycle / GIGABYTE);
    at('dailyGigabytes').value = made.allowance.dataBytesPerDay ? shown(made.allowance.dataBytesPerDay / GIGABYTE) : '';
    choose('after', made.allowance.afterAllowance.kind, say('Như đã chào', 'As offered'));
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

/** Also where the list does not have it, as a version that is sold no longer. */
function choose(id, value, words) {
  if (![...at(id).options].some((each) => each.value === value)) at(id).append(option(value, words));
  at(id).value = value;
}

const shown = (value) => (vi ? String(value).replace('.', ',') : String(value));

/** A number as people here write it; what is none as it stands, so that the answer names it; null for nothing. */
function amount(text) {
  const plain = text.replace(/\s/g, '');
  const [group, point] = vi ? ['.', ','] : [',', '.'];
  const written = new RegExp('^(\\d{1,15}|\\d{1,3}(\\' + group + '\\d{3})+)(\\' + point + '\\d+)?$');
  return written.test(plain) ? Number(plain.replaceAll(group, '').replace(point, '.')) : plain || null;
}

function bytes(text) {
  const gigabytes = amount(text);
  return typeof gigabytes === 'number' ? Math.round(gigabytes * GIGABYTE) : gigabytes;
}

export function typed() {
  const terms = {
    ...before,
    lot: at('lot').value,
    tiers: [...at('tiers').children].map((row) =>
      Object.fromEntries([...row.querySelectorAll('input')].map((input) => [input.dataset.field, amount(input.value)]))),
    sumsMembers: at('sumsMembers').checked,
    capacity: amount(at('capacity').value),
    validUntil: at('validUntil').value ? at('validUntil').value + 'T23:59:59+07:00' : null,
    legalBasis: at('legalBasis').value,
    referencePriceVnd: amount(at('referencePrice').value),
    subscriberKind: at('subscriberKind').value,
  };
  for (const one of ['customPackage', 'packageVersionId', 'provinces', 'conditions']) delete terms[one];
  if (at('package').value === CUSTOM) terms.customPackage = custom(before.customPackage);
  else terms.packageVersionId = at('package').value;
  const provinces = at('provinces').value.split(/[\s,;]+/).filter(Boolean);
  if (provinces.length) terms.provinces = provinces;
  if (at('conditions').value.trim()) terms.conditions = at('conditions').value.trim();
  return terms;
}

function custom(made = { allowance: {} }) {
  const after = made.allowance.afterAllowance;
  const allowance = {
    dayParts: [],
    zeroRatedApps: [],
    renewal: 'unstated',
    ...made.allowance,
    dataBytesPerCycle: bytes(at('gigabytes').value),
    dataBytesPerDay: bytes(at('dailyGigabytes').value),
    afterAllowance: after && after.kind === at('after').value ? after : { kind: at('after').value },
    minutesOnNet: amount(at('minutesOnNet').value),
    minutesAny: amount(at('minutesAny').value),
    sms: amount(at('sms').value),
  };
  return { cycle: { unit: 'day', length: 30 }, ...made, code: at('code').value.trim(), name: at('packageName').value.trim(), allowance };
}

// Where a carrier without a machine hands in its offers: asks the same doors as a machine.
import { all, anew, ask, at, button, element, logIn, number, run, say, show, tell, time, vi } from './carrier-page.js';
import { blank, chosen, fill, GIGABYTE, offering, revising, tier, typed } from './carrier-form.js';

const STATES = vi
  ? { submitted: 'đã gửi, đang niêm phong', withdrawn: 'đã rút', revealed: 'đã mở', countered: 'công đoàn trả giá', revised: 'đã sửa',
      'counter-accepted': 'đã nhận giá của công đoàn', invited: 'được mời chào lần cuối', awarded: 'trúng', 'not-awarded': 'không trúng',
      declined: 'bị từ chối', expired: 'hết hiệu lực' }
  : {};

let rfq = null;

async function list() {
  const rfqs = await all('/v1/rfqs');
  const rows = rfqs
    .sort((one, other) => other.offerDeadline.localeCompare(one.offerDeadline))
    .map((each) => {
      const row = element('li');
      row.dataset.rfq = each.id;
      row.append(button(each.title + ' · ' + say('hạn ', 'until ') + time(each.offerDeadline), () => run(() => open(each.id))));
      return row;
    });
  at('list').replaceChildren(...(rows.length ? rows : [element('li', say('Chưa có yêu cầu nào.', 'There is none yet.'))]));
  show('requests');
}

function wish(lot) {
  const parts = [];
  if (lot.lines !== undefined) parts.push(number(lot.lines) + say(' thuê bao', ' lines'));
  if (lot.minDataBytesPerDay) parts.push(say('ít nhất ', 'at least ') + number(lot.minDataBytesPerDay / GIGABYTE) + say(' GB mỗi ngày', ' GB a day'));
  if (lot.minDataBytesPerCycle) parts.push(say('ít nhất ', 'at least ') + number(lot.minDataBytesPerCycle / GIGABYTE) + say(' GB mỗi tháng', ' GB a month'));
  if (lot.minMinutesPerCycle) parts.push(say('ít nhất ', 'at least ') + number(lot.minMinutesPerCycle) + say(' phút gọi', ' minutes'));
  parts.push(number(lot.months) + say(' tháng từ ', ' months from ') + lot.startMonth);
  if (lot.provinces.length) parts.push(say('tỉnh có mã ', 'in provinces of the codes ') + lot.provinces.join(', '));
  return lot.name + ': ' + parts.join(', ');
}

async function open(id) {
  rfq = await ask('GET', '/v1/rfqs/' + id);
  const monthly = (await all('/v1/packages')).map((each) => each.current).filter((each) => each.cycleDays >= 28 && each.cycleDays <= 31);
  const offers = (await all('/v1/rfqs/' + id + '/offers')).filter((each) => each.standing);
  at('title').textContent = rfq.title;
  at('facts').textContent = say('Hạn nhận chào giá: ', 'Offers are taken until ') + time(rfq.offerDeadline) + '. '
    + number(rfq.enterprises) + say(' doanh nghiệp.', ' enterprises.');
  at('lots').replaceChildren(...rfq.lots.map((lot) => element('li', wish(lot))));
  at('own').replaceChildren(...(offers.length ? offers.map(own) : [element('li', say('Chưa có.', 'None yet.'))]));
  offering(rfq, monthly);
  at('offer').hidden = rfq.state !== 'open';
  show('request');
  at('title').focus();
}

function own(offer) {
  const row = element('li', undefined, 'card');
  row.append(element('p', offer.terms.lot + ': ' + (STATES[offer.state] || offer.state)));
  row.append(element('p', offer.terms.tiers
    .map((tier) => say('từ ', 'from ') + number(tier.fromLines) + say(' thuê bao: ', ' lines: ') + number(tier.priceVnd) + say(' đ', ' VND'))
    .join('; ')));
  row.append(element('p', say('Mã niêm phong: ', 'Seal: ') + offer.digest, 'digest'));
  if (rfq.state === 'open' && offer.state === 'submitted') {
    row.append(button(say('Sửa chào giá này', 'Revise this offer'), () => fill(offer)));
    row.append(button(say('Rút chào giá này', 'Withdraw this offer'), () => {
      if (confirm(say('Rút chào giá này?', 'Withdraw this offer?'))) run(() => withdraw(offer.id));
    }));
  }
  return row;
}

async function withdraw(id) {
  await ask('POST', '/v1/offers/' + id + '/withdraw');
  await open(rfq.id);
  tell(say('Đã rút chào giá.', 'The offer is withdrawn.'));
}

async function send() {
  const receipt = await ask('POST', revising ? '/v1/offers/' + revising + '/revise' : '/v1/rfqs/' + rfq.id + '/offers', typed());
  await open(rfq.id);
  const words = element('div', undefined, 'next');
  words.append(
    element('p', say('Đã nhận chào giá lúc ', 'The offer was taken at ') + time(receipt.submittedAt) + '. '
      + say('Giữ mã niêm phong này: nó chứng minh chào giá không bị sửa.', 'Keep this seal: it proves that the offer was not altered.')),
    element('p', receipt.digest, 'digest'));
  at('message').replaceChildren(words);
  words.scrollIntoView({ block: 'center' });
}

at('login').addEventListener('submit', (event) => {
  event.preventDefault();
  run(async () => {
    await logIn(at('name').value.trim(), at('password').value);
    at('password').value = '';
    await list();
  });
});
at('offer').addEventListener('submit', (event) => {
  event.preventDefault();
  run(send);
});
at('offer').addEventListener('input', anew);
at('package').addEventListener('change', chosen);
at('addTier').addEventListener('click', () => tier());
at('anew').addEventListener('click', blank);
at('back').addEventListener('click', () => run(list));
show('login');

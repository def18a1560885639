import { expect, it } from 'vitest';
import { instantOf } from '../../core/date.ts';
import { sendAt } from './send-at.ts';

const DAY = '2024-10-11';
const QUIET = { quiet: { from: '22:00', to: '07:00' }, digestAt: null };
const DIGEST = { quiet: null, digestAt: '08:30' };
const NEXT = '2024-10-12';

it.each([
  ['before the quiet hours', '21:59', QUIET, false, DAY, '21:59'],
  ['as they begin', '22:00', QUIET, false, NEXT, '07:00'],
  ['after midnight', '03:00', QUIET, false, DAY, '07:00'],
  ['as they end', '07:00', QUIET, false, DAY, '07:00'],
  ['urgent at night', '03:00', QUIET, true, DAY, '03:00'],
  ['before the daily message', '08:29', DIGEST, false, DAY, '08:30'],
  ['with the daily message', '08:30', DIGEST, false, DAY, '08:30'],
  ['after the daily message', '08:31', DIGEST, false, NEXT, '08:30'],
  ['urgent after the daily message', '08:31', DIGEST, true, DAY, '08:31'],
  ['no wishes', '03:00', { quiet: null, digestAt: null }, false, DAY, '03:00'],
] as const)('%s (%s)', (_name, time, wishes, urgent, day, then) => {
  expect(sendAt({ urgent, at: instantOf(DAY, time) }, wishes)).toBe(instantOf(day, then));
});

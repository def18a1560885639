import { expect, it } from 'vitest';
import { retryAfterMs } from './retry-after.ts';

const NOW = Date.parse('2022-12-27T01:00:00Z');

it.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['Tue, 27 Dec 2022 01:01:00 GMT', 60_000],
  ['Tue, 27 Dec 2022 00:59:00 GMT', 0],
  ['soon', null],
  ['-5', null],
  ['1.5', null],
  ['99999999999', null],
  ['', null],
  [null, null],
])('%j asks for %s ms', (header, expected) => {
  expect(retryAfterMs(header, NOW)).toBe(expected);
});

import { expect, it } from 'vitest';
import { printApproximate, readApproximate } from './approximate.ts';

it.each([
  ['4500余', 4500, true, '4500余'],
  ['4500余次', 4500, true, '4500余'],
  ['4500多条', 4500, true, '4500余'],
  ['超过300条', 300, true, '300余'],
  ['10万+', 100_000, true, '100000余'],
  ['1.2万', 12_000, true, '12000余'],
  ['1.2万余人次', 12_000, true, '12000余'],
  ['3万', 30_000, false, '30000'],
  ['1,234', 1234, false, '1234'],
  ['１２', 12, false, '12'],
  ['0', 0, false, '0'],
])('%s', (text, value, atLeast, printed) => {
  const read = readApproximate(text);
  expect(read).toEqual({ value, atLeast });
  expect(read && printApproximate(read)).toBe(printed);
});

it.each(['', '近300', '约300', '若干', '1.5', '-3', '12345678901234', '3万5', '余'])('%s is no count with a known lower end', (text) =>
  expect(readApproximate(text)).toBeNull(),
);

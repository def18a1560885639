import { describe, expect, it } from 'vitest';
import type { ListItem } from '../../evidence/facts.ts';
import { listOrder, needsMorePages } from './list-order.ts';

/** `2022-12-01`, `2022-12-01*` pinned, `-` undated. */
const items = (text: string): ListItem[] =>
  text.split(' ').map((word, i) => ({
    title: `第${i}条`,
    href: null,
    date: word.startsWith('-') ? null : word.slice(0, 10),
    dateSource: word.startsWith('-') ? null : 'visible',
    pinned: word.endsWith('*'),
  }));

it.each([
  ['2022-12-03 2022-12-02 2022-12-02', 'newest-first'],
  ['2022-12-02', 'newest-first'],
  ['2020-01-01* 2022-12-03 2022-12-02', 'newest-first'],
  ['2022-12-01 2022-12-02 2022-12-03', 'oldest-first'],
  ['2022-12-01 2022-12-03 2022-12-02', 'unsorted'],
  ['- -', 'undated'],
  ['2022-12-03 - 2022-12-02', 'newest-first'],
])('%s runs %s', (text, order) => expect(listOrder(items(text))).toBe(order));

describe('further pages', () => {
  it.each([
    ['2022-12-03 2022-12-02', null, false],
    ['2022-12-01 2022-12-02', null, true],
    ['2022-12-01 2022-12-03 2022-12-02', null, true],
    ['2022-12-03* 2022-12-02*', null, true],
    ['2022-12-03* 2022-12-02', null, false],
    ['- -', null, false],
    // the year before 2022-12-27 begins on 2021-12-28
    ['2022-12-03 2021-12-28', 3, true],
    ['2022-12-03 2021-12-27', 3, false],
    ['2022-12-03 2022-12-02 2022-12-01', 3, false],
  ])('%s, %s a year: %s', (text, minimum, expected) => expect(needsMorePages(items(text), '2022-12-27', minimum)).toBe(expected));
});

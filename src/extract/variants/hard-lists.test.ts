import { describe, expect, it } from 'vitest';
import { readPage } from '../index.ts';
import { HARD_LISTS } from './list-forms-hard.ts';
import { NAMINGS, SHELLS } from './shells.ts';

describe('lists whose numbers mislead', () => {
  it.each(HARD_LISTS.map((list) => [list.name, list] as const))('%s', (_name, list) => {
    for (const shell of SHELLS.filter(({ least }) => least === undefined)) {
      for (const [naming, rename] of Object.entries(NAMINGS)) {
        const html = rename(shell.wrap(list.html));
        const page = readPage(new TextEncoder().encode(html), { url: 'http://www.yunxi.gov.cn/zwgk/tzgg/index.html', today: '2023-01-06' });
        const where = `${shell.name}, names ${naming}`;
        expect(
          page.list.map((i) => [i.title, i.date]),
          where,
        ).toEqual(list.items);
        expect([page.kind, page.newestDate], where).toEqual([list.kind ?? 'column-list', list.newestDate]);
        if (list.pinned !== undefined) expect(page.list.filter((i) => i.pinned).length, where).toBe(list.pinned);
      }
    }
  });
});

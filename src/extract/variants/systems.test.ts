import { describe, expect, it } from 'vitest';
import { readPage } from '../index.ts';
import type { ListForm } from './list-forms.ts';
import { SYSTEM_FORMS } from './list-forms-systems.ts';
import { SYSTEM_HARD_LISTS } from './list-forms-systems-hard.ts';
import { pool } from './pool.ts';
import { NAMINGS, SHELLS } from './shells.ts';

const read = (html: string) =>
  readPage(new TextEncoder().encode(html), { url: 'http://www.yunxi.gov.cn/zwgk/tzgg/index.html', today: '2023-01-06' });

/** What is read wrong of one form over all surroundings and namings. */
function faults(form: ListForm, size: number): string[] {
  const entries = pool(Math.max(size, form.least ?? 1));
  const truth = JSON.stringify(['column-list', entries[0]?.date, null, entries.map((e) => [e.title, e.date])]);
  return SHELLS.filter(({ least }) => size >= (least ?? 1)).flatMap((shell) =>
    Object.entries(NAMINGS).flatMap(([naming, rename]) => {
      const page = read(rename(shell.wrap(form.html(entries))));
      const seen = JSON.stringify([page.kind, page.newestDate, page.newerElsewhere, page.list.map((i) => [i.title, i.date])]);
      return seen === truth ? [] : [`${shell.name}, names ${naming}: ${seen.slice(0, 300)}`];
    }),
  );
}

describe('forms of content systems, in all surroundings, with and without class names', () => {
  it.each(SYSTEM_FORMS.map((form) => [form.name, form] as const))('%s', (_name, form) => {
    expect([...faults(form, 9), ...faults(form, 2)]).toEqual([]);
  });
});

describe('days that are easily mistaken', () => {
  it.each(SYSTEM_HARD_LISTS.map((list) => [list.name, list] as const))('%s', (_name, list) => {
    for (const shell of SHELLS.filter(({ least }) => least === undefined)) {
      for (const [naming, rename] of Object.entries(NAMINGS)) {
        const page = read(rename(shell.wrap(list.html)));
        const where = `${shell.name}, names ${naming}`;
        expect(
          page.list.map((i) => [i.title, i.date]),
          where,
        ).toEqual(list.items);
        expect([page.kind, page.newestDate, page.newerElsewhere], where).toEqual(['column-list', list.newestDate, null]);
        if (list.pinned !== undefined) expect(page.list.filter((i) => i.pinned).length, where).toBe(list.pinned);
      }
    }
  });
});

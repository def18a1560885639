import { describe, expect, it } from 'vitest';
import { readPage } from '../index.ts';
import { LIST_FORMS, type ListForm } from './list-forms.ts';
import { POOL_SIZE, pool } from './pool.ts';
import { NAMINGS, SHELLS } from './shells.ts';

const TODAY = '2023-01-06';

/** What is read wrong of one form over all surroundings, namings and lengths. */
function faults(form: ListForm, sizes: readonly number[]): string[] {
  const found: string[] = [];
  for (const size of sizes)
    for (const shell of SHELLS.filter(({ least }) => size >= Math.max(form.least ?? 1, least ?? 1)))
      for (const [naming, rename] of Object.entries(NAMINGS)) {
        const entries = pool(size);
        const html = rename(shell.wrap(form.html(entries)));
        const page = readPage(new TextEncoder().encode(html), { url: 'http://www.yunxi.gov.cn/zwgk/tzgg/index.html', today: TODAY });
        const read = JSON.stringify([page.kind, page.newestDate, page.list.map((i) => [i.title, i.date])]);
        const truth = JSON.stringify(['column-list', entries[0]?.date, entries.map((e) => [e.title, e.date])]);
        if (read !== truth) found.push(`${size} entries, ${shell.name}, names ${naming}: ${read.slice(0, 300)}`);
      }
  return found;
}

describe('a column in every form, in all surroundings, with and without class names', () => {
  it.each(LIST_FORMS.map((form) => [form.name, form] as const))('%s', (_name, form) => {
    expect(faults(form, [POOL_SIZE, 7])).toEqual([]);
  });
});

describe('a column of one or two entries beside longer lists', () => {
  it.each(LIST_FORMS.filter((form) => (form.least ?? 1) <= 2).map((form) => [form.name, form] as const))('%s', (_name, form) => {
    expect(faults(form, [2, 1])).toEqual([]);
  });
});

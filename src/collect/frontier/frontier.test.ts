import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Relation } from '../http/look-at-target.ts';
import { fileFrontier } from './file-frontier.ts';
import { memoryFrontier } from './memory-frontier.ts';

const AT = '2022-12-27T01:00:00.000Z';
const seen = (url: string, page: string, relation: Relation = 'link') => ({
  url,
  relation,
  own: true,
  on: { url: page, text: page, home: false },
});

const folder = mkdtempSync(join(tmpdir(), 'mingcha-frontier-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each([
  ['in memory', memoryFrontier],
  ['in a file', (snapshot: unknown = null) => fileFrontier(folder)(snapshot)],
])('frontier %s', (_, openFrontier) => {
  it('keeps an address once, the first three pages and the number of all', async () => {
    const frontier = openFrontier();
    for (const page of ['a', 'b', 'c', 'd', 'e']) await frontier.see([seen('x', page)]);
    expect(await frontier.get('x')).toMatchObject({ foundOn: [{ url: 'a' }, { url: 'b' }, { url: 'c' }], foundOnCount: 5 });
    expect(await frontier.counts()).toEqual({ seen: 1, settled: 0, open: 0 });
  });
  it('a file that is also linked as a page is a page', async () => {
    const frontier = openFrontier();
    await frontier.see([seen('x', 'a', 'image')]);
    await frontier.see([seen('x', 'b', 'link')]);
    await frontier.see([seen('x', 'c', 'attachment')]);
    expect((await frontier.get('x'))?.relation).toBe('link');
  });
  it('hands out what was not looked at, and what must be looked at again', async () => {
    const frontier = openFrontier();
    await frontier.see([seen('x', 'a'), seen('y', 'a'), seen('z', 'a')]);
    await frontier.settle([
      { url: 'x', outcome: 'ok', at: AT, open: false },
      { url: 'y', outcome: 'gone', at: AT, open: true },
      { url: 'never seen', outcome: 'ok', at: AT, open: false },
    ]);
    expect((await frontier.fresh(9)).map(({ url }) => url)).toEqual(['z']);
    expect(await frontier.again(9)).toMatchObject([{ url: 'y', outcomes: ['gone'], lastLookAt: AT }]);
    expect(await frontier.counts()).toEqual({ seen: 3, settled: 1, open: 1 });
    expect(await frontier.fresh(0)).toEqual([]);
  });
  it('goes on from its snapshot, which later changes do not touch', async () => {
    const frontier = openFrontier();
    await frontier.see([seen('x', 'a'), seen('y', 'a')]);
    await frontier.settle([{ url: 'x', outcome: 'gone', at: AT, open: true }]);
    const snapshot = JSON.parse(JSON.stringify(frontier.snapshot()));
    await frontier.settle([{ url: 'x', outcome: 'gone', at: AT, open: false }]);
    const next = openFrontier(snapshot);
    expect((await next.again(9)).map(({ url }) => url)).toEqual(['x']);
    expect((await next.fresh(9)).map(({ url }) => url)).toEqual(['y']);
  });
});

import { describe, expect, it } from 'vitest';
import { hexKey } from '../disk/address-index.ts';
import { type KeptPages, keptMemory } from './kept-memory.ts';
import type { PageTrace } from './page-memory.ts';

const AT = '2022-12-27T01:00:00.000Z';
const trace = (url: string): PageTrace => ({
  url,
  finalUrl: url,
  etag: '"1"',
  lastModified: null,
  hash: 'h',
  title: null,
  references: [],
});

function rows(): { pages: KeptPages; asked: string[] } {
  const asked: string[] = [];
  const pages: KeptPages = {
    async traces(keys) {
      asked.push(`traces ${keys.length}`);
      return new Map(keys.filter((key) => key === hexKey('http://a/')).map((key) => [key, trace('http://a/')]));
    },
    async opened(keys) {
      asked.push(`opened ${keys.length}`);
      return new Map(keys.filter((key) => key === hexKey('http://b/')).map((key) => [key, AT]));
    },
  };
  return { pages, asked };
}

describe('page memory over kept rows', () => {
  it('asks once for what is expected, and for a page nobody expected when it comes', async () => {
    const { pages, asked } = rows();
    const { memory } = keptMemory(pages);
    await memory.expect?.(['http://a/', 'http://b/', 'http://c/']);
    expect(await memory.recall('http://a/')).toEqual(trace('http://a/'));
    expect(await memory.recall('http://c/')).toBeNull();
    expect([memory.openedAt('http://b/'), memory.openedAt('http://x/')]).toEqual([AT, null]);
    expect(asked).toEqual(['traces 3', 'opened 3']);
    expect(await memory.recall('http://a/')).toEqual(trace('http://a/'));
    expect(asked).toEqual(['traces 3', 'opened 3', 'traces 1']);
  });

  it('hands over what finished steps brought, until it is written', async () => {
    const kept = keptMemory(rows().pages);
    kept.memory.keep(trace('http://a/'));
    expect(kept.changed()).toEqual({ traces: [], opened: [] });
    await kept.memory.flush();
    kept.memory.opened('http://b/', AT); // of a look that goes on beside the step
    const changed = { traces: [{ key: hexKey('http://a/'), trace: trace('http://a/') }], opened: [] };
    expect(kept.changed()).toEqual(changed);
    expect(kept.changed()).toEqual(changed); // not written: the same again
    kept.written();
    await kept.memory.flush();
    expect(kept.changed()).toEqual({ traces: [], opened: [{ key: hexKey('http://b/'), at: AT }] });
  });
});

import type { App } from '../../src/app/open.ts';
import { readStock } from '../../src/app/wording/stock.ts';
import { stableId } from '../../src/core/id.ts';
import { makeFact } from '../../src/evidence/fact.ts';
import { insertFacts } from '../../src/store/facts.ts';
import { writeRegister } from '../../src/store/register.ts';
import { appendWordingChanges } from '../../src/store/wording.ts';
import { WORLD } from '../support/store-world.ts';

export interface TextWorld {
  areaId: string;
}

const FILLER = '会议强调，各级各部门要认真落实工作要求，强化责任担当，确保各项任务按时完成。';

/** Fewer than make a page one item (请通读此页). */
const ON_A_PAGE = 3;

/**
 * An area whose pages were proofread with lists of its own: one grave error, and one wrong word on `pages` pages of several years.
 * `singles`: so many further errors, each once.
 */
export async function seedText(app: App, pages: number, singles = 0): Promise<TextWorld> {
  const { county, register } = WORLD;
  await writeRegister(app.db, register);
  const change = { act: 'put', validFrom: null, validTo: null, byName: '办公室', at: app.now(), note: '' } as const;
  await appendWordingChanges(app.db, county.id, [
    { ...change, list: 'wrong-word', term: '整治站位', entry: { right: '政治站位', severity: 3 } },
    { ...change, list: 'wrong-word', term: '甲乙内丁', entry: { right: '甲乙丙丁', severity: 1 } },
    ...Array.from({ length: singles }, (_, i) => ({
      ...change,
      list: 'wrong-word' as const,
      term: `第${i}号错词`,
      entry: { right: `第${i}号正词` },
    })),
  ]);
  for (let i = 0; i < pages; i++) await keepPage(app, `zz${i}`, `${2019 + (i % 6)}-03-01`, `不断提高整治站位，扛起责任。${FILLER}`);
  await keepPage(app, 'grave', '2022-12-20', `${FILLER}深入学习甲乙内丁重要论述。`);
  const few = (from: number): string[] =>
    Array.from({ length: Math.min(ON_A_PAGE, singles - from) }, (_, k) => `文中写了第${from + k}号错词，请看。`);
  for (let i = 0; i < singles; i += ON_A_PAGE) await keepPage(app, `one${i}`, '2022-06-01', few(i).join(FILLER));
  await readStock(app, county.id);
  return { areaId: county.id };
}

async function keepPage(app: App, path: string, published: string, words: string): Promise<void> {
  const { site } = WORLD;
  const url = `${site.url}${path}.html`;
  const title = `关于推进重点工作的报道（${path}）`;
  const html = `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>发布日期：${published}</p><p>${FILLER}</p><p>${words}</p></body></html>`;
  const blob = await app.blobs.put(new TextEncoder().encode(html));
  const data = { url, columnId: null, outcome: 'ok' as const, title, publishDate: published, metaDate: null, source: null };
  const parts = { channelId: site.id, subjectId: stableId('page', url), at: app.now(), source: url, how: 'http/1', blob };
  await insertFacts(app.db, [makeFact<'article'>({ kind: 'article', ...parts, data })]);
}

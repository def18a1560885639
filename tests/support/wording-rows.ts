import { insertKeySweep, retireKeySweep, signKeySweep } from '../../src/store/key-sweeps.ts';
import { putThreshold, replacePlaces } from '../../src/store/proof-items.ts';
import { notePages } from '../../src/store/proof-pages.ts';
import type { Db } from '../../src/store/schema.ts';
import { appendWordingChanges } from '../../src/store/wording.ts';
import { itemsOfPage, type KeptFinding } from '../../src/text/review/review-item.ts';

/** A row in every table of the reviewer's loop; `words` may be anything an office types. */
export async function fillWording(db: Db, areaId: string, siteId: string, unitId: string, at: string, words: string): Promise<void> {
  const change = {
    list: 'wrong-word',
    term: words,
    act: 'put',
    validFrom: null,
    validTo: '2022-12-31',
    byName: words,
    at,
    note: words,
  } as const;
  await appendWordingChanges(db, areaId, [{ ...change, entry: { right: words } }]);
  const page = { id: 'p', url: 'http://a/', of: 'article', columnId: null, title: words, publishDate: '2022-12-01' } as const;
  await notePages(db, [{ ...page, siteId, blob: 'a'.repeat(64), seenAt: at }]);
  const finding: KeptFinding = {
    ...({ layer: 'L4', kind: 'wrong-character', severity: 3 } as const),
    ...{ score: 0.9, files: false, found: words, suggestion: null, why: words },
    ...{ place: { block: 0, start: 0, end: 1 }, context: words, contextAt: 0 },
  };
  const items = itemsOfPage({ url: 'http://a/', title: words, collapsed: false, findings: [finding] });
  await replacePlaces(db, { siteId, pageId: 'p', at }, items, new Set());
  await putThreshold(db, { siteId, layer: 'L4', threshold: 0.9, judged: 50, judgedPrecision: null });
  const sweep = { areaId, id: 's', title: words, scope: words, everyMonths: 3, firstDue: '2022-12-31', unitIds: [unitId] };
  await insertKeySweep(db, { ...sweep, madeBy: words, madeAt: at });
  await insertKeySweep(db, { ...sweep, id: 'gone', madeBy: words, madeAt: at });
  await retireKeySweep(db, areaId, 'gone', { at, by: words, reason: words });
  const done = { areaId, sweepId: 's', unitId, dueOn: '2022-12-31', result: words, found: 0, signedBy: words, signedAt: at };
  await signKeySweep(db, done);
}

import { appendToLedger } from '../../src/app/ledger/append.ts';
import { type App, loadCalendar } from '../../src/app/open.ts';
import { fingerprintOf } from '../../src/checks/lib/result.ts';
import type { Category } from '../../src/core/category.ts';
import { makeFact } from '../../src/evidence/fact.ts';
import { enterProblem } from '../../src/ledger/entry.ts';
import { insertFacts } from '../../src/store/facts.ts';
import { writeRegister } from '../../src/store/register.ts';
import { WORLD } from '../support/store-world.ts';

export const DAY = '2022-12-20';
const { column, county, register, site } = WORLD;

/** The page as it was kept, with what a hostile one may hold. */
const PAGE = `<html><head><meta charset="gbk"><script>parent.hacked=1</script></head><body><h1>负责人解读</h1><ul><li>2022-01-05 解读一</li></ul></body></html>`;

export interface Waiting {
  category?: Category;
  text?: string;
  unitId?: string;
}

/** An area with a register and one kept look at a column. Answers the id of the fact. */
export async function seedDesk(app: App): Promise<string> {
  await writeRegister(app.db, register);
  const fact = makeFact<'column-list'>({
    ...{ kind: 'column-list', channelId: site.id, subjectId: column.id, at: `${DAY}T01:00:00.000Z` },
    ...{ source: column.url as string, how: 'http/1', blob: await app.blobs.put(new TextEncoder().encode(PAGE)) },
    data: {
      ...{ url: column.url as string, outcome: 'ok', state: 'items', newestDate: '2022-01-05', columnId: column.id, undated: 0, pages: 1 },
      items: [{ title: '解读一', href: null, date: '2022-01-05', dateSource: 'visible', pinned: false }],
    },
  });
  await insertFacts(app.db, [fact]);
  return fact.id;
}

/** Findings of the machine, each at a place of its own, as a run leaves them: suspected. Answers their ids. */
export async function machineFinds(app: App, factId: string, wanted: readonly Waiting[]): Promise<string[]> {
  const calendar = await loadCalendar(app.db);
  const opened = wanted.map(({ category = 'column_overdue', text, unitId = column.unitId }, i) =>
    enterProblem(
      {
        ...{ areaId: county.id, unitId, channelId: site.id, category, foundOn: DAY },
        place: { label: `栏目${i + 1}`, url: column.url },
        text: text ?? `“栏目${i + 1}”超过半年未更新，最新一条为2022年1月5日`,
        measured: { lastUpdate: '2022-01-05', limit: 'P6M' },
        fingerprint: fingerprintOf(category, `${unitId} ${i}`),
      },
      {
        at: `${DAY}T02:00:00.000Z`,
        by: { role: 'machine', unitId: null, name: '明察' },
        data: { check: 'column-overdue', subject: `c${i}`, evidence: [factId] },
      },
      calendar,
    ),
  );
  await appendToLedger(app.db, [], { opened });
  return opened.map(({ problem }) => problem.id);
}

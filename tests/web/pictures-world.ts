import { appendToLedger } from '../../src/app/ledger/append.ts';
import { addDays, daysBetween, instantOf } from '../../src/core/date.ts';
import { lastDayWithin } from '../../src/core/limit.ts';
import { makeFact } from '../../src/evidence/fact.ts';
import { tell } from '../../src/ledger/ledger.fixture.ts';
import { insertFacts } from '../../src/store/facts.ts';
import { insertJudgement } from '../../src/store/judgements.ts';
import { insertTasks } from '../../src/store/requirements.ts';
import type { Db } from '../../src/store/schema.ts';
import type { Column } from '../../src/subjects/column.ts';
import { observation } from '../support/store-world.ts';
import type { World } from './world.ts';

export const TODAY = '2022-12-27';

/** What the pictures need besides the world of the pages: every column judged, scores of two months, weaknesses, tasks, an exemption. */
export async function seedPictures(db: Db, { areaId, register, noticeId }: World): Promise<void> {
  await insertJudgement(
    db,
    { areaId, id: 'judgement_2', day: TODAY, sheet: 'langxi-2022/1', digest: 'e', madeAt: instantOf(TODAY, '10:00') },
    [...register.columns.filter(({ limit, url }) => limit && url).map(columnJudged), ...register.accounts.slice(0, 3).map(weakness)],
  );
  const [column] = register.columns.filter(({ limit, url }) => limit && url) as [Column];
  const look = { columnId: column.id, url: column.url ?? '', outcome: 'ok', state: 'items', undated: 0, pages: 1 } as const;
  await insertFacts(db, [
    makeFact({
      kind: 'column-list',
      channelId: column.siteId,
      subjectId: column.id,
      at: instantOf(TODAY, '08:30'),
      source: column.url ?? '',
      how: 'http/1',
      blob: 'b'.repeat(64),
      data: { ...look, items: [], newestDate: '2022-11-20' },
    }),
  ]);
  await scoreSites(db, areaId, register.sites.map(({ id }) => id).slice(0, 12));
  const task = { areaId, noticeId, heading: '整改到位', text: '请整改。', dueProvisional: false, position: 0, doneAt: null, doneBy: null };
  await insertTasks(db, [
    ...register.units.slice(0, 5).map(({ id, name }) => ({ ...task, paragraphId: 'p1', addressee: name, unitId: id, dueOn: '2022-12-20' })),
    ...register.units.slice(0, 2).map(({ id, name }) => ({ ...task, paragraphId: 'p2', addressee: name, unitId: id, dueOn: '2022-12-29' })),
  ]);
  const [site] = register.sites as [World['register']['sites'][number]];
  const exempted = tell(
    {
      id: 'problem_exempted',
      areaId,
      unitId: site.unitId,
      channelId: site.id,
      category: 'column_overdue',
      fingerprint: 'exempted',
      placeLabel: '行政复议决定',
      placeUrl: null,
      text: '“行政复议决定”栏目超过1年未更新',
      measured: {},
      firstFoundOn: '2022-10-10',
      recurrenceOf: 'an earlier problem',
    },
    ['found', 'office', '2022-10-10'],
    ['exempted', 'office', '2022-10-12', { data: { until: '2022-12-30' } }],
  );
  const [first, ...later] = exempted.events as [(typeof exempted.events)[0], ...typeof exempted.events];
  await appendToLedger(db, [], { opened: [{ problem: exempted.problem, event: first }], events: later });
}

/** Columns in every state: long past, past, about to be, in time, not seen. */
function columnJudged(column: Column, i: number) {
  const limit = column.limit as string;
  const common = { channelId: column.siteId, checkId: 'column-overdue' };
  if (i % 11 === 3) return observation(column.id, { ...common, verdict: 'not-run', reason: 'blocked', measured: { limit } });
  if (i % 23 === 5) return observation(column.id, { ...common, verdict: 'not-applicable', measured: { limit, empty: true } });
  // So many days past its limit, or left to it.
  const left = [-130, -12, 0, 5, 20, 60, 150, 200, 40, 90][i % 10] as number;
  const span = daysBetween(TODAY, lastDayWithin(TODAY, limit));
  const lastUpdate = addDays(TODAY, left - span);
  const measured = { limit, lastUpdate, dueOn: addDays(TODAY, left), days: daysBetween(lastUpdate, TODAY) };
  return observation(column.id, { ...common, verdict: left < 0 ? 'fail' : 'pass', measured });
}

function weakness({ id, name }: World['register']['accounts'][number]) {
  return observation(id, {
    channelId: id,
    subjectType: 'account',
    checkId: 'account-low-output',
    findings: [
      {
        level: 'warning',
        category: 'account_low_output',
        place: { type: 'account', id, label: name, url: null },
        fingerprint: `low ${id}`,
        evidence: ['f1'],
        text: `“${name}”发布信息20条，原创1条，原创比例偏低`,
        measured: {},
      },
    ],
  });
}

/** 96, 91, 88 in front, then 84 and less; one more month before, in another order. */
async function scoreSites(db: Db, areaId: string, siteIds: readonly string[]): Promise<void> {
  const scores = { '2022-12': [91, 96, 88, 84, 84, 70], '2022-11': [93.5, 90, 88, 80] };
  for (const [periodId, points] of Object.entries(scores))
    for (const [i, score] of points.entries())
      await db
        .updateTable('channelVerdict')
        .set({ score, verdict: 'pass' })
        .where('areaId', '=', areaId)
        .where('periodId', '=', periodId)
        .where('channelId', '=', siteIds[i] as string)
        .execute();
}

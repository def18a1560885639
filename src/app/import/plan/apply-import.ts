import type { Instant } from '../../../core/date.ts';
import type { ProblemEvent } from '../../../ledger/event.ts';
import { upsertAreas } from '../../../store/areas.ts';
import { upsertOfficeRecords } from '../../../store/office-records.ts';
import { type AreaPeriod, type PeriodVerdict, putPeriod, replaceVerdicts } from '../../../store/periods.ts';
import { postId, upsertPosts, vouchFresh } from '../../../store/posts.ts';
import { recordSeenPosts } from '../../../store/posts-seen.ts';
import { writeRegister } from '../../../store/register.ts';
import type { Db } from '../../../store/schema.ts';
import { upsertPortalTotals, upsertVolumes } from '../../../store/volumes.ts';
import { appendToLedger } from '../../ledger/append.ts';
import type { Change, ImportPlan } from './plan-import.ts';

/** What a notice says of its period besides its problems: written only where the period is not kept yet. */
export interface NoticeRows {
  period: AreaPeriod;
  verdicts: readonly PeriodVerdict[];
}

/** Writes a plan. Call inside a transaction: all of it stands or none. `source` is the file's name. */
export async function applyImport(db: Db, plan: ImportPlan, notice: NoticeRows | null, source: string, at: Instant): Promise<void> {
  await upsertAreas(db, plan.areas.add);
  await writeRegister(db, {
    areas: [],
    units: written(plan.units),
    sites: written(plan.sites),
    columns: written(plan.columns),
    accounts: written(plan.accounts),
  });
  await upsertPosts(
    db,
    written(plan.posts).map((post) => ({ ...post, source, blob: null })),
  );
  await recordSeenPosts(
    db,
    plan.figures.map((post) => ({ ...post, postId: postId(post), seenAt: at, blob: null })),
  );
  for (const [accountId, freshOn] of plan.fresh) await vouchFresh(db, accountId, freshOn, source);
  await upsertOfficeRecords(
    db,
    plan.records.flatMap((change) => written(change)).map((record) => ({ ...record, source })),
  );
  await upsertVolumes(db, written(plan.volumes));
  await upsertPortalTotals(db, plan.portalTotals);
  if (notice) {
    await putPeriod(db, notice.period);
    await replaceVerdicts(db, notice.period.areaId, notice.period.id, notice.verdicts);
  }
  await appendToLedger(db, [], {
    opened: plan.problems.add.map(({ problem, events }) => ({ problem, event: events[0] as ProblemEvent })),
    events: plan.problems.add.flatMap(({ events }) => events.slice(1)),
  });
}

const written = <T>({ add, change }: Change<T>): T[] => [...add, ...change];

import type { Instant } from '../../../core/date.ts';
import { upsertAreas } from '../../../store/areas.ts';
import { upsertOfficeRecords } from '../../../store/office-records.ts';
import { postId, upsertPosts, vouchFresh } from '../../../store/posts.ts';
import { recordSeenPosts } from '../../../store/posts-seen.ts';
import { writeRegister } from '../../../store/register.ts';
import type { Db } from '../../../store/schema.ts';
import { upsertPortalTotals, upsertVolumes } from '../../../store/volumes.ts';
import type { Change, ImportPlan } from './plan-import.ts';

/** Writes a plan. Call inside a transaction: all of it stands or none. `source` is the file's name. */
export async function applyImport(db: Db, plan: ImportPlan, source: string, at: Instant): Promise<void> {
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
}

const written = <T>({ add, change }: Change<T>): T[] => [...add, ...change];

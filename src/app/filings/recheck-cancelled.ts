import { listMatterEvents, listMatters } from '../../store/filings.ts';
import type { App } from '../open.ts';
import { todayOf } from '../views/area-of.ts';
import { carryOut } from './act-on-matter.ts';
import { signsOfLife } from './view-matters.ts';

const MACHINE = '明察';

/**
 * Reopens the task of every cancelled account that was seen to post again (seeds R08). That an account is gone no machine can
 * say: nothing seen is nothing said. Answers the ids of the matters reopened.
 */
export async function recheckCancelled(app: App, areaId: string): Promise<string[]> {
  const day = await todayOf(app, areaId);
  const gone = (await listMatters(app.db, areaId, null)).filter(
    ({ kind, state }) => (kind === 'cancel' || kind === 'close') && (state === 'watching' || state === 'done'),
  );
  const reopened: string[] = [];
  for (const matter of gone) {
    const [post] = await signsOfLife(app, matter, await listMatterEvents(app.db, matter.id), day);
    if (!post) continue;
    const deed = { act: 'rechecked_alive', note: '注销、关停后又有发布', post: { title: post.title, date: post.date } } as const;
    const by = { roles: ['machine'] as const, unitId: null, name: MACHINE };
    await app.db.transaction().execute((trx) => carryOut({ ...app, db: trx }, matter, deed, by));
    reopened.push(matter.id);
  }
  return reopened;
}

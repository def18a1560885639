import { sql } from 'kysely';
import type { CalendarDate } from '../core/date.ts';
import { stableId } from '../core/id.ts';
import type { Post } from '../evidence/facts.ts';
import type { Db } from './schema.ts';
import { storableText } from './text.ts';
import { type Counts, upsert } from './upsert.ts';

/** A post of an account from a sheet or by hand: where it was taken from, and the kept picture of it. */
export interface KeptPost extends Post {
  accountId: string;
  /** File name, or who entered it. */
  source: string;
  blob: string | null;
}

/** The natural key: the address of a post where it has one, else day and title. The same export twice counts once (seeds D07). */
export const postId = (post: Pick<KeptPost, 'accountId' | 'url' | 'date' | 'title'>): string =>
  stableId('post', post.accountId, ...(post.url ? [post.url] : [post.date, post.title]));

/** Adds posts; one known already is changed only where its date, title or mark of originality differ. */
export async function upsertPosts(db: Db, posts: readonly KeptPost[]): Promise<Counts> {
  const rows = posts.map((post) => ({
    accountId: post.accountId,
    id: postId(post),
    day: post.date,
    title: storableText(post.title),
    url: post.url,
    original: post.original,
    source: post.source,
    blob: post.blob,
  }));
  // Where it was first taken from stays: a second export is no new source.
  return upsert(db, 'accountPost', ['accountId', 'id'], rows, ['source', 'blob']);
}

/** Posts of an account from `from` to `to`, both days included, oldest first. */
export const listPosts = (db: Db, accountId: string, from: CalendarDate, to: CalendarDate): Promise<KeptPost[]> =>
  listPostsOf(db, [accountId], from, to);

/** Posts of several accounts from `from` to `to`, both days included, oldest first. */
export async function listPostsOf(db: Db, accountIds: readonly string[], from: CalendarDate, to: CalendarDate): Promise<KeptPost[]> {
  const rows = await db
    .selectFrom('accountPost')
    .leftJoin('accountPostSeen as seen', (join) =>
      join.onRef('seen.accountId', '=', 'accountPost.accountId').onRef('seen.postId', '=', 'accountPost.id'),
    )
    .selectAll('accountPost')
    .select(['seen.state', 'seen.reads', 'seen.readsAtLeast', 'seen.likes', 'seen.likesAtLeast'])
    .where('accountPost.accountId', '=', sql<string>`any(${accountIds}::text[])`)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .orderBy('id')
    .execute();
  return rows.map(({ id: _id, day, state, reads, readsAtLeast, likes, likesAtLeast, ...rest }) => ({
    ...rest,
    date: day,
    ...(state === null ? {} : { state }),
    ...(reads === null ? {} : { reads: { value: reads, atLeast: readsAtLeast === true } }),
    ...(likes === null ? {} : { likes: { value: likes, atLeast: likesAtLeast === true } }),
  }));
}

/** The last day of which somebody vouches that all posts are listed; an earlier day never takes it back. */
export async function vouchFresh(db: Db, accountId: string, freshOn: CalendarDate, source: string): Promise<void> {
  await db
    .insertInto('accountFresh')
    .values({ accountId, freshOn, source })
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet({ freshOn, source }).where('accountFresh.freshOn', '<', freshOn))
    .execute();
}

/** Vouched days of accounts; an account nobody vouched for is absent. */
export async function freshDays(db: Db, accountIds: readonly string[]): Promise<Map<string, { freshOn: CalendarDate; source: string }>> {
  const rows = await db.selectFrom('accountFresh').selectAll().where('accountId', '=', sql<string>`any(${accountIds})`).execute();
  return new Map(rows.map(({ accountId, freshOn, source }) => [accountId, { freshOn, source }]));
}

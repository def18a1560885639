import { type Insertable, sql } from 'kysely';
import type { Instant } from '../core/date.ts';
import type { Post } from '../evidence/facts.ts';
import { batches } from './batch.ts';
import type { Db, Tables } from './schema.ts';

/** How a post was seen on its platform at a moment. */
export interface SeenPost extends Pick<Post, 'state' | 'reads' | 'likes'> {
  accountId: string;
  postId: string;
  seenAt: Instant;
  /** Hash of the kept page. */
  blob: string | null;
}

/**
 * Keeps the latest sight of each post; an older one changes nothing. Figures a source does not show stay as they were, and so
 * does the state where the source says nothing of it (a sheet with reads does not bring a deleted post back).
 */
export async function recordSeenPosts(db: Db, seen: readonly SeenPost[]): Promise<void> {
  const latest = new Map(
    seen.toSorted((a, b) => a.seenAt.localeCompare(b.seenAt)).map((each) => [`${each.accountId} ${each.postId}`, each]),
  );
  const rows = [...latest.values()];
  await write(
    db,
    rows.filter(({ state }) => state !== undefined),
    true,
  );
  await write(
    db,
    rows.filter(({ state }) => state === undefined),
    false,
  );
}

async function write(db: Db, seen: readonly SeenPost[], withState: boolean): Promise<void> {
  for (const part of batches(seen)) {
    await db
      .insertInto('accountPostSeen')
      .values(part.map(rowOf))
      .onConflict((conflict) =>
        conflict
          .columns(['accountId', 'postId'])
          .doUpdateSet((eb) => ({
            ...(withState ? { state: eb.ref('excluded.state'), blob: eb.ref('excluded.blob') } : {}),
            reads: sql<number | null>`coalesce(excluded.reads, account_post_seen.reads)`,
            readsAtLeast: sql<boolean>`case when excluded.reads is null then account_post_seen.reads_at_least else excluded.reads_at_least end`,
            likes: sql<number | null>`coalesce(excluded.likes, account_post_seen.likes)`,
            likesAtLeast: sql<boolean>`case when excluded.likes is null then account_post_seen.likes_at_least else excluded.likes_at_least end`,
            seenAt: eb.ref('excluded.seenAt'),
          }))
          .whereRef('accountPostSeen.seenAt', '<=', 'excluded.seenAt'),
      )
      .execute();
  }
}

function rowOf({ accountId, postId, state, reads, likes, seenAt, blob }: SeenPost): Insertable<Tables['accountPostSeen']> {
  return {
    accountId,
    postId,
    state: state ?? 'shown',
    reads: reads?.value ?? null,
    readsAtLeast: reads?.atLeast ?? false,
    likes: likes?.value ?? null,
    likesAtLeast: likes?.atLeast ?? false,
    seenAt,
    blob,
  };
}

/** Posts of accounts whose address fits one of these LIKE patterns. */
export async function findPostsLike(
  db: Db,
  accountIds: readonly string[],
  patterns: readonly string[],
): Promise<{ accountId: string; id: string; url: string }[]> {
  if (patterns.length === 0) return [];
  const rows = await db
    .selectFrom('accountPost')
    .select(['accountId', 'id', 'url'])
    .where('accountId', '=', sql<string>`any(${accountIds})`)
    .where('url', 'like', sql<string>`any(${patterns})`)
    .execute();
  return rows.map(({ url, ...rest }) => ({ ...rest, url: url ?? '' }));
}

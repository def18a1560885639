import { type Selectable, sql } from 'kysely';
import type { Instant } from '../core/date.ts';
import type { Fact } from '../evidence/fact.ts';
import { fromRow } from './facts.ts';
import type { Db, Tables } from './schema.ts';

/**
 * What was seen of some columns up to and including `until`: every look at their lists after `after`, the newest before it, and the
 * articles behind them. Nothing of the other columns of their sites is read.
 */
export async function lookedAtBy(
  db: Db,
  columns: readonly { siteId: string; id: string }[],
  { after, until }: { after: Instant; until: Instant },
): Promise<Fact[]> {
  if (columns.length === 0) return [];
  const siteIds = [...new Set(columns.map(({ siteId }) => siteId))];
  const columnIds = columns.map(({ id }) => id);
  const { rows } = await sql<Selectable<Tables['fact']>>`
    with wanted as (
      select * from unnest(${columns.map(({ siteId }) => siteId)}::text[], ${columnIds}::text[]) c (site_id, id)
    )
    select f.* from wanted c cross join lateral (
      (select * from fact f where f.channel_id = c.site_id and f.kind = 'column-list' and f.subject_id = c.id and f.at > ${after} and f.at <= ${until})
      union all
      (select * from fact f where f.channel_id = c.site_id and f.kind = 'column-list' and f.subject_id = c.id and f.at <= ${after}
        order by f.at desc, f.id desc limit 1)
    ) f
    union all
    select f.* from fact f
    where f.channel_id = any(${siteIds}::text[]) and f.kind = 'article' and f.at <= ${until} and f.data ->> 'columnId' = any(${columnIds}::text[])`.execute(
    db,
  );
  return rows.map((row) => fromRow(row));
}

/** Every look at the articles of these addresses up to and including `until`. */
export async function articlesAt(db: Db, siteIds: readonly string[], urls: readonly string[], until: Instant): Promise<Fact[]> {
  if (urls.length === 0) return [];
  const { rows } = await sql<Selectable<Tables['fact']>>`
    select f.* from fact f
    where f.channel_id = any(${siteIds}::text[]) and f.kind = 'article' and f.at <= ${until} and f.data ->> 'url' = any(${urls}::text[])`.execute(
    db,
  );
  return rows.map((row) => fromRow(row));
}

import { type Selectable, sql } from 'kysely';
import type { Instant } from '../core/date.ts';
import { stableId } from '../core/id.ts';
import type { Fact } from '../evidence/fact.ts';
import { fromRow } from './facts.ts';
import type { Db, Tables } from './schema.ts';

/**
 * What was seen of some columns up to and including `until`, as far as a limit held against them reads it: of every look after `after` and
 * the newest before, the last one, the last that could be read and the last that showed anything, with every look at the articles that
 * those list. A column is looked at daily, and nine looks in ten say what the next one says. A test holds the answers to those of
 * every look.
 */
export async function lookedAtBy(
  db: Db,
  columns: readonly { siteId: string; id: string }[],
  { after, until }: { after: Instant; until: Instant },
): Promise<Fact[]> {
  if (columns.length === 0) return [];
  const { rows } = await sql<Selectable<Tables['fact']>>`
    with wanted as (
      select * from unnest(${columns.map(({ siteId }) => siteId)}::text[], ${columns.map(({ id }) => id)}::text[]) c (site_id, id)
    ), telling as (
      select distinct c.site_id, look.id from wanted c
      left join lateral (
        select at, id from fact f where f.channel_id = c.site_id and f.kind = 'column-list' and f.subject_id = c.id and f.at <= ${after}
        order by f.at desc, f.id desc limit 1
      ) before on true
      cross join lateral (
        ${lastLook(after, until, sql``)}
        union all
        ${lastLook(
          after,
          until,
          sql`and f.data ->> 'outcome' = 'ok' and f.data ->> 'state' <> 'unreadable'
            and f.data #>> '{continuity,doubt,kind}' is distinct from 'replaced'`,
        )}
        union all
        ${lastLook(after, until, sql`and f.data ->> 'state' = 'items'`)}
      ) look
    )
    select f.* from telling t join fact f on f.channel_id = t.site_id and f.id = t.id`.execute(db);
  const looks = rows.map((row) => fromRow<'column-list'>(row));
  const urls = looks.flatMap(({ data }) => data.items.flatMap(({ href }) => href ?? []));
  return [...looks, ...(await articlesAt(db, [...new Set(columns.map(({ siteId }) => siteId))], urls, until))];
}

/** The last look of a column `c` on a condition, of those after `after` and the one `before`. */
const lastLook = (after: Instant, until: Instant, condition: ReturnType<typeof sql>) => sql`(
  select f.id from fact f
  where f.channel_id = c.site_id and f.kind = 'column-list' and f.subject_id = c.id and f.at <= ${until}
    and f.at >= coalesce(before.at, ${after}::timestamptz) and (f.at > ${after} or f.id = before.id) ${condition}
  order by f.at desc, f.id desc limit 1
)`;

/** Every look at the articles of these addresses up to and including `until`. */
export async function articlesAt(db: Db, siteIds: readonly string[], urls: readonly string[], until: Instant): Promise<Fact[]> {
  if (urls.length === 0) return [];
  const pages = [...new Set(urls)].map((url) => stableId('page', url));
  const { rows } = await sql<Selectable<Tables['fact']>>`
    select f.* from fact f
    where f.channel_id = any(${siteIds}::text[]) and f.kind = 'article' and f.subject_id = any(${pages}::text[]) and f.at <= ${until}`.execute(
    db,
  );
  return rows.map((row) => fromRow(row));
}

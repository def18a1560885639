import { type Selectable, sql } from 'kysely';
import type { Instant } from '../core/date.ts';
import { stableId } from '../core/id.ts';
import type { Fact } from '../evidence/fact.ts';
import { batches } from './batch.ts';
import { fromRow } from './facts.ts';
import type { Db, Tables } from './schema.ts';

/** A page to proofread, or as proofread last. */
export type ProofPage = Selectable<Tables['proofPage']>;
/** A page as a look has seen it. */
export type SeenPage = Pick<ProofPage, 'siteId' | 'id' | 'url' | 'of' | 'columnId' | 'title' | 'publishDate' | 'blob' | 'seenAt'>;

/** Why a page is to be read: new or changed pages go before the stock. */
export const DUE = { fresh: 1, stock: 2 } as const;

/** A list or home page changes every day and says little new: days after which it is read again. */
const REREAD_DAYS = 7;

/** Notes pages that were seen: what is new, or has other bytes than were read last, becomes due. Answers how many did. */
export async function notePages(db: Db, pages: readonly SeenPage[]): Promise<number> {
  let due = 0;
  for (const part of batches(pages)) {
    const { rows } = await sql<{ due: number | null }>`
      insert into proof_page (site_id, id, url, of, column_id, title, publish_date, blob, seen_at, due)
      values ${sql.join(
        part.map(
          (p) =>
            sql`(${p.siteId}, ${p.id}, ${p.url}, ${p.of}, ${p.columnId}, ${p.title}, ${p.publishDate}::date, ${p.blob}, ${p.seenAt}::timestamptz, ${DUE.fresh}::smallint)`,
        ),
      )}
      on conflict (site_id, id) do update set
        column_id = excluded.column_id, title = excluded.title, publish_date = excluded.publish_date, blob = excluded.blob, seen_at = excluded.seen_at,
        due = case
          when proof_page.blob = excluded.blob then proof_page.due
          when excluded.of in ('home', 'list') and proof_page.read_at > excluded.seen_at - make_interval(days => ${REREAD_DAYS}) then proof_page.due
          else excluded.due end
      where proof_page.seen_at <= excluded.seen_at
      returning due`.execute(db);
    due += rows.filter((row) => row.due === DUE.fresh).length;
  }
  return due;
}

const ORDER = { article: 0, attachment: 1, home: 2, list: 3 } as const;

/** Articles, home and list pages and documents with a text of a site that were opened since a moment, the newest look at each. */
export async function pagesSeen(db: Db, siteId: string, since: Instant): Promise<SeenPage[]> {
  const { rows } = await sql<Selectable<Tables['fact']>>`
    select distinct on (kind, subject_id) * from fact
    where channel_id = ${siteId} and kind = any(array['home', 'article', 'column-list', 'attachment']) and at >= ${since} and blob is not null
      and data ->> 'outcome' = 'ok' and (kind <> 'attachment' or data ->> 'textBlob' is not null)
    order by kind, subject_id, at desc, id desc`.execute(db);
  const pages = rows.map((row): SeenPage => {
    const fact = fromRow(row) as Fact<'home'> | Fact<'article'> | Fact<'column-list'> | Fact<'attachment'>;
    const { url } = fact.data;
    const common = { siteId, id: stableId('page', url), url, blob: fact.blob as string, seenAt: fact.at };
    if (fact.kind === 'article') {
      const { columnId, title, publishDate, metaDate } = fact.data;
      return { ...common, of: 'article', columnId, title, publishDate: publishDate ?? metaDate };
    }
    if (fact.kind === 'attachment') {
      const { textBlob, foundOn } = fact.data;
      const title = foundOn[0]?.text || null;
      return { ...common, blob: textBlob as string, of: 'attachment', columnId: null, title, publishDate: null };
    }
    const columnId = fact.kind === 'column-list' ? fact.data.columnId : null;
    return { ...common, of: fact.kind === 'home' ? 'home' : 'list', columnId, title: null, publishDate: null };
  });
  // One address may be several: what it is first of is what it is read as.
  pages.sort((a, b) => ORDER[a.of] - ORDER[b.of] || (a.seenAt < b.seenAt ? 1 : -1));
  return [...new Map(pages.toReversed().map((page) => [page.id, page])).values()];
}

/** Pages with places in the queue whose article was found to be gone since a moment, with the look that says so. */
export async function pagesGone(db: Db, siteId: string, since: Instant): Promise<{ page: ProofPage; look: Fact<'article'> }[]> {
  const { rows } = await sql<Selectable<Tables['fact']>>`
    select distinct on (subject_id) * from fact
    where channel_id = ${siteId} and kind = 'article' and at >= ${since}
      and subject_id in (select page_id from proof_place where site_id = ${siteId})
    order by subject_id, at desc, id desc`.execute(db);
  const gone = rows.map((row) => fromRow<'article'>(row)).filter(({ data }) => data.outcome === 'gone' || data.outcome === 'soft-gone');
  if (gone.length === 0) return [];
  const ids = gone.map(({ subjectId }) => subjectId);
  const pages = await db.selectFrom('proofPage').selectAll().where('siteId', '=', siteId).where('id', 'in', ids).execute();
  return pages.map((page) => ({ page, look: gone.find(({ subjectId }) => subjectId === page.id) as Fact<'article'> }));
}

/** Everything read of these sites is to be read again; what waits already keeps its turn. Answers how many pages. */
export async function makeStockDue(db: Db, siteIds: readonly string[]): Promise<number> {
  if (siteIds.length === 0) return 0;
  const { numUpdatedRows } = await db
    .updateTable('proofPage')
    .set({ due: DUE.stock })
    .where('siteId', 'in', siteIds)
    .where('due', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Pages of a site that are due, new ones first. `most` of them; `fresh`: only new and changed ones. */
export async function duePages(db: Db, siteId: string, options: { most: number; fresh?: boolean }): Promise<ProofPage[]> {
  return db
    .selectFrom('proofPage')
    .selectAll()
    .where('siteId', '=', siteId)
    .where('due', 'is not', null)
    .$if(options.fresh === true, (query) => query.where('due', '=', DUE.fresh))
    .orderBy('due')
    .orderBy('publishDate', (order) => order.desc().nullsLast())
    .orderBy('id')
    .limit(options.most)
    .execute();
}

/** Sites with something to read, those with new pages first. */
export async function dueSites(db: Db, most: number): Promise<{ siteId: string; areaId: string }[]> {
  const { rows } = await sql<{ siteId: string; areaId: string }>`
    select due.site_id, s.area_id from (
      select site_id, min(due) as due from proof_page where due is not null group by site_id
    ) due join site s on s.id = due.site_id order by due.due, due.site_id limit ${most}`.execute(db);
  return rows;
}

/** How far the reading of an area has come. */
export async function proofProgress(
  db: Db,
  areaId: string,
): Promise<{ pages: number; read: number; fresh: number; stock: number; characters: number }> {
  const { rows } = await sql<{ pages: number; read: number; fresh: number; stock: number; characters: number }>`
    select count(*)::int as pages, count(read_at)::int as read, count(*) filter (where due = ${DUE.fresh})::int as fresh,
      count(*) filter (where due = ${DUE.stock})::int as stock, coalesce(sum(characters), 0)::float8 as characters
    from proof_page p join site s on s.id = p.site_id where s.area_id = ${areaId}`.execute(db);
  return rows[0] as (typeof rows)[number];
}

/** Units of an area of whose sites at least one page was read by a moment; asked of the facts, as a page is read again later. */
export async function unitsRead(db: Db, areaId: string, until: Instant): Promise<Set<string>> {
  const { rows } = await sql<{ unitId: string }>`
    select distinct s.unit_id from site s
    where s.area_id = ${areaId} and exists (select from fact f where f.channel_id = s.id and f.kind = 'proof' and f.at <= ${until})`.execute(
    db,
  );
  return new Set(rows.map(({ unitId }) => unitId));
}

/** A page read: what the list of work and lists on screen need of it. */
export async function markRead(
  db: Db,
  { siteId, id, blob }: Pick<ProofPage, 'siteId' | 'id' | 'blob'>,
  read: {
    listsVersion: string;
    factId: string | null;
    readAt: Instant;
    characters: number;
    title: string | null;
    publishDate: string | null;
  },
): Promise<void> {
  await sql`
    update proof_page set lists_version = ${read.listsVersion}, fact_id = ${read.factId}, read_at = ${read.readAt}, characters = ${read.characters},
      title = coalesce(title, ${read.title}), publish_date = coalesce(publish_date, ${read.publishDate}::date),
      due = case when blob = ${blob} then null else due end
    where site_id = ${siteId} and id = ${id}`.execute(db);
}

/**
 * Newest readings of sites that a judgement of a moment needs: of every page that ever had a finding, and of one page more, so that
 * a site that was read and is clean is told from one that nobody read.
 */
export async function readingsToJudge(db: Db, siteIds: readonly string[], until: Instant): Promise<Fact<'proof'>[]> {
  const { rows } = await sql<Selectable<Tables['fact']>>`
    with asked as (
      select distinct f.channel_id, f.subject_id from fact f
      where f.channel_id = any(${siteIds}::text[]) and f.kind = 'proof' and json_array_length(f.data -> 'findings') > 0 and f.at <= ${until}
    ), chosen as (
      select latest.* from asked cross join lateral (
        select * from fact f where f.channel_id = asked.channel_id and f.kind = 'proof' and f.subject_id = asked.subject_id and f.at <= ${until}
        order by f.at desc, f.id desc limit 1
      ) latest
      union all
      select any_page.* from unnest(${siteIds}::text[]) as c (id) cross join lateral (
        select * from fact f where f.channel_id = c.id and f.kind = 'proof' and f.at <= ${until} order by f.at desc, f.id desc limit 1
      ) any_page
    ) select * from chosen order by channel_id, at, id`.execute(db);
  return [...new Map(rows.map((row) => [row.id, fromRow<'proof'>(row)])).values()];
}

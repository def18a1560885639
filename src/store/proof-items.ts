import { type Selectable, sql } from 'kysely';
import type { Instant } from '../core/date.ts';
import type { ProofAct } from '../evidence/proof.ts';
import type { Layer } from '../text/finding.ts';
import type { KeptFinding, PageItem } from '../text/review/review-item.ts';
import type { Judged } from '../text/review/threshold.ts';
import type { Db, Tables } from './schema.ts';

/** An item a reviewer decides on, as kept. */
export type ProofItemRow = Selectable<Tables['proofItem']>;
/** A place of an item, with the page it is on. */
export type ProofPlaceRow = Selectable<Tables['proofPlace']> &
  Pick<Selectable<Tables['proofPage']>, 'url' | 'title' | 'publishDate' | 'factId' | 'columnId'>;

/** Replaces what is known of one page by what its newest reading shows. Decisions on items stand. */
export async function replacePlaces(
  db: Db,
  { siteId, pageId, at }: { siteId: string; pageId: string; at: Instant },
  items: readonly PageItem<KeptFinding>[],
  dismissedHere: ReadonlySet<string>,
): Promise<void> {
  await db.deleteFrom('proofPlace').where('siteId', '=', siteId).where('pageId', '=', pageId).execute();
  if (items.length === 0) return;
  const rows = items.map(({ places: _places, ...item }) => ({
    ...item,
    siteId,
    firstSeenAt: at,
    act: null,
    rightWords: null,
    decidedBy: null,
    decidedAt: null,
    note: null,
    fixedAt: null,
  }));
  await db
    .insertInto('proofItem')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['siteId', 'key']).doUpdateSet((eb) => ({
        severity: eb.ref('excluded.severity'),
        score: eb.ref('excluded.score'),
        files: eb.ref('excluded.files'),
        layer: eb.ref('excluded.layer'),
        why: eb.ref('excluded.why'),
      })),
    )
    .execute();
  const places = items.flatMap(({ key, places }) =>
    places.map(({ place, context, contextAt, found }) => ({
      siteId,
      pageId,
      key,
      block: place.block,
      startAt: place.start,
      endAt: place.end,
      context,
      contextAt,
      found,
      dismissed: dismissedHere.has(key),
    })),
  );
  await db
    .insertInto('proofPlace')
    .values(places)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Sets or lifts (`act` null) the decision on an item. */
export async function setDecision(
  db: Db,
  { siteId, key }: Pick<ProofItemRow, 'siteId' | 'key'>,
  decision: Pick<ProofItemRow, 'act' | 'rightWords' | 'decidedBy' | 'decidedAt' | 'note'>,
): Promise<void> {
  await db
    .updateTable('proofItem')
    .set({ ...decision, fixedAt: null })
    .where('siteId', '=', siteId)
    .where('key', '=', key)
    .execute();
}

/** Marks an item's places on one page as no error, or lifts that. */
export async function dismissOnPage(db: Db, siteId: string, key: string, pageId: string, dismissed: boolean): Promise<void> {
  await db
    .updateTable('proofPlace')
    .set({ dismissed })
    .where('siteId', '=', siteId)
    .where('key', '=', key)
    .where('pageId', '=', pageId)
    .execute();
}

/** What is asked of the review queue. */
export interface ReviewFilter {
  state: 'open' | 'confirmed' | 'dismissed';
  siteId?: string | undefined;
  layer?: Layer | undefined;
  severity?: number | undefined;
  /** Words within the string, the suggestion or the sentence. */
  words?: string | undefined;
  /** Items below their layer's fitted threshold too. */
  unlikely?: boolean | undefined;
}

const ACTS_OF: Readonly<Record<'confirmed' | 'dismissed', readonly ProofAct[]>> = {
  confirmed: ['confirmed', 'wrong-suggestion'],
  dismissed: ['dismissed-string', 'accepted-term'],
};

/** An item in the queue, with how many places and pages it has and when the oldest of them was published. */
export type QueuedItem = ProofItemRow & {
  places: number;
  pages: number;
  oldest: string | null;
  newest: string | null;
  siteName: string;
  unitId: string;
};

/** What the queue shows of what the filter matches: items below their layer's threshold only where they are asked for. */
const shown = ({ state, unlikely }: ReviewFilter) =>
  unlikely === true || state !== 'open' ? sql`true` : sql`(i.severity = 1 or i.files or i.score >= coalesce(t.threshold, 0))`;

function filtered(areaId: string, filter: ReviewFilter) {
  const { state, siteId, layer, severity, words } = filter;
  const like = words === undefined || words === '' ? null : `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`
    from proof_item i
    join site s on s.id = i.site_id
    left join proof_threshold t on t.site_id = i.site_id and t.layer = i.layer
    where s.area_id = ${areaId}
      and ${state === 'open' ? sql`i.act is null` : sql`i.act = any(${[...ACTS_OF[state]]}::text[])`}
      and (${siteId ?? null}::text is null or i.site_id = ${siteId ?? null})
      and (${layer ?? null}::text is null or i.layer = ${layer ?? null})
      and (${severity ?? null}::int is null or i.severity = ${severity ?? null})
      and (${like}::text is null or i.string like ${like} or i.suggestion like ${like})
      and (${state} = 'dismissed' or exists (select from proof_place p where p.site_id = i.site_id and p.key = i.key and not p.dismissed))`;
}

/**
 * The queue of an area, the gravest first, then the surest; what waits longest before what came today. `hidden`: matches that are left
 * out as unlikely.
 */
export async function reviewQueue(
  db: Db,
  areaId: string,
  filter: ReviewFilter,
  page: { offset: number; limit: number },
): Promise<{ items: QueuedItem[]; total: number; hidden: number }> {
  const where = filtered(areaId, filter);
  const order = sql`order by ${filter.state === 'open' ? sql`i.severity, i.files desc, i.score desc, i.first_seen_at` : sql`i.decided_at desc`}, i.site_id, i.key`;
  // Places are counted for the items of the page alone.
  const items = sql<QueuedItem>`
    select i.*, found.* from (
      select i.*, s.name as site_name, s.unit_id ${where} and ${shown(filter)} ${order} limit ${page.limit} offset ${page.offset}
    ) i
    cross join lateral (
      select count(*)::int as places, count(distinct p.page_id)::int as pages, min(g.publish_date) as oldest, max(g.publish_date) as newest
      from proof_place p join proof_page g on g.site_id = p.site_id and g.id = p.page_id
      where p.site_id = i.site_id and p.key = i.key and not p.dismissed
    ) found
    ${order}`.execute(db);
  const counted = sql<{ total: number; all: number }>`
    select count(*) filter (where ${shown(filter)})::int as total, count(*)::int as all ${where}`.execute(db);
  const [{ rows }, { rows: counts }] = await Promise.all([items, counted]);
  const { total, all } = counts[0] as (typeof counts)[number];
  return { items: rows, total, hidden: all - total };
}

/** Open items of an area by severity; 1 is what must be looked at today. */
export async function openBySeverity(db: Db, areaId: string): Promise<Record<number, number>> {
  const { rows } = await sql<{ severity: number; count: number }>`
    select i.severity, count(*)::int as count ${filtered(areaId, { state: 'open' })} and ${shown({ state: 'open' })} group by i.severity`.execute(
    db,
  );
  return Object.fromEntries(rows.map(({ severity, count }) => [severity, count]));
}

/** Places of items, the newest pages first; at most `most` of each. */
export async function placesOf(
  db: Db,
  items: readonly Pick<ProofItemRow, 'siteId' | 'key'>[],
  most: number,
): Promise<Map<string, ProofPlaceRow[]>> {
  if (items.length === 0) return new Map();
  const { rows } = await sql<ProofPlaceRow>`
    select place.* from unnest(${items.map(({ siteId }) => siteId)}::text[], ${items.map(({ key }) => key)}::text[]) as asked (site_id, key)
    cross join lateral (
      select p.*, g.url, g.title, g.publish_date, g.fact_id, g.column_id from proof_place p
      join proof_page g on g.site_id = p.site_id and g.id = p.page_id
      where p.site_id = asked.site_id and p.key = asked.key
      order by p.dismissed, g.publish_date desc nulls last, p.page_id, p.block, p.start_at limit ${most}
    ) place`.execute(db);
  const byItem = new Map<string, ProofPlaceRow[]>();
  for (const row of rows) byItem.set(`${row.siteId} ${row.key}`, [...(byItem.get(`${row.siteId} ${row.key}`) ?? []), row]);
  return byItem;
}

/** A finding of the text room by site and key; null when there is none. */
export async function findItem(db: Db, siteId: string, key: string): Promise<ProofItemRow | null> {
  return (await db.selectFrom('proofItem').selectAll().where('siteId', '=', siteId).where('key', '=', key).executeTakeFirst()) ?? null;
}

/** The last judged findings of a layer on a site, oldest first: what its threshold is fitted to. Whole pages and topics are judged on other grounds. */
export async function judgedOf(db: Db, siteId: string, layer: Layer, most: number): Promise<Judged[]> {
  const { rows } = await sql<Judged>`
    select score, act in ('confirmed', 'wrong-suggestion') as right from proof_item
    where site_id = ${siteId} and layer = ${layer} and act is not null and kind not in ('whole-page', 'off-topic')
    order by decided_at desc, key limit ${most}`.execute(db);
  return rows.reverse();
}

/** Keeps the threshold of a layer on a site; the earlier one is replaced. */
export async function putThreshold(db: Db, row: Selectable<Tables['proofThreshold']>): Promise<void> {
  await db
    .insertInto('proofThreshold')
    .values(row)
    .onConflict((conflict) => conflict.columns(['siteId', 'layer']).doUpdateSet(row))
    .execute();
}

/** Thresholds fitted for an area's sites, by site and layer; a site without one goes by the shipped one. */
export async function listThresholds(db: Db, areaId: string): Promise<(Selectable<Tables['proofThreshold']> & { siteName: string })[]> {
  const { rows } = await sql<Selectable<Tables['proofThreshold']> & { siteName: string }>`
    select t.*, s.name as site_name from proof_threshold t join site s on s.id = t.site_id where s.area_id = ${areaId} order by s.position, t.layer`.execute(
    db,
  );
  return rows;
}

/** Strings that reviewers dismissed on at least two sites of an area and that no list holds yet: to be proposed as accepted terms. */
export async function dismissedOnSeveral(db: Db, areaId: string): Promise<{ string: string; sites: number; lastAt: Instant }[]> {
  const { rows } = await sql<{ string: string; sites: number; lastAt: Instant }>`
    select i.string, count(distinct i.site_id)::int as sites, max(i.decided_at) as last_at
    from proof_item i join site s on s.id = i.site_id
    where s.area_id = ${areaId} and i.act = 'dismissed-string' and i.kind not in ('whole-page', 'off-topic')
    group by i.string having count(distinct i.site_id) >= 2 order by sites desc, i.string`.execute(db);
  return rows;
}

/** Confirmed items of a site that stand on no page any more and are not marked as fixed yet: marked now, and answered. */
export async function markFixed(db: Db, siteId: string, at: Instant): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    update proof_item i set fixed_at = ${at}
    where i.site_id = ${siteId} and i.act in ('confirmed', 'wrong-suggestion') and i.fixed_at is null
      and not exists (select from proof_place p where p.site_id = i.site_id and p.key = i.key and not p.dismissed)
    returning i.key`.execute(db);
  return rows.map(({ key }) => key);
}

/** Pages of a site that carry a confirmed error: read again in every scan until it is gone. The newest, `most` of them. */
export async function pagesToRecheck(db: Db, siteId: string, most: number): Promise<{ url: string; columnId: string | null }[]> {
  const { rows } = await sql<{ url: string; columnId: string | null }>`
    select distinct g.url, g.column_id from proof_item i
    join proof_place p on p.site_id = i.site_id and p.key = i.key and not p.dismissed
    join proof_page g on g.site_id = p.site_id and g.id = p.page_id
    where i.site_id = ${siteId} and i.act in ('confirmed', 'wrong-suggestion') and g.of = 'article'
    order by g.url limit ${most}`.execute(db);
  return rows;
}

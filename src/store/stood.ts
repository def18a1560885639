import { sql } from 'kysely';
import type { ProblemStatus } from '../ledger/status.ts';
import type { Span } from '../ledger/stock.ts';
import type { Db } from './schema.ts';

/** A channel in a span, by the name the span goes by here. */
export interface ChannelSpan {
  channelId: string;
  spanId: string;
}

/**
 * Problems of channels that stood in the stock in spans, as the ledger's `stoodIn` says it, from the moves that the database keeps:
 * in it at the opening or the cut-off, or found in between; never what was by then rejected, merged or withdrawn. In the order of the
 * ledger, the newest first. `open`: the statuses of the stock. A test holds this against `stoodIn` over whole histories.
 */
export async function problemsStood(
  db: Db,
  areaId: string,
  spans: ReadonlyMap<string, Span>,
  { wanted, open }: { wanted: readonly ChannelSpan[]; open: readonly ProblemStatus[] },
): Promise<(ChannelSpan & { problemId: string })[]> {
  if (wanted.length === 0) return [];
  const asked = [...spans].filter(([id]) => wanted.some(({ spanId }) => spanId === id));
  const { rows } = await sql<ChannelSpan & { problemId: string }>`
    with wanted as (
      select * from unnest(${wanted.map(({ spanId }) => spanId)}::text[], ${wanted.map(({ channelId }) => channelId)}::text[]) w (span_id, channel_id)
      join unnest(${asked.map(([id]) => id)}::text[], ${asked.map(([, { after }]) => after ?? '-infinity')}::date[],
        ${asked.map(([, { cutoff }]) => cutoff)}::date[]) s (span_id, after, cutoff) using (span_id)
    ), astir as materialized (
      -- What came to rest before every span stood in none of them.
      select id, unit_id, channel_id, first_found_on, case when status <> all(${open}::text[]) then last_act_on end as rested from problem
      where area_id = ${areaId} and channel_id = any(${[...new Set(wanted.map(({ channelId }) => channelId))]}::text[])
        and (last_act_on > (select min(after) from wanted) or status = any(${open}::text[]))
    ), stay as (
      -- From the day of a move to the next one, that day not included.
      select problem_id, day as since, coalesce(lead(day) over acts, 'infinity') as until, move from ledger_move
      where problem_id in (select id from astir) window acts as (partition by problem_id order by seq)
    ), aside as (
      -- A withdrawal counts on the day of its move.
      select e.problem_id, coalesce(m.day, e.day) as since, coalesce((
        select n.day from problem_event n
        where n.problem_id = e.problem_id and n.seq > e.seq and n.act not in ('carried_over', 'uncarried') order by n.seq limit 1
      ), 'infinity') as until
      from problem_event e left join ledger_move m on m.problem_id = e.problem_id and m.seq = e.seq
      where e.area_id = ${areaId} and e.act in ('rejected', 'merged', 'withdrawn') and e.problem_id in (select id from astir)
    )
    select w.span_id, w.channel_id, p.id as problem_id
    from wanted w
    join astir p on p.channel_id = w.channel_id and p.first_found_on <= w.cutoff and (p.rested is null or p.rested > w.after)
    join stay t on t.problem_id = p.id and t.since <= w.cutoff
    where not exists (select from aside a where a.problem_id = p.id and a.since <= w.cutoff and a.until > w.cutoff)
    group by w.span_id, w.channel_id, w.after, p.id, p.unit_id, p.first_found_on
    having p.first_found_on > w.after
      or bool_or(t.move <> 'closed' and (t.until > w.cutoff or (t.since <= w.after and t.until > w.after)))
    order by p.first_found_on desc, p.unit_id, p.id`.execute(db);
  return rows;
}

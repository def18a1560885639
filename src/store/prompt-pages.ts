import { sql } from 'kysely';
import type { CalendarDate } from '../core/date.ts';
import type { PromptKind, PromptState } from '../ledger/prompt.ts';
import type { Prompt } from './prompts.ts';
import type { Db } from './schema.ts';

export interface PromptQuery {
  state: PromptState | null;
  kind: PromptKind | null;
  /** Words that the heading holds. */
  words: string | null;
  /** The newest first, the nearest limit first, the most units missing first. */
  order: 'sent' | 'due' | 'missing';
}

/** One page of prompts as they stand on a day, and how many there are in all. `limit` null: all of them. */
export async function pagePrompts(
  db: Db,
  areaId: string,
  { state, kind, words, order }: PromptQuery,
  day: CalendarDate,
  { limit, offset }: { limit: number | null; offset: number },
): Promise<{ prompts: Prompt[]; total: number }> {
  const isInForce = state !== null && state !== 'withdrawn';
  // Who has not done it is counted only where the state or the order asks for it; of the rows of a page the standings tell.
  const isCounted = isInForce || order === 'missing';
  const first = { sent: sql``, due: sql`h.due_on nulls last,`, missing: sql`h.missing desc,` }[order];
  const found = await sql<{ total: number; ids: string[] }>`
    with hit as materialized (
      select p.id, p.due_on, p.sent_on, p.made_at, ${isCounted ? MISSING : sql`0`} as missing
      from prompt p ${isCounted ? sql`left join ${missingOn(areaId, day)} m on m.prompt_id = p.id` : sql``}
      where p.area_id = ${areaId}
        ${state === null ? sql`` : sql`and ${inState(state, day)}`}
        ${kind === null ? sql`` : sql`and p.kind = ${kind}`}
        ${words === null ? sql`` : sql`and position(${words} in p.heading) > 0`}
    )
    select (select count(*)::int from hit) as total,
      array(select h.id from hit h order by ${first} h.sent_on desc, h.made_at desc, h.id limit ${limit} offset ${offset}) as ids`.execute(
    db,
  );
  const { total, ids } = found.rows[0] as { total: number; ids: string[] };
  return { prompts: await promptsInOrder(db, areaId, ids), total };
}

async function promptsInOrder(db: Db, areaId: string, ids: readonly string[]): Promise<Prompt[]> {
  const { rows } = await sql<Prompt>`
    select p.* from unnest(${ids}::text[]) with ordinality o (id, n) join prompt p on p.area_id = ${areaId} and p.id = o.id
    order by o.n`.execute(db);
  return rows;
}

/** Units of each prompt that have not done it on a day: the last word of one that has, receipts aside, is that it is done. */
const missingOn = (areaId: string, day: CalendarDate) => sql`(
    select asked.prompt_id, asked.units - coalesce(did.units, 0) as units
    from (select prompt_id, count(*)::int as units from prompt_unit where area_id = ${areaId} group by prompt_id) asked
    left join (
      select prompt_id, count(*)::int as units
      from (
        select prompt_id from prompt_act where area_id = ${areaId} and day <= ${day} and act <> 'received'
        group by prompt_id, unit_id having max(seq) filter (where act = 'done') = max(seq)
      ) done
      group by prompt_id
    ) did on did.prompt_id = asked.prompt_id
  )`;
/** A prompt that asks nobody is missing none. */
const MISSING = sql`coalesce(m.units, 0)`;

/** SQL of what `promptState` says. */
function inState(state: PromptState, day: CalendarDate) {
  if (state === 'withdrawn') return sql`p.withdrawn_at is not null`;
  const standing = {
    done: sql`${MISSING} = 0`,
    late: sql`${MISSING} > 0 and p.due_on < ${day}`,
    running: sql`${MISSING} > 0 and (p.due_on is null or p.due_on >= ${day})`,
  }[state];
  return sql`p.withdrawn_at is null and ${standing}`;
}

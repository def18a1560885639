import { type Selectable, sql } from 'kysely';
import type { Instant } from '../core/date.ts';
import { MingchaError } from '../core/error.ts';
import type { Db, Tables } from './schema.ts';
import { storableText } from './text.ts';

/** 工作提示 with the rule of fast it went out under. */
export type Prompt = Selectable<Tables['prompt']>;
export type PromptSaid = Selectable<Tables['promptAct']>;
export type NewPrompt = Omit<Prompt, 'withdrawnAt' | 'withdrawnBy' | 'withdrawnReason'>;

const optional = (text: string | null): string | null => (text === null ? null : storableText(text));

/** Keeps a prompt and whom it asks, in their order. */
export async function insertPrompt(db: Db, prompt: NewPrompt, unitIds: readonly string[]): Promise<void> {
  const { areaId, id: promptId } = prompt;
  await db
    .insertInto('prompt')
    .values({ ...prompt, heading: storableText(prompt.heading), text: storableText(prompt.text) })
    .execute();
  await db
    .insertInto('promptUnit')
    .values(unitIds.map((unitId, position) => ({ areaId, promptId, unitId, position })))
    .execute();
}

/** Prompts of an area, the newest first. */
export async function listPrompts(db: Db, areaId: string): Promise<Prompt[]> {
  return db
    .selectFrom('prompt')
    .selectAll()
    .where('areaId', '=', areaId)
    .orderBy('sentOn', 'desc')
    .orderBy('madeAt', 'desc')
    .orderBy('id')
    .execute();
}

export async function findPrompt(db: Db, areaId: string, id: string): Promise<Prompt | null> {
  return (await db.selectFrom('prompt').selectAll().where('areaId', '=', areaId).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Which prompts and units are read; null: all of the area. */
interface Narrowed {
  promptIds?: readonly string[] | null;
  unitIds?: readonly string[] | null;
}

/** Units asked, in their order, by prompt. */
export async function unitsAsked(
  db: Db,
  areaId: string,
  { promptIds = null, unitIds = null }: Narrowed = {},
): Promise<Map<string, string[]>> {
  let query = db.selectFrom('promptUnit').select(['promptId', 'unitId']).where('areaId', '=', areaId);
  if (promptIds) query = query.where('promptId', '=', sql<string>`any(${promptIds}::text[])`);
  if (unitIds) query = query.where('unitId', '=', sql<string>`any(${unitIds}::text[])`);
  return gathered(await query.orderBy('promptId').orderBy('position').execute(), ({ unitId }) => unitId);
}

/** What was said, in order, by prompt. */
export async function listPromptActs(
  db: Db,
  areaId: string,
  { promptIds = null, unitIds = null }: Narrowed = {},
): Promise<Map<string, PromptSaid[]>> {
  let query = db.selectFrom('promptAct').selectAll().where('areaId', '=', areaId);
  if (promptIds) query = query.where('promptId', '=', sql<string>`any(${promptIds}::text[])`);
  if (unitIds) query = query.where('unitId', '=', sql<string>`any(${unitIds}::text[])`);
  return gathered(await query.orderBy('promptId').orderBy('unitId').orderBy('seq').execute(), (row) => row);
}

/** Writes down an act. Throws 'conflict' when something was said of the unit since. */
export async function appendPromptAct(db: Db, act: PromptSaid): Promise<void> {
  const added = await db
    .insertInto('promptAct')
    .values({ ...act, note: optional(act.note), proof: optional(act.proof) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('seq')
    .executeTakeFirst();
  if (!added) throw new MingchaError('conflict', '这个单位的情况刚刚有人登记过。', '请刷新页面，看过最新情况再办理。');
}

/** Takes a prompt back; answers whether it was there and in force. */
export async function withdrawPrompt(
  db: Db,
  areaId: string,
  id: string,
  by: { at: Instant; name: string; reason: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('prompt')
    .set({ withdrawnAt: by.at, withdrawnBy: by.name, withdrawnReason: storableText(by.reason) })
    .where('areaId', '=', areaId)
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function gathered<R extends { promptId: string }, V>(rows: readonly R[], value: (row: R) => V): Map<string, V[]> {
  const all = new Map<string, V[]>();
  for (const row of rows) {
    const known = all.get(row.promptId);
    if (known) known.push(value(row));
    else all.set(row.promptId, [value(row)]);
  }
  return all;
}

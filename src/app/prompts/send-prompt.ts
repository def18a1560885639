import { randomUUID } from 'node:crypto';
import type { Category } from '../../core/category.ts';
import type { CalendarDate } from '../../core/date.ts';
import { type InputFault, MingchaError } from '../../core/error.ts';
import type { PromptKind } from '../../ledger/prompt.ts';
import { insertPrompt, withdrawPrompt } from '../../store/prompts.ts';
import { listUnits } from '../../store/units.ts';
import { activeOn, type Unit } from '../../subjects/unit.ts';
import { readAreaSettings } from '../area-settings.ts';
import { unitPost } from '../messages/unit-post.ts';
import { writeMessages } from '../messages/write-messages.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { areaOf, todayOf } from '../views/area-of.ts';
import { dayWords } from './group-text.ts';

export interface PromptWish {
  kind: PromptKind;
  heading: string;
  text: string;
  dueOn: CalendarDate | null;
  categories: readonly Category[];
  unitIds: readonly string[];
}

/**
 * 发出工作提示: keeps it with the rule of fast as the area has it now, and writes to every unit (seeds O07, P10). Answers its id.
 * Throws bad-input naming what is wrong: a day that has passed, a self-check without a class of problems, a unit that is not there.
 */
export async function sendPrompt(app: App, areaId: string, wish: PromptWish, by: Pick<Caller, 'name'>): Promise<string> {
  await areaOf(app, areaId);
  const sentOn = await todayOf(app, areaId);
  const known = new Map((await listUnits(app.db, areaId)).filter((unit) => activeOn(unit, sentOn)).map((unit) => [unit.id, unit]));
  check(wish, sentOn, known);
  const { prompts: rule } = await readAreaSettings(app.db, areaId);
  const id = `prompt_${randomUUID()}`;
  const at = app.now();
  const { kind, heading, text, dueOn } = wish;
  const units = [...new Set(wish.unitIds)].flatMap((unitId) => known.get(unitId) ?? []).sort((a, b) => a.order - b.order);
  const fast = { fastWithin: rule.fastWithin, fastDays: rule.fastDays, fastFirst: rule.fastFirst };
  await app.db.transaction().execute(async (trx) => {
    await insertPrompt(
      trx,
      { areaId, id, kind, heading, text, sentOn, dueOn, categories: [...wish.categories], ...fast, madeBy: by.name, madeAt: at },
      units.map((unit) => unit.id),
    );
    const post = await unitPost(trx, areaId);
    const due = dueOn === null ? [] : [`请于${dayWords(dueOn, sentOn)}前（含当日）完成。`];
    await writeMessages(
      trx,
      areaId,
      {
        ...{ kind: 'prompt', cause: `prompt:${id}`, title: `${kind === 'self_check' ? '自查' : '工作提示'}：${heading}` },
        ...{ body: [text, ...due].join('\n'), link: promptLink(areaId, id), urgent: false, confidential: false, at },
      },
      units.flatMap((unit) => post.addresseesOf(unit)),
    );
  });
  return id;
}

/** Page of a prompt: the office sees who has done it, a unit what it is asked. */
export const promptLink = (areaId: string, id: string): string => `/areas/${areaId}/prompts?prompt=${id}`;

/** 撤回: units need not do it any more, and nobody is slow by it. Throws 'not-found' where there is none in force. */
export async function takeBackPrompt(app: App, areaId: string, id: string, reason: string, by: Pick<Caller, 'name'>): Promise<void> {
  if (await withdrawPrompt(app.db, areaId, id, { at: app.now(), name: by.name, reason })) return;
  throw new MingchaError('not-found', '没有这条提示，或者已经撤回。', '请刷新页面。');
}

function check({ kind, dueOn, categories, unitIds }: PromptWish, today: CalendarDate, known: ReadonlyMap<string, Unit>): void {
  const faults: InputFault[] = [];
  if (dueOn !== null && dueOn < today) faults.push({ field: 'dueOn', value: dueOn, message: `完成时限不能早于今天（${today}）` });
  if (kind === 'self_check' && categories.length === 0) faults.push({ field: 'categories', message: '请选择要自查的问题类别' });
  if (kind === 'task' && categories.length > 0)
    faults.push({ field: 'categories', message: '工作提示不需要问题类别；要各单位自查，请选“举一反三自查”' });
  if (unitIds.length === 0) faults.push({ field: 'unitIds', message: '请至少选择一个单位' });
  const lost = unitIds.filter((id) => !known.has(id));
  if (lost.length > 0) faults.push({ field: 'unitIds', value: lost.join('、'), message: `${lost.length} 个单位不在名录里或已撤销` });
  if (faults.length === 0) return;
  const said = faults.map(({ message }) => message).join('；');
  throw new MingchaError('bad-input', `提示没有发出：${said}。`, '请改正后再发出。', { faults });
}

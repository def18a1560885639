import { type CalendarDate, dateAt, type Instant, instantOf } from '../../core/date.ts';
import { type InputFault, MingchaError } from '../../core/error.ts';
import { PROMPT_ACTS, type PromptAct } from '../../ledger/prompt.ts';
import { appendPromptAct, listPromptActs, type Prompt, unitsAsked } from '../../store/prompts.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { todayOf } from '../views/area-of.ts';
import { promptOf } from './view-prompts.ts';

/** What is told of one unit and one prompt. */
export interface Said {
  unitId: string;
  act: PromptAct;
  note: string | null;
  /** Address where it can be seen. */
  proof: string | null;
  /** Answer to a self-check; null otherwise. */
  found: number | null;
  fixed: number | null;
}

/** When it happened, where the office writes down what it was told. `time` null: some time that day. */
export interface ToldOn {
  day: CalendarDate;
  time: string | null;
}

/** The last minute of a day: what has no time comes after what has one, and is in time all the same. */
const DAY_END = '23:59';

const refused = (message: string, next: string): MingchaError => new MingchaError('refused', message, next);

/**
 * Writes down that a unit has a prompt, has done it, or has to do it again. A unit speaks for itself and now; the office for any unit
 * asked, and for an earlier day where it was told so. Throws 'not-found' for a unit that was not asked (by whom it may be asked of),
 * 'refused' with the reason, 'conflict' where somebody was quicker.
 */
export async function sayOfPrompt(
  app: App,
  areaId: string,
  promptId: string,
  said: Said,
  by: Pick<Caller, 'name' | 'role' | 'scope'>,
  told: ToldOn | null = null,
): Promise<void> {
  const prompt = await promptOf(app, areaId, promptId);
  const mayAsk = by.scope.units === null || by.scope.units.includes(said.unitId);
  if (
    !mayAsk ||
    !((await unitsAsked(app.db, areaId, { promptIds: [promptId], unitIds: [said.unitId] })).get(promptId) ?? []).includes(said.unitId)
  )
    throw new MingchaError('not-found', '这条提示没有发给这个单位。', '请刷新页面后重新选择。');
  const acts = ((await listPromptActs(app.db, areaId, { promptIds: [promptId], unitIds: [said.unitId] })).get(promptId) ?? []).toSorted(
    (a, b) => a.seq - b.seq,
  );
  const today = await todayOf(app, areaId);
  const last = acts.at(-1) ?? null;
  checkAct(prompt, said, last?.act ?? null, by);
  const when = momentOf(app, told, today);
  checkDay(prompt, when.day, last?.day ?? null, today);
  await appendPromptAct(app.db, {
    ...{ areaId, promptId, ...said, ...when, seq: (last?.seq ?? 0) + 1, at: app.now(), byRole: by.role, byName: by.name },
    ...(said.act === 'done' && prompt.kind === 'self_check' ? {} : { found: null, fixed: null }),
  });
}

function momentOf(app: App, told: ToldOn | null, today: CalendarDate): { day: CalendarDate; moment: Instant } {
  const now = app.now();
  if (told === null || (told.day === today && told.time === null)) return { day: today, moment: now };
  const moment = instantOf(told.day, told.time ?? DAY_END);
  return { day: told.day, moment: told.day === dateAt(now) && moment > now ? now : moment };
}

function checkAct(prompt: Prompt, { act, note, found, fixed }: Said, last: PromptAct | null, by: Pick<Caller, 'role'>): void {
  if (prompt.withdrawnAt !== null) throw refused('这条提示已经撤回，不用再办。', '请刷新页面。');
  if (act === 'received' && last !== null) throw refused(`此前已${PROMPT_ACTS[last]}，不用再确认。`, '请刷新页面。');
  if (act === 'done' && last === 'done') throw refused('已经反馈完成。', '如需重新反馈，请联系政务公开办退回。');
  if (act === 'returned' && by.role === 'unit') throw refused('责任单位不能退回反馈。', '请联系政务公开办退回。');
  if (act === 'returned' && last !== 'done') throw refused('这个单位还没有反馈完成，不能退回。', '请刷新页面。');
  if (act === 'returned' && !note) throw refused('退回没有说明理由。', '请写明还差什么。');
  if (act === 'done' && prompt.kind === 'self_check') checkAnswer(found, fixed);
}

function checkAnswer(found: number | null, fixed: number | null): void {
  const faults: InputFault[] = [];
  if (found === null) faults.push({ field: 'found', message: '请填写自查发现的问题数，没有发现填 0' });
  else if ((fixed ?? 0) > found) faults.push({ field: 'fixed', value: String(fixed), message: `已整改数不能多于发现数（${found}）` });
  if (faults.length > 0) throw new MingchaError('bad-input', `${faults[0]?.message}。`, '请改正后再反馈。', { faults });
}

function checkDay({ sentOn }: Prompt, day: CalendarDate, last: CalendarDate | null, today: CalendarDate): void {
  const least = last !== null && last > sentOn ? last : sentOn;
  if (day >= least && day <= today) return;
  const message = `日期应在 ${least} 至 ${today} 之间`;
  throw new MingchaError('bad-input', `${message}。`, '请改正日期。', { faults: [{ field: 'day', value: day, message }] });
}

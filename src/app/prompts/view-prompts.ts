import { CATEGORIES } from '../../core/category.ts';
import type { CalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import type { WorkCalendar } from '../../core/work-calendar.ts';
import {
  fastWords,
  PROMPT_ACTS,
  PROMPT_KINDS,
  PROMPT_STATES,
  type PromptStanding,
  promptStandings,
  promptState,
  SPEED_CODES,
  SPEEDS,
} from '../../ledger/prompt.ts';
import { type PromptQuery, pagePrompts } from '../../store/prompt-pages.ts';
import { findPrompt, listPromptActs, type Prompt, type PromptSaid, unitsAsked } from '../../store/prompts.ts';
import { listReminders } from '../../store/reminders.ts';
import { listUnits } from '../../store/units.ts';
import { activeOn, UNIT_KIND_NAMES } from '../../subjects/unit.ts';
import { readAreaSettings } from '../area-settings.ts';
import { type App, loadCalendar } from '../open.ts';
import { areaOf, todayOf } from '../views/area-of.ts';
import { type GroupText, groupText, urgingText } from './group-text.ts';
import { promptLink } from './send-prompt.ts';

/** Standings of a prompt's units on a day, by the rule it went out under. */
export const standingsOf = (
  { sentOn, dueOn, fastWithin, fastDays, fastFirst }: Prompt,
  unitIds: readonly string[],
  acts: readonly PromptSaid[],
  day: CalendarDate,
  calendar: WorkCalendar,
): PromptStanding[] =>
  promptStandings({ sentOn, dueOn, fast: { within: fastWithin, days: fastDays, first: fastFirst } }, unitIds, acts, day, calendar);

/** One page of an area's 工作提示 with how many units stand how. */
export async function viewPrompts(app: App, areaId: string, { page, size, ...query }: PromptQuery & { page: number; size: number }) {
  const { prompts: rule } = await readAreaSettings(app.db, areaId);
  return {
    rule: fastWords({ within: rule.fastWithin, days: rule.fastDays, first: rule.fastFirst }),
    page,
    size,
    ...(await listedPrompts(app, areaId, query, { limit: size, offset: (page - 1) * size })),
  };
}

/** Prompts with how many units stand how; the standings are told of the rows alone, by the rule each went out under. */
export async function listedPrompts(app: App, areaId: string, query: PromptQuery, span: { limit: number | null; offset: number }) {
  await areaOf(app, areaId);
  const today = await todayOf(app, areaId);
  const { prompts, total } = await pagePrompts(app.db, areaId, query, today, span);
  const promptIds = prompts.map(({ id }) => id);
  const [asked, said, calendar] = await Promise.all([
    unitsAsked(app.db, areaId, { promptIds }),
    listPromptActs(app.db, areaId, { promptIds }),
    loadCalendar(app.db),
  ]);
  return {
    today,
    total,
    rows: prompts.map((prompt) => {
      const acts = said.get(prompt.id) ?? [];
      const standings = standingsOf(prompt, asked.get(prompt.id) ?? [], acts, today, calendar);
      return { ...head(prompt, today, standings), counts: countsOf(standings), ...answersOf(prompt, standings, acts) };
    }),
  };
}

/** What a new prompt is made of: whom it can ask, about which problems, and the rule of fast it will go out under. */
export async function viewPromptChoices(app: App, areaId: string) {
  await areaOf(app, areaId);
  const today = await todayOf(app, areaId);
  const { prompts: rule } = await readAreaSettings(app.db, areaId);
  return {
    today,
    rule: fastWords({ within: rule.fastWithin, days: rule.fastDays, first: rule.fastFirst }),
    units: (await listUnits(app.db, areaId))
      .filter((unit) => activeOn(unit, today))
      .map(({ id, name, group, kind }) => ({ id, name, group: group ?? UNIT_KIND_NAMES[kind] })),
    categories: Object.entries(CATEGORIES).map(([code, name]) => ({ code, name })),
  };
}

/** One prompt: who confirmed, who did it when, in the order of completion or of the register; and the texts for the work group. */
export async function viewPrompt(app: App, areaId: string, id: string) {
  await areaOf(app, areaId);
  const prompt = await promptOf(app, areaId, id);
  const today = await todayOf(app, areaId);
  const unitIds = (await unitsAsked(app.db, areaId, { promptIds: [id] })).get(id) ?? [];
  const acts = (await listPromptActs(app.db, areaId, { promptIds: [id] })).get(id) ?? [];
  const standings = standingsOf(prompt, unitIds, acts, today, await loadCalendar(app.db));
  const names = new Map((await listUnits(app.db, areaId)).map(({ id: unitId, name }) => [unitId, name]));
  const reminded = await timesReminded(app, areaId, prompt, today);
  const texts = await textOf(app, areaId, prompt);
  const namesOf = (rows: readonly PromptStanding[]): string[] => rows.map(({ unitId }) => names.get(unitId) ?? unitId);
  return {
    today,
    prompt: {
      ...head(prompt, today, standings),
      text: prompt.text,
      withdrawnReason: prompt.withdrawnReason,
      withdrawnBy: prompt.withdrawnBy,
    },
    rule: fastWords({ within: prompt.fastWithin, days: prompt.fastDays, first: prompt.fastFirst }),
    counts: countsOf(standings),
    ...answersOf(prompt, standings, acts),
    units: standings.map((standing) => {
      const mine = acts.filter(({ unitId }) => unitId === standing.unitId);
      const done = standing.doneAt === null ? null : (mine.findLast(({ act }) => act === 'done') ?? null);
      return {
        ...standing,
        unit: { id: standing.unitId, name: names.get(standing.unitId) ?? standing.unitId },
        speed: { code: standing.speed, name: SPEEDS[standing.speed] },
        note: done?.note ?? null,
        proof: done?.proof ?? null,
        found: done?.found ?? null,
        fixed: done?.fixed ?? null,
        reminded: reminded.get(standing.unitId) ?? 0,
        history: mine.map(({ act, day, at, byName, note }) => ({ act: { code: act, name: PROMPT_ACTS[act] }, day, at, by: byName, note })),
      };
    }),
    groupText: groupText({ ...texts, units: namesOf(standings) }),
    urgingText: urgingText({ ...texts, units: namesOf(standings.filter(({ doneAt }) => doneAt === null)) }, today),
  };
}

/** A prompt by id. Throws 'not-found'. */
export async function promptOf(app: App, areaId: string, id: string): Promise<Prompt> {
  const prompt = await findPrompt(app.db, areaId, id);
  if (prompt) return prompt;
  throw new MingchaError('not-found', '没有这条提示。', '请回到工作提示列表重新选择。');
}

/** How reminders of a prompt are told from others of the unit. */
export const reminderNote = ({ heading }: Pick<Prompt, 'heading'>): string => `工作提示“${heading}”尚未反馈完成`;

async function timesReminded(app: App, areaId: string, prompt: Prompt, today: CalendarDate): Promise<Map<string, number>> {
  const span = { unitIds: null, from: prompt.sentOn, to: today };
  const counts = new Map<string, number>();
  for (const { unitId, note } of await listReminders(app.db, areaId, span))
    if (note === reminderNote(prompt)) counts.set(unitId, (counts.get(unitId) ?? 0) + 1);
  return counts;
}

async function textOf(app: App, areaId: string, { id, heading, text, dueOn, sentOn }: Prompt): Promise<Omit<GroupText, 'units'>> {
  const { head: notices, messages } = await readAreaSettings(app.db, areaId);
  const link = messages.address === null ? null : new URL(promptLink(areaId, id), messages.address).href;
  return { heading, text, dueOn, sentOn, link, issuer: notices.issuer === '' ? null : notices.issuer };
}

function head(prompt: Prompt, today: CalendarDate, standings: readonly PromptStanding[]) {
  const state = promptState({ withdrawn: prompt.withdrawnAt !== null, dueOn: prompt.dueOn }, standings, today);
  return {
    id: prompt.id,
    kind: { code: prompt.kind, name: PROMPT_KINDS[prompt.kind] },
    heading: prompt.heading,
    sentOn: prompt.sentOn,
    dueOn: prompt.dueOn,
    categories: prompt.categories.map((code) => ({ code, name: CATEGORIES[code] })),
    madeBy: prompt.madeBy,
    state: { code: state, name: PROMPT_STATES[state] },
  };
}

/** How many were asked, have received it, have done it, and how fast. */
export function countsOf(standings: readonly PromptStanding[]) {
  const of = (speed: PromptStanding['speed']): number => standings.filter((one) => one.speed === speed).length;
  return {
    asked: standings.length,
    received: standings.filter(({ receivedAt }) => receivedAt !== null).length,
    done: standings.filter(({ doneAt }) => doneAt !== null).length,
    speeds: SPEED_CODES.map((code) => ({ code, name: SPEEDS[code], count: of(code) })),
  };
}

/** Answers to a self-check, counted (seeds P10); null for a task. */
function answersOf({ kind }: Prompt, standings: readonly PromptStanding[], acts: readonly PromptSaid[]) {
  if (kind === 'task') return { answers: null };
  const standing = standings.filter(({ doneAt }) => doneAt !== null);
  const last = standing.flatMap(({ unitId }) => acts.findLast((act) => act.unitId === unitId && act.act === 'done') ?? []);
  const sum = (field: 'found' | 'fixed'): number => last.reduce((total, act) => total + (act[field] ?? 0), 0);
  return {
    answers: {
      answered: last.length,
      clean: last.filter(({ found }) => found === 0).length,
      withProblems: last.filter(({ found }) => (found ?? 0) > 0).length,
      found: sum('found'),
      fixed: sum('fixed'),
    },
  };
}

import { randomUUID } from 'node:crypto';
import { CATEGORIES, type Category } from '../../core/category.ts';
import { addDays, type CalendarDate } from '../../core/date.ts';
import { type InputFault, MingchaError } from '../../core/error.ts';
import type { WorkCalendar } from '../../core/work-calendar.ts';
import { apply } from '../../ledger/apply.ts';
import { enterProblem, type ProblemEntry } from '../../ledger/entry.ts';
import type { ProblemEvent } from '../../ledger/event.ts';
import { project } from '../../ledger/project.ts';
import type { LedgerEntry } from '../../ledger/reconcile-input.ts';
import { PROBLEM_STATUSES } from '../../ledger/status.ts';
import { insertPatrol } from '../../store/patrols.ts';
import { listEventsOf } from '../../store/problem-events.ts';
import { findByFingerprints } from '../../store/problems.ts';
import { unitsAsked } from '../../store/prompts.ts';
import { readRegister } from '../../store/register.ts';
import type { Register } from '../../subjects/register.ts';
import { actOnSelected } from '../ledger/act-on-selected.ts';
import { appendToLedger } from '../ledger/append.ts';
import { machinePrint } from '../ledger/machine-print.ts';
import { type App, loadCalendar } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { areaOf, todayOf } from '../views/area-of.ts';

/** A problem as a unit enters it. */
export interface OwnFinding {
  category: Category;
  channelId: string | null;
  columnId: string | null;
  place: string;
  url: string | null;
  text: string;
  /** How it was put right; null while it is not. */
  fixed: string | null;
}

export interface PatrolWish {
  unitId: string;
  day: CalendarDate;
  scope: string;
  note: string | null;
  /** The self-check it answers. */
  promptId: string | null;
  findings: readonly OwnFinding[];
}

/** Days after a patrol within which it has to be written down: what was found before the office is told before the office. */
const WITHIN_DAYS = 3;
/** States in which a problem of the same print is settled, so that a new one may begin. */
const SETTLED: readonly string[] = ['closed', 'rejected', 'withdrawn', 'merged', 'self_fixed'];

/**
 * 主动巡网 (seeds M20): keeps what a unit looked at and enters what it found into the ledger as its own. Answers the id of the patrol.
 * Throws bad-input naming the finding and what is wrong with it; 'refused' where a problem is in the ledger already.
 */
export async function filePatrol(app: App, areaId: string, wish: PatrolWish, by: Pick<Caller, 'name' | 'scope'>): Promise<string> {
  await areaOf(app, areaId);
  const today = await todayOf(app, areaId);
  const register = await readRegister(app.db, areaId);
  const calendar = await loadCalendar(app.db);
  await checkPatrol(app, areaId, wish, today);
  const id = `patrol_${randomUUID()}`;
  const settled = wish.findings.map((finding, i) => settle(finding, i, wish, register, by));
  const entries: LedgerEntry[] = [];
  for (const [i, one] of settled.entries()) entries.push(await enter(app, areaId, one, { wish, i, id, by, calendar }));
  await app.db.transaction().execute(async (trx) => {
    await appendToLedger(trx, [], {
      opened: entries.map(({ problem, events }) => ({ problem, event: events[0] as ProblemEvent })),
      events: entries.flatMap(({ events }) => events.slice(1)),
    });
    const { unitId, day, scope, note, promptId } = wish;
    const patrol = { areaId, id, unitId, day, scope, note, promptId, byName: by.name, at: app.now() };
    await insertPatrol(
      trx,
      patrol,
      entries.map(({ problem }) => problem.id),
    );
  });
  return id;
}

/** 自查已整改: the unit says how it put right what it found by itself. Throws as `actOnSelected`. */
export async function fixOwnFinding(
  app: App,
  areaId: string,
  { problemId, note }: { problemId: string; note: string },
  by: Pick<Caller, 'name' | 'scope'>,
): Promise<void> {
  const day = await todayOf(app, areaId);
  await actOnSelected(app, areaId, { ids: [problemId], scope: by.scope }, ({ problem, events }) => {
    if (project(events).status !== 'self_found')
      throw new MingchaError('refused', '这个问题不在自查整改中。', '请刷新页面；已交办的问题请在“本单位”页面反馈整改。');
    const unit = { role: 'unit' as const, unitId: problem.unitId, name: by.name };
    return { act: 'reported_fixed', at: app.now(), day, by: unit, reason: note };
  });
}

interface Settled {
  finding: OwnFinding;
  unitId: string;
}

/** The unit that answers for the place: of the column where there is one, else of the site or account, else the one that patrols. */
function settle(finding: OwnFinding, i: number, { unitId }: PatrolWish, register: Register, { scope }: Pick<Caller, 'scope'>): Settled {
  const channel = [...register.sites, ...register.accounts].find(({ id }) => id === finding.channelId);
  const column = register.columns.find(({ id }) => id === finding.columnId);
  if (finding.channelId !== null && !channel) throw fault(i, 'channelId', '没有这个网站或账号');
  if (finding.columnId !== null && column?.siteId !== finding.channelId) throw fault(i, 'columnId', '这个栏目不在所选网站上');
  const answers = column?.unitId ?? channel?.unitId ?? unitId;
  if (scope.units !== null && !scope.units.includes(answers)) {
    const name = register.units.find(({ id }) => id === answers)?.name ?? '其他单位';
    throw fault(i, 'channelId', `由${name}负责，不是本单位的`);
  }
  return { finding, unitId: answers };
}

interface Around {
  wish: PatrolWish;
  i: number;
  id: string;
  by: Pick<Caller, 'name'>;
  calendar: WorkCalendar;
}

/** The finding as the ledger takes it, with the unit's fix where it says so. */
async function enter(app: App, areaId: string, { finding, unitId }: Settled, { wish, i, id, by, calendar }: Around): Promise<LedgerEntry> {
  const { category, channelId, place, url, text, fixed } = finding;
  const print = machinePrint(category, finding);
  const unit = { role: 'unit' as const, unitId, name: by.name };
  const data = { patrol: id, ...(print?.check && print.subject ? { check: print.check, subject: print.subject } : {}) };
  const entry: ProblemEntry = {
    ...{ areaId, unitId, channelId, category, text, measured: {}, foundOn: wish.day, place: { label: place, url } },
    ...(print ? { fingerprint: print.fingerprint } : {}),
  };
  const at = app.now();
  const entered = enterProblem(entry, { at, by: unit, data }, calendar);
  const earlier = await requireNew(app, areaId, entered.problem.fingerprint, i);
  const problem = { ...entered.problem, recurrenceOf: earlier };
  const reported = { act: 'reported_fixed', at, day: wish.day, by: unit, reason: fixed } as const;
  return { problem, events: fixed === null ? [entered.event] : [entered.event, apply(problem, [entered.event], reported)] };
}

/** The settled problem it comes back from, or null. Throws 'refused' where the same one is open. */
async function requireNew(app: App, areaId: string, fingerprint: string, i: number): Promise<string | null> {
  const [latest] = await findByFingerprints(app.db, areaId, [fingerprint]);
  if (!latest) return null;
  const state = project((await listEventsOf(app.db, [latest.id])).get(latest.id) ?? []);
  if (SETTLED.includes(state.status)) return latest.id;
  const said = `第 ${i + 1} 个问题已在台账中（${latest.firstFoundOn}发现，${PROBLEM_STATUSES[state.status]}）`;
  throw new MingchaError('refused', `${said}，巡网记录没有保存。`, '请去掉这个问题，在台账里直接办理它，再保存巡网记录。');
}

async function checkPatrol(app: App, areaId: string, { unitId, day, findings, promptId }: PatrolWish, today: CalendarDate): Promise<void> {
  const least = addDays(today, -WITHIN_DAYS);
  if (day > today || day < least) {
    const message = `巡网日期应在 ${least} 至 ${today} 之间`;
    throw new MingchaError('bad-input', `${message}。`, `巡网后 ${WITHIN_DAYS} 天内登记；请改正日期。`, {
      faults: [{ field: 'day', value: day, message }],
    });
  }
  const same = findings.findIndex((one, i) => findings.findIndex((other) => keyOf(other) === keyOf(one)) < i);
  if (same >= 0) throw fault(same, 'place', `与前面的“${CATEGORIES[(findings[same] as OwnFinding).category]}”是同一个问题`);
  if (promptId !== null && !(await unitsAsked(app.db, areaId, { promptIds: [promptId], unitIds: [unitId] })).has(promptId))
    throw new MingchaError('not-found', '没有这条自查提示。', '请刷新页面。');
}

const keyOf = (finding: OwnFinding): string =>
  machinePrint(finding.category, finding)?.fingerprint ??
  JSON.stringify([finding.category, finding.channelId, finding.place, finding.text]);

function fault(i: number, field: string, message: string): MingchaError {
  const faults: InputFault[] = [{ field: `findings.${i}.${field}`, message }];
  return new MingchaError('bad-input', `第 ${i + 1} 个问题：${message}。`, '请改正后再保存。', { faults });
}

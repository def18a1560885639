import { isSettled, MATTER_ACTS, MATTER_STATES, type MatterAct, type MatterKind, type MatterState } from '../core/account-matter.ts';
import { type CalendarDate, dateAt, type Instant, isCalendarDate } from '../core/date.ts';
import { MingchaError } from '../core/error.ts';
import type { Platform } from './channel.ts';
import { type MatterRole, type MatterStep, nextStep, rolesOfStep } from './matter-table.ts';

export type { MatterRole } from './matter-table.ts';

/** The account as it is asked for or was found. */
export interface MatterSubject {
  platform: Platform;
  name: string;
  /** 用途. */
  purpose: string | null;
  /** 责任人 and how to reach it. */
  person: string | null;
  phone: string | null;
  /** Where it was found, why it is closed, what changes. */
  reason: string | null;
}

/** What an act says beyond its note. */
export interface MatterActData {
  /** 备案号. */
  filingNumber?: string;
  /** Day from which it runs, is closed or cancelled. */
  from?: CalendarDate;
  proofIds?: readonly string[];
  /** Last permitted day of what is to be done, or first day of the recheck. */
  dueOn?: CalendarDate;
  subject?: MatterSubject;
  /** Machine: the post that shows an account alive. */
  post?: { title: string; date: CalendarDate };
}

/** 账号事项. */
export interface AccountMatter {
  areaId: string;
  id: string;
  kind: MatterKind;
  unitId: string;
  /** 主管单位 that looks first (初审). */
  supervisorId: string | null;
  /** Area whose office decides. */
  decidingAreaId: string;
  accountId: string | null;
  subject: MatterSubject;
  /** Problems of the ledger that end with it. */
  problemIds: readonly string[];
  beganOn: CalendarDate;
}

export interface MatterEvent {
  matterId: string;
  /** From 1, no gaps. */
  seq: number;
  act: MatterAct;
  at: Instant;
  day: CalendarDate;
  by: { role: MatterRole; unitId: string | null; name: string };
  note: string | null;
  data: MatterActData;
}

export interface MatterStanding {
  state: MatterState;
  since: CalendarDate;
  dueOn: CalendarDate | null;
}

const refused = (message: string, next: string): MingchaError => new MingchaError('refused', message, next);

/** What the acts add up to; null before the first. */
export function standingOf(matter: Pick<AccountMatter, 'kind' | 'supervisorId'>, events: readonly MatterEvent[]): MatterStanding | null {
  let standing: MatterStanding | null = null;
  for (const event of events) {
    const step = nextStep(matter.kind, standing?.state ?? 'new', event.act);
    if (step === null) throw new MingchaError('internal', `账号事项 ${event.matterId} 的记录前后不接`, '请从备份恢复，或联系技术人员。');
    standing = { state: arrivesAt(matter, step), since: event.day, dueOn: event.data.dueOn ?? null };
  }
  return standing;
}

/** 分级备案: a unit with a 主管单位 is looked at by that one first. */
const arrivesAt = ({ supervisorId }: Pick<AccountMatter, 'supervisorId'>, { to }: MatterStep): MatterState =>
  to === 'review' ? (supervisorId === null ? 'with_office' : 'with_supervisor') : to;

/** An act somebody wants to do; `roles` are all those the person has in this matter. */
export interface MatterDraft {
  act: MatterAct;
  at: Instant;
  day: CalendarDate;
  by: { roles: readonly MatterRole[]; unitId: string | null; name: string };
  note: string | null;
  data: MatterActData;
}

const NOTED: readonly MatterAct[] = ['returned', 'refused', 'ordered', 'reported', 'sent_back', 'rechecked_alive', 'found'];

/**
 * The next event of a matter, ready to append.
 * @throws refused with the reason and the next step: not this role's, not in this state, without its note, number or proof,
 * before an earlier act or in days to come.
 */
export function applyToMatter(matter: AccountMatter, events: readonly MatterEvent[], draft: MatterDraft): MatterEvent {
  const standing = standingOf(matter, events);
  const from = standing?.state ?? 'new';
  const step = nextStep(matter.kind, from, draft.act);
  const name = MATTER_ACTS[draft.act];
  if (step === null)
    throw refused(
      from === 'new' ? `这类事项不能以“${name}”开始` : `这件事项现在是“${MATTER_STATES[from]}”，不能${name}`,
      from !== 'new' && isSettled(from) ? '已经办结的事项不再改动；需要时请另提一件。' : '请先办理前一步。',
    );
  const role = draft.by.roles.find((one) => step.by.includes(one));
  if (role === undefined) throw refused(`${name}不由您办理`, `请由${rolesOfStep(step).join('、')}办理。`);
  checkWords(matter, draft);
  if (draft.act === 'withdrawn' && role === 'office') checkWithdrawal(events, draft);
  checkDays(matter, events, draft);
  const { act, at, day, data } = draft;
  return {
    ...{ matterId: matter.id, seq: events.length + 1, act, at, day, data, note: draft.note?.trim() || null },
    by: { role, unitId: draft.by.unitId, name: draft.by.name },
  };
}

function checkWords({ kind }: AccountMatter, { act, note, data }: MatterDraft): void {
  const name = MATTER_ACTS[act];
  if (NOTED.includes(act) && !note?.trim()) throw refused(`${name}没有写明情况`, '请写明事由或办理情况。');
  if (act === 'granted' && (kind === 'open' || kind === 'found') && !data.filingNumber?.trim())
    throw refused('同意备案没有备案号', '请填写备案号；先备案、再开设。');
  if (act === 'reported' && (kind === 'close' || kind === 'cancel' || kind === 'found') && !data.proofIds?.length)
    throw refused('报备没有附证明', '请上传关停、注销后的截图，再报备。');
}

/** The unit was told to do it, so it is told why it need not; what was reported as gone and is still there is not let go. */
function checkWithdrawal(events: readonly MatterEvent[], { note }: MatterDraft): void {
  if (!note?.trim()) throw refused('撤回没有写明理由', '请写明撤回的理由，主办单位会看到。');
  if (events.some(({ act }) => act === 'accepted')) throw refused('账号报备以后仍可访问，不能撤回', '请由主办单位重新办理后报备。');
}

function checkDays({ beganOn }: AccountMatter, events: readonly MatterEvent[], { act, at, day, data }: MatterDraft): void {
  const last = events.at(-1)?.day ?? beganOn;
  if (!isCalendarDate(day) || day > dateAt(at)) throw refused(`不能登记将来的日期 ${day}`, '请填写今天或以前的日期。');
  if (day < last) throw refused(`日期 ${day} 早于上一次办理 ${last}`, `请填写 ${last} 或以后的日期。`);
  if (data.from === undefined) return;
  if (!isCalendarDate(data.from) || data.from > day)
    throw refused(`日期 ${data.from} 还没有到`, '请在账号实际投入运行、关停或注销以后再办理。');
  const grantedOn = events.findLast((event) => event.act === 'granted')?.day;
  if (act === 'opened' && grantedOn !== undefined && data.from < grantedOn)
    throw refused(`投入运行的日期 ${data.from} 早于备案日期 ${grantedOn}`, '先备案、再开设：请填写备案以后的日期。');
}

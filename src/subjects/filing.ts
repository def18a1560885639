import { type CalendarDate, daysBetween } from '../core/date.ts';
import { MingchaError } from '../core/error.ts';
import type { Account, ChannelState, Platform } from './channel.ts';
import { CHANNEL_STATE_NAMES, stateOn } from './channel.ts';
import type { Unit } from './unit.ts';

/**
 * An account in another state from a day on. 先备案、再开设 (国办发〔2018〕123号; seeds R05): none is set in operation unless it
 * is on file. @throws refused for that, and for a day before its last change.
 */
export function withState(account: Account, state: ChannelState, from: CalendarDate): Account {
  if (state === 'in_operation' && account.filing !== 'filed')
    throw new MingchaError(
      'refused',
      `“${account.name}”${account.filing === 'unfiled' ? '没有备案' : '的备案情况还没有核实'}，不能投入运行。`,
      '先备案、再开设：请先办理备案，取得备案号。',
    );
  const last = account.states.at(-1);
  if (last && from < last.from)
    throw new MingchaError(
      'refused',
      `“${account.name}”从 ${last.from} 起已登记为“${CHANNEL_STATE_NAMES[last.state]}”，不能再从 ${from} 起改变。`,
      `请填写 ${last.from} 或以后的日期。`,
    );
  return { ...account, states: [...account.states, { state, from }] };
}

/** 未备案: runs, or is about to be closed, without being on file; such an account has no other state (seeds R05, R06). */
export function isUnfiled(account: Pick<Account, 'filing' | 'states'>, day: CalendarDate): boolean {
  const state = stateOn(account.states, day);
  return account.filing === 'unfiled' && state !== 'closed' && state !== 'cancelled';
}

/**
 * 分级备案: a unit that stands under another, or names one as its 主管单位, is looked at by that one first; the office of the
 * area decides, and the one above it where the area's own office asks, so that nobody files what is his own.
 */
export function reviewersOf(
  unit: Pick<Unit, 'id' | 'kind' | 'parentId'>,
  supervisingUnitId: string | null,
  area: { id: string; parentId: string | null },
): { supervisorId: string | null; decidingAreaId: string } {
  const above = unit.parentId ?? supervisingUnitId;
  const own = unit.kind === 'office' || unit.kind === 'area';
  return {
    supervisorId: above === unit.id ? null : above,
    decidingAreaId: own && area.parentId !== null ? area.parentId : area.id,
  };
}

/**
 * Days after the cancelling until an account is looked at again: within this time its owner can take the cancelling back.
 * WeChat freezes an account 15, 30 or 60 days by its followers, which only its owner sees: the longest holds. The others
 * publish shorter terms that change; the office may set another day with each acceptance.
 */
const GRACE_DAYS: Readonly<Partial<Record<Platform, number>>> = { wechat: 60, wechat_channels: 60 };
const USUAL_GRACE_DAYS = 15;
export const graceDays = (platform: Platform): number => GRACE_DAYS[platform] ?? USUAL_GRACE_DAYS;

/** Days for which a closed account is still looked at where its posts can be fetched: some come back by themselves (seeds R08). */
const WATCHED_DAYS = 180;

/** Closed or cancelled, but still looked at. Nothing is judged of it; a post of later days reopens its cancelling. */
export function isWatched(account: Pick<Account, 'states' | 'adapter' | 'feedUrl'>, day: CalendarDate): boolean {
  const state = stateOn(account.states, day);
  if (account.adapter !== 'feed' || account.feedUrl === null || (state !== 'closed' && state !== 'cancelled')) return false;
  const since = account.states.findLast((spell) => spell.state === state && spell.from <= day)?.from;
  return since !== undefined && daysBetween(since, day) <= WATCHED_DAYS;
}

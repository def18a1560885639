import type { CalendarDate } from '../../../core/date.ts';
import { CHANNEL_STATE_NAMES, type ChannelState, type StateSpell } from '../../../subjects/channel.ts';
import type { StateDraft } from '../sheets/draft.ts';

/** Day a channel's state is counted from when nobody stated one: it was there before this register began. */
export const SINCE_ALWAYS: CalendarDate = '1900-01-01';

/** Spells a row states; undefined when it says nothing of state. */
export function statedSpells({ openedOn, state, stateFrom }: StateDraft): StateSpell[] | undefined {
  if (openedOn === undefined && state === undefined) return undefined;
  if (state === undefined || state === 'in_operation') return [{ state: 'in_operation', from: later(openedOn, stateFrom) ?? SINCE_ALWAYS }];
  const before: StateSpell[] = state === 'requested' ? [] : [{ state: 'in_operation', from: openedOn ?? SINCE_ALWAYS }];
  return [...before, { state, from: stateFrom ?? openedOn ?? SINCE_ALWAYS }];
}

const later = (a: CalendarDate | undefined, b: CalendarDate | undefined): CalendarDate | undefined => (a && b ? (a > b ? a : b) : (a ?? b));

/**
 * Adds stated spells to those held. A spell without a known day adds nothing when the same state is in force anyway,
 * and a known day replaces the unknown one of the same state; a new state with its day is appended, history stays.
 */
export function joinSpells(held: readonly StateSpell[], stated: readonly StateSpell[]): StateSpell[] {
  let spells = [...held];
  for (const spell of stated) {
    const last = lastOf(spells);
    if (spells.some((s) => s.state === spell.state && s.from === spell.from)) continue;
    if (spell.from === SINCE_ALWAYS && (last === spell.state || spells.some((s) => s.state === spell.state))) continue;
    const unknown = spells.findIndex((s) => s.state === spell.state && s.from === SINCE_ALWAYS);
    spells = unknown >= 0 && last === spell.state ? spells.with(unknown, spell) : [...spells, spell];
  }
  return spells.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

const lastOf = (spells: readonly StateSpell[]): ChannelState | undefined => spells.at(-1)?.state;

/**
 * Whether a row's state can follow what is held. A file that calls a closed channel running, without a day from which,
 * is either old or a reopening: only the user knows.
 */
export function stateTrouble(held: readonly StateSpell[], { state, stateFrom }: StateDraft): string | null {
  const last = held.at(-1);
  if (state === undefined || last === undefined || last.state === state) return null;
  if (stateFrom !== undefined && stateFrom > last.from) return null;
  const since = last.from === SINCE_ALWAYS ? '' : `（${last.from} 起）`;
  return `登记的状态是“${CHANNEL_STATE_NAMES[last.state]}”${since}，这里写的是“${CHANNEL_STATE_NAMES[state]}”。状态确已变化的，请填“状态起始日期”${since && `，应晚于 ${last.from}`}；否则请改正状态`;
}

import type { CalendarDate, Instant } from '../../src/core/date.ts';

/** A column that got nothing new after `from` (its last update, an item of exactly that day) until `to` (the next one). */
export interface Silence {
  unit: string;
  /** Path joined by —. */
  column: string;
  from: CalendarDate;
  /** null = never again within the sample. */
  to: CalendarDate | null;
}

/** An account's spell without a post, same reading as Silence. */
export interface AccountSilence {
  platform: string;
  account: string;
  from: CalendarDate;
  to: CalendarDate | null;
}

export const PAGE_STYLES = ['lists', 'tables', 'cards'] as const;
export type PageStyle = (typeof PAGE_STYLES)[number];

/** How the sample world moves: everything a served byte depends on besides the register and the clock. */
export interface Scenario {
  seed: string;
  /** First and last day of content. Slow columns begin earlier, so that no list is short. */
  from: CalendarDate;
  to: CalendarDate;
  /** Simulated moment before anyone sets the clock. */
  startsAt: Instant;
  /** Name put before a unit's short name to make its full one. */
  place: string;
  /** First six digits of site codes and the character before filing numbers. */
  regionCode: string;
  provinceMark: string;
  /** Content system by unit. */
  styles: Readonly<Record<string, PageStyle>>;
  silences: readonly Silence[];
  accountSilences: readonly AccountSilence[];
}

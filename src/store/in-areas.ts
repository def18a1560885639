import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '../core/date.ts';

/** One area, or several looked at together; several are told apart from one because an order is read from an index only within one. */
export type Areas = string | readonly string[];

/** `column` holds the area, or one of the areas. */
export const inAreas = (column: RawBuilder<unknown>, areas: Areas): RawBuilder<unknown> =>
  typeof areas === 'string' ? sql`${column} = ${areas}` : sql`${column} = any(${areas}::text[])`;

/** The day "now" means: one, or that of each of several areas whose days differ. */
export type Days = CalendarDate | readonly { areaId: string; day: CalendarDate }[];

/** The day of the area that `column` holds. */
export const dayIn = (column: RawBuilder<unknown>, days: Days): RawBuilder<unknown> =>
  typeof days === 'string'
    ? sql`${days}::date`
    : sql`(${JSON.stringify(Object.fromEntries(days.map(({ areaId, day }) => [areaId, day])))}::jsonb ->> ${column})::date`;

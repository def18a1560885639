import { type RawBuilder, sql } from 'kysely';

/** One area, or several looked at together; several are told apart from one because an order is read from an index only within one. */
export type Areas = string | readonly string[];

/** `column` holds the area, or one of the areas. */
export const inAreas = (column: RawBuilder<unknown>, areas: Areas): RawBuilder<unknown> =>
  typeof areas === 'string' ? sql`${column} = ${areas}` : sql`${column} = any(${areas}::text[])`;

import type { ColumnType } from 'kysely';

/** Read as a value, written as text: the driver would take an array for a PostgreSQL array. */
export type Json<T> = ColumnType<T, string, string>;
/** The plain numbers and words behind a verdict. */
export type Measured = Readonly<Record<string, string | number | boolean | null>>;

/** Rows per statement: large enough to be fast (stack: 500 a statement), small enough for the protocol's 65,535 parameters. */
export const BATCH_ROWS = 500;

/** Cuts a list into parts of at most `size`. */
export function batches<T>(rows: readonly T[], size: number = BATCH_ROWS): T[][] {
  const parts: T[][] = [];
  for (let i = 0; i < rows.length; i += size) parts.push(rows.slice(i, i + size));
  return parts;
}

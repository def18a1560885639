/** One page of a list that is told in memory, with how many rows it has in all. */
export const pageOf = <R>(rows: readonly R[], { page, size }: { page: number; size: number }) => ({
  total: rows.length,
  page,
  size,
  rows: rows.slice((page - 1) * size, page * size),
});

import { z } from 'zod';
import { count } from './fields.ts';

/** Which page of a list, and how many rows a page has. */
export const paging = (most: number, usual: number) => ({
  page: z.coerce.number('应为数字').int('应为整数').min(1, '页码从 1 开始').max(100_000, '没有这么多页').default(1),
  size: z.coerce.number('应为数字').int('应为整数').min(1, '每页至少 1 条').max(most, `每页最多 ${most} 条`).default(usual),
});

/** One page of a list, with how many rows it has on all pages. */
export const pageFields = <R extends z.ZodType>(row: R) => ({ total: count, page: count, size: count, rows: z.array(row) });

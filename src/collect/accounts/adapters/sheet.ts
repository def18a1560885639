import type { AccountAdapter } from '../adapter.ts';
import { readKept } from '../read-kept.ts';

/** Posts imported from a sheet (xlsx, csv). */
export const adapter: AccountAdapter = { kind: 'sheet', how: 'sheet/1', read: async (job, deps) => readKept(job, deps) };

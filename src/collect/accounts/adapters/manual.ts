import type { AccountAdapter } from '../adapter.ts';
import { readKept } from '../read-kept.ts';

/** Posts a person entered by hand, with a picture as proof. */
export const adapter: AccountAdapter = { kind: 'manual', how: 'manual/1', read: async (job, deps) => readKept(job, deps) };

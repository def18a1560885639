import type { AccountAdapter } from '../adapter.ts';
import { readKept } from '../read-kept.ts';

/**
 * Posts of pages that somebody saved and imported. Each vouches for itself alone: without a person or a complete list
 * vouching for a day they prove life and never silence.
 */
export const adapter: AccountAdapter = {
  kind: 'saved',
  how: 'saved/1',
  async read(job, deps) {
    const reading = readKept(job, deps);
    if (job.kept === null || job.kept.freshOn !== null) return reading;
    const posts = job.kept.posts.filter((post) => post.date <= job.day).sort((a, b) => b.date.localeCompare(a.date));
    return { ...reading, posts, error: 'stale', source: job.kept.source, blob: job.kept.blob };
  },
};

import type { SiteCheckpoint, StepNotes } from './job.ts';

/** The checkpoint of a scan whose notes and frontier were kept apart. */
export function checkpointOf(spent: SiteCheckpoint['spent'], notes: readonly StepNotes[]): SiteCheckpoint {
  return {
    version: 1,
    finished: notes.map(({ finished }) => finished),
    spent,
    articles: notes.flatMap(({ articles }) => articles),
    pageLooks: notes.flatMap(({ pageLooks }) => pageLooks),
    failedPages: notes.flatMap(({ failedPages }) => failedPages),
    frontier: null,
  };
}

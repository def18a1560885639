import type { FailedPage, PageLook, PlannedArticle, SiteCheckpoint } from './job.ts';

/**
 * What one step adds to a scan's own memory. The notes of all steps in order, the spending of the last and the frontier
 * are the checkpoint: who keeps notes as they come writes each once, however many pages the site has.
 */
export interface StepNotes {
  finished: string;
  pageLooks: readonly PageLook[];
  articles: readonly PlannedArticle[];
  failedPages: readonly FailedPage[];
}

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

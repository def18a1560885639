import { tidyRuns } from '../../../../src/core/tidy-runs.ts';
import type { Draft, DraftParagraph, LocalDraft, Run } from './types.ts';

/** Full-width digits and signs as usual ones, letter for letter, so that places stay the same. */
const narrow = (text: string): string => text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

/** Where a stated number stands among the typed words of a paragraph; null when it is in none. */
export function findQuote(runs: readonly Run[], quote: string): { run: number; start: number; end: number } | null {
  const wanted = narrow(quote);
  for (const [index, run] of runs.entries()) {
    if (!('text' in run)) continue;
    const start = narrow(run.text).indexOf(wanted);
    if (start >= 0) return { run: index, start, end: start + wanted.length };
  }
  return null;
}

/** The paragraph with a typed number replaced by a bound figure; unchanged when the number is not there any more. */
export function bindQuote(runs: readonly Run[], quote: string, figure: string): readonly Run[] {
  const found = findQuote(runs, quote);
  const run = found && runs[found.run];
  if (!found || !run || !('text' in run)) return runs;
  const pieces: Run[] = [{ text: run.text.slice(0, found.start) }, { figure }, { text: run.text.slice(found.end) }];
  return tidyRuns([...runs.slice(0, found.run), ...pieces, ...runs.slice(found.run + 1)]);
}

/** The paragraph without its `nth` bound piece. */
export function withoutPiece(runs: readonly Run[], nth: number): Run[] {
  let seen = -1;
  return tidyRuns(
    runs.filter((run) => {
      if ('text' in run) return true;
      seen += 1;
      return seen !== nth;
    }),
  );
}

export function changeParagraph(draft: LocalDraft, id: string, change: Partial<DraftParagraph>): LocalDraft {
  return { ...draft, paragraphs: draft.paragraphs.map((one) => (one.id === id ? { ...one, ...change } : one)) };
}

/** Moves a paragraph one place up or down; at the edge it stays. */
export function moveParagraph(draft: LocalDraft, id: string, by: -1 | 1): LocalDraft {
  const from = draft.paragraphs.findIndex((one) => one.id === id);
  const to = from + by;
  const one = draft.paragraphs[from];
  const other = draft.paragraphs[to];
  if (!one || !other) return draft;
  const paragraphs = [...draft.paragraphs];
  paragraphs[to] = one;
  paragraphs[from] = other;
  return { ...draft, paragraphs };
}

/** Takes a paragraph out; one of the template can be put back. */
export function removeParagraph(draft: LocalDraft, id: string): LocalDraft {
  const gone = draft.paragraphs.find((one) => one.id === id);
  const paragraphs = draft.paragraphs.filter((one) => one.id !== id);
  if (!gone || isOwn(gone)) return { ...draft, paragraphs };
  const { part, level } = gone;
  const { heading, runs } = gone.template ?? gone;
  return { ...draft, paragraphs, removed: [...draft.removed, { id, part, level, heading, runs }] };
}

/** Puts a removed paragraph back, behind the last one of its part. */
export function restoreParagraph(draft: LocalDraft, gone: Draft['removed'][number]): LocalDraft {
  const back: DraftParagraph = { ...gone, deadline: null, personal: false, template: null, stale: false };
  const last = draft.paragraphs.findLastIndex(({ part }) => part === gone.part);
  const at = last < 0 ? draft.paragraphs.length : last + 1;
  return {
    ...draft,
    removed: draft.removed.filter(({ id }) => id !== gone.id),
    paragraphs: [...draft.paragraphs.slice(0, at), back, ...draft.paragraphs.slice(at)],
  };
}

export const isOwn = ({ id }: Pick<DraftParagraph, 'id'>): boolean => id.startsWith('own.');

/** A paragraph of the office's own behind another, in the same part and with a heading of the same kind. */
export function addParagraph(draft: LocalDraft, after: string, content: Partial<DraftParagraph> & { id: string }): LocalDraft {
  const at = draft.paragraphs.findIndex((one) => one.id === after) + 1;
  const before = draft.paragraphs[at - 1];
  const own: DraftParagraph = {
    part: before?.part ?? 'opening',
    // Behind a chapter's heading comes text, not another chapter.
    level: before?.level === 1 ? 0 : (before?.level ?? 0),
    heading: before && before.level > 1 ? '' : null,
    runs: [],
    deadline: null,
    personal: false,
    template: null,
    stale: false,
    ...content,
  };
  return { ...draft, paragraphs: [...draft.paragraphs.slice(0, at), own, ...draft.paragraphs.slice(at)] };
}

/** An id that no other paragraph of the draft has. */
export function ownId(draft: LocalDraft, base = 'p'): string {
  const taken = new Set(draft.paragraphs.map(({ id }) => id));
  for (let n = 1; ; n += 1) if (!taken.has(`own.${base}${n}`)) return `own.${base}${n}`;
}

/** What the server answered over what is shown: pieces that read alike stay the same object, so that no caret jumps. */
export function mergeAnswer(local: readonly DraftParagraph[], answer: readonly DraftParagraph[]): DraftParagraph[] {
  const shown = new Map(local.map((one) => [one.id, one]));
  return answer.map((one) => {
    const old = shown.get(one.id);
    const same = old && JSON.stringify(tidyRuns(old.runs)) === JSON.stringify(one.runs);
    return same ? { ...one, runs: old.runs } : one;
  });
}

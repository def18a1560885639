import { tidyRuns } from '../../core/tidy-runs.ts';
import type { WorkCalendar } from '../../core/work-calendar.ts';
import { withValidity } from '../legal-basis.ts';
import type { NoticeDocument, Paragraph } from '../model.ts';
import type { Snapshot } from '../snapshot.ts';
import { deadlineText } from './deadline.ts';
import type { DraftParagraph, NoticeEdits } from './model.ts';
import { printOf } from './runs.ts';

/** The snapshot with the office's decisions about head and names; what was frozen stays as it was. */
export function workingSnapshot(snapshot: Snapshot, edits: NoticeEdits): Snapshot {
  const { basis: chosen, addressees, ...head } = edits.head;
  const document = { ...snapshot.document, ...head, addressees: addressees ?? snapshot.document.addressees };
  const day = document.signedDate ?? snapshot.period.cutoff;
  const basis = chosen?.map((entry) => snapshot.document.basis.find((frozen) => isSame(frozen, entry)) ?? withValidity(entry, day));
  return { ...snapshot, document: { ...document, basis: basis ?? document.basis }, naming: edits.naming ?? snapshot.naming };
}

const isSame = (one: { title: string; number: string | null }, other: { title: string; number: string | null }): boolean =>
  one.title === other.title && one.number === other.number;

/** A paragraph of the draft with where it comes from. */
export interface LaidParagraph extends DraftParagraph {
  personal: boolean;
  /** The template's own words, where the office's stand instead. */
  template: { heading: string | null; runs: Paragraph['runs'] } | null;
  /** The template has since come to other words than those the office changed. */
  stale: boolean;
}

/** Template paragraphs under the office's changes, in the office's order, its own among them. */
export function layEdits(body: readonly Paragraph[], edits: NoticeEdits): LaidParagraph[] {
  const gone = new Set(edits.removed);
  const known = new Map<string, LaidParagraph>();
  for (const paragraph of body) if (!gone.has(paragraph.id)) known.set(paragraph.id, laid(paragraph, edits));
  for (const paragraph of edits.added) known.set(paragraph.id, { ...paragraph, personal: false, template: null, stale: false });
  const placed = edits.order.filter((id, i, all) => known.has(id) && all.indexOf(id) === i);
  const has = new Set(placed);
  let before: string | null = null;
  for (const id of [...body.map((paragraph) => paragraph.id), ...edits.added.map((paragraph) => paragraph.id)]) {
    if (known.has(id) && !has.has(id)) {
      // What the order does not know yet stands behind the paragraph the template has it behind.
      placed.splice(before === null ? 0 : placed.indexOf(before) + 1, 0, id);
      has.add(id);
    }
    if (has.has(id)) before = id;
  }
  return placed.map((id) => known.get(id) as LaidParagraph);
}

function laid({ id, part, level, heading, runs, personal }: Paragraph, edits: NoticeEdits): LaidParagraph {
  const change = edits.changed[id];
  const as = change ?? { heading, runs };
  return {
    id,
    part,
    level,
    heading: as.heading,
    runs: as.runs,
    deadline: null,
    personal: personal === true,
    template: change ? { heading, runs } : null,
    stale: change !== undefined && change.over !== printOf({ heading, runs }),
  };
}

/** The document with the office's changes, as it is audited, written and issued. */
export function applyEdits(document: NoticeDocument, edits: NoticeEdits, calendar: WorkCalendar): NoticeDocument {
  const body = layEdits(document.body, edits).map(({ id, part, level, heading, runs, deadline, personal }): Paragraph => {
    const due = deadline === null ? '' : deadlineText(deadline, document.signature.date, calendar);
    return { id, part, level, heading, runs: tidyRuns([...runs, { text: due }]), ...(personal ? { personal: true as const } : {}) };
  });
  return { ...document, body };
}

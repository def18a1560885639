import type { NoticeDocument } from '../model.ts';
import type { Snapshot } from '../snapshot.ts';
import { auditAttachmentRows, auditAttachmentTitles } from './attachments.ts';
import { auditBoundFigures, recomputed } from './bound-figures.ts';
import { auditDates } from './dates.ts';
import type { Disagreement, Severity } from './disagreement.ts';
import { auditHandedOver } from './handed-over.ts';
import { auditLegalBasis } from './legal-basis.ts';
import { auditBases, auditOutsideTable, auditStock, auditStockListed } from './population.ts';
import { auditQuoted } from './quoted.ts';
import { auditSameProblems } from './same-problems.ts';
import { auditTypedFigures } from './typed-figures.ts';

const ORDER: readonly Severity[] = ['refused', 'blocks', 'warns'];

/**
 * Everything in which a notice of ours disagrees with its own rows and its snapshot, worst first.
 * @param fresh the document its template builds from the snapshot now; with it, attachments edited by hand are found too.
 */
export function auditDocument(document: NoticeDocument, snapshot: Snapshot, fresh?: NoticeDocument): Disagreement[] {
  const figures = recomputed(document, snapshot);
  const found = [
    ...auditBoundFigures(document, snapshot, figures),
    ...auditTypedFigures(document, snapshot, figures),
    ...auditQuoted(document, snapshot),
    ...auditAttachmentTitles(document),
    ...(fresh ? auditAttachmentRows(document, fresh) : []),
    ...auditHandedOver(document, snapshot),
    ...auditSameProblems(document, snapshot),
    ...auditDates(document),
    ...auditLegalBasis(snapshot),
    ...auditBases(document, snapshot, figures),
    ...auditStock(snapshot),
    ...auditStockListed(snapshot),
    ...auditOutsideTable(snapshot),
  ];
  return found.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}

import { computeFigures } from '../compute.ts';
import type { FigureDefinition } from '../figure.ts';
import type { Attachment, NoticeDocument, Paragraph } from '../model.ts';
import type { NamingProposal } from '../naming.ts';
import { factSource } from '../rows.ts';
import type { Snapshot } from '../snapshot.ts';
import { problemList, problemListWords, withProblemList } from './problem-list.ts';

/** What a template makes of a snapshot; the rest of the document is the same for all. */
export interface DocumentContent {
  template: string;
  /** Marks of the headings; those of official papers unless said. */
  marks?: NoticeDocument['marks'];
  body: readonly Paragraph[];
  attachments: readonly Attachment[];
  figures: readonly FigureDefinition[];
  proposals: readonly NamingProposal[];
}

const MARKS = { 主动公开: '此件主动公开', 依申请公开: '此件依申请公开', 不予公开: '此件不予公开' } as const;

/**
 * Puts head, body and tail of a notice together and computes its figures from the very rows it prints. Every kind of notice
 * hands problems over, so every kind ends with the list of them.
 */
export function assemble(snapshot: Snapshot, content: DocumentContent): NoticeDocument {
  const { document: head, period } = snapshot;
  const listed = problemListWords(snapshot);
  const attachments = [...content.attachments, ...problemList(snapshot)];
  return {
    schema: 'mingcha/notice/1',
    template: content.template,
    period: { label: period.label, from: period.from, to: period.to, cutoff: period.cutoff },
    letterhead: head.letterhead,
    number: head.number,
    title: head.title,
    addressees: head.addressees.join('，'),
    marks: content.marks ?? 'official',
    body: withProblemList(content.body, listed.paragraphs),
    attachmentList: attachments.map((attachment) => attachment.title),
    signature: { issuer: head.issuer, date: head.signedDate, sealed: head.sealed },
    annotation: head.disclosureMark === null ? null : MARKS[head.disclosureMark],
    record: { cc: head.cc, office: head.printingOffice ?? head.issuer, printedDate: head.printedDate },
    attachments,
    figures: computeFigures([...content.figures, ...listed.figures], factSource(attachments, snapshot)),
    proposals: content.proposals,
  };
}

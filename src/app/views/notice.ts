import { chineseDate } from '../../core/date.ts';
import type { Disagreement } from '../../notice/audit/disagreement.ts';
import { printFigure } from '../../notice/figure.ts';
import { attachmentMark, figureMap, noteText, numbered, runText } from '../../notice/outline.ts';
import { cellText } from '../../notice/table.ts';
import { listActs } from '../../store/notice-acts.ts';
import { findNotice, listNoticeFiles } from '../../store/notices.ts';
import { ownDraft, STAGE_NAMES, stageOf } from '../notices/life.ts';
import { openObjections } from '../notices/open-objections.ts';
import { outdatedIn } from '../notices/outdated.ts';
import { printedOn } from '../notices/printed-date.ts';
import { missingOf } from '../notices/readiness.ts';
import { isSealed } from '../notices/seal-notice.ts';
import { workingDraft } from '../notices/working-draft.ts';
import type { App } from '../open.ts';
import { viewPublication } from '../public/view-publication.ts';
import { todayOf } from './area-of.ts';
import { actRows } from './notice-draft.ts';
import { fileLines } from './notice-files.ts';
import { correctionOf, issuedDespite, objectionRow } from './notice-objections.ts';
import { noticeHead, noticeOf, templateNames } from './notices.ts';

/** A notice as it reads, with its figures bound, its disagreements, its files and what `reader` may not decide. Throws 'not-found'. */
export async function viewNotice(app: App, areaId: string, noticeId: string, reader: string) {
  const notice = await noticeOf(app, areaId, noticeId);
  const { document, snapshot, version, savedBy } = await workingDraft(app, notice);
  const figures = figureMap(document);
  const files = await listNoticeFiles(app.db, notice.id);
  const acts = await listActs(app.db, notice.id);
  const stage = stageOf(notice.state, acts, version);
  const superseded = notice.supersedes === null ? null : await findNotice(app.db, notice.supersedes);
  return {
    head: noticeHead(notice, await templateNames()),
    snapshotHash: notice.snapshotHash,
    sheet: notice.snapshot.sheet.name,
    overrideReason: notice.overrideReason,
    supersedes: superseded && { id: superseded.id, title: superseded.title },
    version,
    stage: { code: stage, name: STAGE_NAMES[stage] },
    acts: actRows(acts),
    missing: notice.state === 'draft' ? missingOf(document, snapshot, notice.disagreements) : [],
    ownDraft: stage === 'submitted' ? ownDraft(reader, acts, savedBy) : null,
    /** 盖章件 is the version of record as soon as there is one. */
    sealed: files.some(({ format }) => isSealed(format)),
    objections: notice.state === 'draft' ? (await openObjections(app.db, notice)).map(objectionRow) : [],
    despite: await issuedDespite(app.db, notice),
    outdated: await outdatedIn(app.db, notice),
    correction: await correctionOf(app.db, notice),
    disclosureMark: snapshot.document.disclosureMark,
    publication: await viewPublication(app, notice),
    printing:
      notice.state === 'draft' && document.record.printedDate === null
        ? { day: printedOn(await todayOf(app, areaId), document.signature.date), from: document.signature.date }
        : null,
    number: document.number,
    letterhead: document.letterhead,
    addressees: document.addressees,
    body: numbered(document.body, document.marks).map(({ label, heading, paragraph }) => ({
      id: paragraph.id,
      level: paragraph.level,
      number: label,
      // As in the writers of files: a heading that runs into its text ends with a full stop.
      heading: heading && `${heading}${paragraph.runs.length > 0 ? '。' : ''}`,
      runs: paragraph.runs.map((run) => ({ text: runText(run, figures), figure: 'figure' in run ? run.figure : null })),
    })),
    signature: { issuer: document.signature.issuer, date: document.signature.date && chineseDate(document.signature.date) },
    attachments: document.attachments.map(({ title, table }, i) => ({
      mark: attachmentMark(i, document.attachments.length),
      title,
      table: {
        id: table.id,
        columns: table.columns.map(({ key, title: head, group, align }) => ({ key, title: head, group, align })),
        rows: table.rows.map((row) => ({
          id: row.id,
          cells: Object.fromEntries(table.columns.map(({ key }) => [key, cellText(table, row, key)])),
        })),
        merges: table.merges.map(({ column, from, rows }) => ({ column, from, rows })),
        notes: table.notes ? [noteText(table.notes, figures)] : [],
      },
    })),
    figures: document.figures.map((figure) => ({
      id: figure.id,
      name: figure.name,
      printed: printFigure(figure),
      base: baseText(figure.base, figures),
    })),
    disagreements: (notice.disagreements as Disagreement[]).map(({ severity, place, message, figure }) => ({
      severity,
      place,
      message,
      figure,
    })),
    files: fileLines(files),
  };
}

function baseText(base: string | null, figures: ReturnType<typeof figureMap>): string | null {
  const figure = base === null ? undefined : figures.get(base);
  return figure ? printFigure(figure) : null;
}

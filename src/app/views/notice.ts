import { chineseDate } from '../../core/date.ts';
import type { Disagreement } from '../../notice/audit/disagreement.ts';
import { printFigure } from '../../notice/figure.ts';
import { attachmentMark, figureMap, noteText, numbered, runText } from '../../notice/outline.ts';
import { cellText } from '../../notice/table.ts';
import { listNoticeFiles } from '../../store/notices.ts';
import { documentOf } from '../notices/files.ts';
import type { App } from '../open.ts';
import { noticeHead, noticeOf, templateNames } from './notices.ts';

const FORMAT_NAMES: Readonly<Record<string, string>> = { docx: 'Word 文档', pdf: 'PDF', xlsx: 'Excel 附表', html: '网页版' };

/** A notice as it reads, with its figures bound, its disagreements and its files. Throws 'not-found'. */
export async function viewNotice(app: App, areaId: string, noticeId: string) {
  const notice = await noticeOf(app, areaId, noticeId);
  const document = await documentOf(notice.template, notice.snapshot);
  const figures = figureMap(document);
  const files = await listNoticeFiles(app.db, notice.id);
  return {
    head: noticeHead(notice, await templateNames()),
    snapshotHash: notice.snapshotHash,
    sheet: `${notice.snapshot.sheet.name}（${notice.snapshot.sheet.id}）`,
    overrideReason: notice.overrideReason,
    supersedes: notice.supersedes,
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
    files: files.map(({ format, fileName, bytes }) => ({ format, formatName: FORMAT_NAMES[format] ?? format, fileName, bytes })),
  };
}

function baseText(base: string | null, figures: ReturnType<typeof figureMap>): string | null {
  const figure = base === null ? undefined : figures.get(base);
  return figure ? printFigure(figure) : null;
}

import type { NoticeDocument } from './model.ts';
import type { Run } from './run.ts';

/** What tells a person or reaches one. Every digit is covered by a star of its own, so that the text keeps its length. */
const PERSONAL: readonly RegExp[] = [
  // 居民身份证号码: 17 digits and a digit or X.
  /(?<!\d)\d{6}(\d{8})\d{3}[\dXx](?!\d)/gu,
  /(?<!\d)1[3-9]\d{9}(?!\d)/gu,
  /(?<=(?:电话|手机|联系方式|座机|传真|热线)[^\d，。；]{0,6})(?:\(?0\d{2,3}\)?[-－—\s]?)?\d{7,8}(?!\d)/gu,
  /(?<=(?:QQ|ＱＱ|qq|微信号)[^\d，。；]{0,6})\d{5,12}(?!\d)/gu,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu,
];

/** Covers phone and QQ numbers, identity numbers and mail addresses. `before`: what stands right in front of the text. */
export function maskPersonal(text: string, before = ''): string {
  const lead = before.slice(-12);
  return PERSONAL.reduce((masked, pattern) => masked.replace(pattern, cover), lead + text).slice(lead.length);
}

const cover = (found: string): string => found.replace(/[\p{L}\p{N}]/gu, '*');

/** The notice with personal data covered in text and tables; ids and numbers of rows stay (seeds S05). */
export function maskDocument(document: NoticeDocument): NoticeDocument {
  return {
    ...document,
    body: document.body.map((paragraph) => ({ ...paragraph, runs: maskRuns(paragraph.runs) })),
    attachments: document.attachments.map((attachment) => ({
      ...attachment,
      table: {
        ...attachment.table,
        rows: attachment.table.rows.map((row) => ({
          ...row,
          cells: Object.fromEntries(
            Object.entries(row.cells).map(([key, cell]) => [key, typeof cell === 'string' ? maskPersonal(cell) : cell]),
          ),
        })),
      },
    })),
  };
}

function maskRuns(runs: readonly Run[]): Run[] {
  let before = '';
  return runs.map((run) => {
    if ('figure' in run) {
      before = '';
      return run;
    }
    const words = 'text' in run ? run.text : run.quoted;
    const masked = maskPersonal(words, before);
    before = words;
    return 'text' in run ? { text: masked } : { quoted: masked };
  });
}

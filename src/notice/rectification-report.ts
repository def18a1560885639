import type { CalendarDate } from '../core/date.ts';
import type { NoticeDocument, Paragraph } from './model.ts';
import { column, type TableRow } from './table.ts';

/** A problem and what the unit says of it. */
export interface ReportedLine {
  id: string;
  /** The unit or sub-unit it is filed at, where several answer in one report. */
  unit: string;
  place: string;
  text: string;
  due: CalendarDate | null;
  /** 整改情况; null: not answered yet, left open for the unit to see. */
  answer: { text: string; day: CalendarDate; by: string; disputed: boolean } | null;
}

/** Everything the form says (整改情况报告). */
export interface ReportForm {
  unit: string;
  /** 2022年12月27日《…通报》, or 2022年12月交办的问题. */
  about: string;
  addressee: string;
  lines: readonly ReportedLine[];
  /** Day it is made on; the unit signs and seals it. */
  day: CalendarDate;
}

/**
 * The report a unit prints, seals (加盖公章) and hands back as a scan (seeds P07): a sentence with the counts and a table of all
 * its problems. Counts are those of the rows, so text and table cannot disagree.
 */
export function rectificationReport({ unit, about, addressee, lines, day }: ReportForm): NoticeDocument {
  const answered = lines.filter(({ answer }) => answer !== null && !answer.disputed).length;
  const disputed = lines.filter(({ answer }) => answer?.disputed === true).length;
  const open = lines.length - answered - disputed;
  const tail = [disputed > 0 ? `提出异议${disputed}个` : '', open > 0 ? `尚未反馈${open}个` : '']
    .filter(Boolean)
    .map((words) => `，${words}`);
  const opening: Paragraph = {
    id: 'opening.0',
    part: 'opening',
    level: 0,
    heading: null,
    runs: [
      {
        quoted: `对${about}中涉及我单位的${lines.length}个问题，已逐项整改并核对，其中反馈整改${answered}个${tail.join('')}。具体情况见附件。`,
      },
    ],
  };
  return {
    schema: 'mingcha/notice/1',
    template: 'rectification-report',
    period: { label: about, from: day, to: day, cutoff: day },
    letterhead: null,
    number: null,
    title: `${unit}关于${about}整改情况的报告`,
    addressees: addressee,
    marks: 'official',
    body: [opening, { ...opening, id: 'opening.1', runs: [{ text: '特此报告。' }] }],
    attachmentList: ['问题整改情况表'],
    signature: { issuer: unit, date: day, sealed: true },
    annotation: null,
    record: { cc: [], office: unit, printedDate: day },
    attachments: [
      {
        title: '问题整改情况表',
        table: {
          id: 'rectification',
          orientation: 'landscape',
          columns: [
            column('n', '序号', 12, { type: 'ordinal', align: 'center' }),
            column('place', '单位、位置', 45),
            column('text', '存在问题', 62),
            column('due', '整改期限', 24, { align: 'center' }),
            column('answer', '整改情况', 58),
            column('by', '反馈日期、经办人', 24, { align: 'center' }),
          ],
          rows: lines.map(rowOf),
          merges: [],
          notes: null,
        },
      },
    ],
    figures: [],
    proposals: [],
  };
}

function rowOf({ id, unit, place, text, due, answer }: ReportedLine, i: number): TableRow {
  const said = answer === null ? null : answer.disputed ? `提出异议：${answer.text}` : answer.text;
  const cells = { n: i + 1, place: `${unit}\n${place}`, text, due, answer: said, by: answer && `${answer.day}\n${answer.by}` };
  return { id, cells, from: [id] };
}

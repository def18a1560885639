import { addDays, type CalendarDate, type Instant, instantOf } from '../../../core/date.ts';
import type { RowReader } from './row-reader.ts';
import type { SheetSpec } from './spec.ts';

const HOURS = /^(\d{1,3})(?:个)?(?:小时|h|H)?(?:内)?$/;
const CLOCK = /(\d{1,2})[:：时](\d{1,2})?/;
/** Where nobody says more, an item is due within a day, as the feature it is built for has it (seeds M17); no rule we hold names a number of hours. */
const DEFAULT_HOURS = 24;

/** 转载: items that sites and accounts are to repost, and until when (seeds M17). */
export const REPOST_SHEET: SheetSpec = {
  id: 'repost',
  title: '转载任务',
  synonyms: ['转载清单', '转载信息', '需转载信息', '重要信息转载', '转载要求', '转载目录'],
  purpose: '要求各网站和账号转载的重要信息，一条一行；系统按标题核对各网站、账号是否转载、何时转载。',
  ignored: ['要求', '转载单位', '完成情况'],
  fields: {
    title: {
      title: '转载标题',
      synonyms: ['标题', '信息标题', '内容'],
      required: true,
      hint: '原文标题；各单位可加【转载】等字样。',
      examples: ['国务院办公厅印发政务公开工作要点', '省政府部署冬季安全生产工作'],
      width: 44,
    },
    published: {
      title: '原文发布时间',
      synonyms: ['发布时间', '发布日期', '下发时间', '原文日期'],
      required: true,
      hint: '如 2022-12-20 09:00；不写时刻的，从当天零点算。',
      examples: ['2022-12-20 09:00', '2022-12-20'],
      width: 20,
    },
    due: {
      title: '转载期限',
      synonyms: ['期限', '时限', '完成时限', '截止时间', '要求完成时间'],
      hint: '截止的日期时刻，或小时数；不填按 24 小时。',
      examples: ['24小时', '2022-12-21 18:00'],
      width: 18,
    },
    origin: {
      title: '来源',
      synonyms: ['信息来源', '原文来源', '来源网站'],
      hint: '没有的不填。',
      examples: ['中国政府网', ''],
      width: 20,
    },
  },
  read(row, drafts) {
    const [title, day, origin] = [row.plain('title'), row.date('published'), row.plain('origin')];
    if (title === undefined || day === undefined) return;
    const from = momentOf(row, 'published', day, '00:00');
    const due = dueOf(row, from);
    if (due === undefined) return;
    if (due <= from) return row.fault('due', '不晚于原文发布时间，应晚于它');
    drafts.records.push({
      place: row.place,
      kind: 'repost',
      day,
      unit: undefined,
      account: undefined,
      key: [title, day],
      data: { title, origin: origin ?? null, publishedOn: day, due },
    });
  },
};

/** The moment of a cell with a day, its time of day where it has one. */
function momentOf(row: RowReader, field: string, day: CalendarDate, otherwise: string): Instant {
  const clock = CLOCK.exec(row.cell(field).text.replace(/^.*?(?=\d{1,2}[:：时])/, ''));
  if (!clock || Number(clock[1]) > 23 || Number(clock[2] ?? 0) > 59) return instantOf(day, otherwise);
  return instantOf(day, `${clock[1]?.padStart(2, '0')}:${(clock[2] ?? '0').padStart(2, '0')}`);
}

function dueOf(row: RowReader, from: Instant): Instant | undefined {
  const text = row.text('due');
  const hours = text === undefined ? DEFAULT_HOURS : Number(HOURS.exec(text)?.[1] ?? Number.NaN);
  if (hours > 0) return new Date(Date.parse(from) + hours * 3_600_000).toISOString();
  const day = row.date('due');
  // A deadline without a time of day lasts to the end of that day.
  return day === undefined ? undefined : CLOCK.test(row.cell('due').text) ? momentOf(row, 'due', day, '00:00') : instantOf(addDays(day, 1));
}

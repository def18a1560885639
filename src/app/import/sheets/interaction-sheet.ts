import { type Approximate, readApproximate } from '../../../core/approximate.ts';
import { parsePeriod } from '../../../core/period.ts';
import { INTERACTION_MEASURES, type InteractionMeasure } from '../../../disclosure/office-record.ts';
import { periodInTitle, periodOf } from '../words/period-words.ts';
import { ACCOUNT_FIELDS } from './media-fields.ts';
import type { RowReader } from './row-reader.ts';
import type { SheetSpec } from './spec.ts';
import { PLATFORM_WORDS } from './words.ts';

const HINT = '整数；只知道大概的写 4500余、1万+，按“至少”登记。';
const count = (title: string, synonyms: readonly string[], examples: readonly [string, string] = ['', '']) => ({
  title,
  synonyms,
  hint: HINT,
  examples,
  width: 12,
});

/** 互动情况: questions, leads, messages and replies of an account in a period, exact or 4500余 (seeds R12). */
export const INTERACTION_SHEET: SheetSpec = {
  id: 'interaction',
  title: '互动情况',
  synonyms: ['互动统计', '账号互动', '新媒体互动', '互动回应', '互动交流统计'],
  purpose: '各账号一个月或一个季度的咨询、线索、留言和回复数，一个账号一期一行。',
  ignored: [],
  fields: {
    ...ACCOUNT_FIELDS,
    period: {
      title: '期间',
      synonyms: ['月份', '季度', '统计期间', '统计周期'],
      hint: '2022年12月 或 2022年四季度；也可写在表头上方的标题里。',
      examples: ['2022年12月', '2022年四季度'],
      width: 16,
    },
    consultations: count('咨询数', ['咨询', '咨询次数', '解答咨询数', '接受咨询'], ['4500余', '36']),
    leads: count('线索数', ['线索', '收集线索', '线索条数'], ['12', '']),
    messages: count('留言数', ['留言', '留言条数', '网民留言']),
    replies: count('回复数', ['回复', '回复条数', '回应数', '办结数']),
  },
  read(row, drafts, { title }) {
    const [account, platform] = [row.name('account'), row.choice('platform', PLATFORM_WORDS)];
    const said = row.text('period');
    const period = said === undefined ? periodInTitle(title) : periodOf(said);
    const counts: Partial<Record<InteractionMeasure, Approximate>> = {};
    for (const measure of Object.keys(INTERACTION_MEASURES) as InteractionMeasure[]) {
      const read = countOf(row, measure);
      if (read !== undefined) counts[measure] = read;
    }
    if (period === null) return row.fault('period', '看不出是哪个月或季度，应写成：2022年12月、2022年四季度');
    if (account === undefined || Object.keys(counts).length === 0) return;
    const day = parsePeriod(period).from;
    drafts.records.push({
      place: row.place,
      kind: 'interaction',
      day,
      unit: undefined,
      account: { name: account, platform },
      key: [period],
      data: { period, ...counts },
    });
  },
};

function countOf(row: RowReader, field: string): Approximate | undefined {
  const text = row.text(field);
  if (text === undefined || /^(\/|-+|—+)$/.test(text)) return undefined;
  return readApproximate(text) ?? row.fault(field, '不是数目，应填 0 或正整数，大概的数写成 4500余、1万+');
}

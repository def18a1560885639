import { CHANNEL_VERDICT_NAMES } from '../../core/channel-verdict.ts';
import { MingchaError } from '../../core/error.ts';
import { explainFigure } from '../../notice/explain.ts';
import { type FigureSource, printFigure } from '../../notice/figure.ts';
import type { Snapshot } from '../../notice/snapshot.ts';
import { cellText } from '../../notice/table.ts';
import { workingDraft } from '../notices/working-draft.ts';
import type { App } from '../open.ts';

import { noticeOf } from './notices.ts';

const HOW: Record<FigureSource['op'], string> = {
  count: '逐行计数',
  sum: '逐行相加',
  value: '取自该行',
  rate: '分子除以基数，四舍五入',
  total: '下列各数相加',
  difference: '下列前数减后数',
  given: '由来源系统给出，随快照保存',
};
const PROBLEM_COLUMNS = { unitPrinted: '单位', place: '位置', categoryName: '类别', text: '问题', foundOn: '发现日期', status: '状态' };
/** Words that only a closed list may read stand in the ledger (seeds S04). */
const WITHHELD_COLUMNS: readonly string[] = ['place', 'text'];

/** Rows of the snapshot that no attachment prints, with the columns worth showing. */
const SNAPSHOT_TABLES: Readonly<Record<string, { name: string; columns: Readonly<Record<string, string>> }>> = {
  channels: {
    name: '快照：网站与账号',
    columns: { unitPrinted: '单位', name: '名称', kindName: '类别', verdict: '检查结果', outside: '不计入基数的原因' },
  },
  problems: { name: '快照：问题', columns: PROBLEM_COLUMNS },
  stock: { name: '快照：问题台账', columns: PROBLEM_COLUMNS },
  publishing: {
    name: '快照：信息发布',
    columns: { group: '分组', unit: '单位', annualTask: '本年度任务数', publishedTotal: '已发布总数', publishedInPeriod: '本期发布条数' },
  },
  handling: { name: '快照：来信办理', columns: { platform: '平台', matter: '类别', received: '收到', overdue: '逾期' } },
  activities: { name: '快照：工作动态', columns: { from: '日期', host: '组织单位', matter: '内容', people: '人数', groupUnits: '单位数' } },
  volumes: { name: '快照：信息报送', columns: { group: '分组', unit: '单位', submitted: '报送', approved: '审发', errors: '错误' } },
};
const VERDICTS: Readonly<Record<string, string>> = CHANNEL_VERDICT_NAMES;

/** The rows behind a figure of a notice. Throws 'not-found'. */
export async function viewNoticeFigure(app: App, areaId: string, noticeId: string, figureId: string) {
  const notice = await noticeOf(app, areaId, noticeId);
  const { document, snapshot } = await workingDraft(app, notice);
  const basis = explainFigure(document, snapshot, figureId);
  if (!basis) throw new MingchaError('not-found', '通报中没有这个数字。', '请返回通报正文重新点选。');
  const { figure, table, attachment, rows, outOf, parts } = basis;
  const printed = document.attachments.find((one) => one.table.id === table)?.table;
  const known = table === null ? undefined : SNAPSHOT_TABLES[table];
  const columns = printed
    ? printed.columns.map(({ key, title, group }) => ({ key, title: group ? `${group}·${title}` : title }))
    : Object.entries(known?.columns ?? {}).map(([key, title]) => ({ key, title }));
  return {
    id: figure.id,
    name: figure.name,
    printed: printFigure(figure),
    how: figure.from.op === 'given' && figure.from.path.startsWith('stock.') ? HOW.count : HOW[figure.from.op],
    table: attachment ?? known?.name ?? null,
    outOf,
    columns,
    rows: rows.map((row) => {
      const whole = printed?.rows.find(({ id }) => id === row.id);
      const cell = (key: string) => (printed && whole ? cellText(printed, whole, key) : plain(key, row.values));
      const cells = Object.fromEntries(columns.map(({ key }) => [key, cell(key)]));
      const { problemId } = row.values;
      const problems = typeof problemId === 'string' ? [problemId] : problemsBehind(snapshot, [row.id, ...(whole?.from ?? [])]);
      return { id: row.id, cells, problems };
    }),
    parts: parts.map((part) => ({ id: part.id, name: part.name, printed: printFigure(part) })),
  };
}

/** What a row rests on are problems, or sites and accounts with theirs (seeds S06). */
const problemsBehind = ({ problems }: Snapshot, rests: readonly string[]): string[] =>
  problems.filter(({ id, channelId }) => rests.includes(id) || (channelId !== null && rests.includes(channelId))).map(({ id }) => id);

function plain(key: string, values: Readonly<Record<string, unknown>>): string {
  const value = values[key];
  if (value === null || value === undefined || (values.withheld && WITHHELD_COLUMNS.includes(key))) return '';
  return key === 'verdict' ? (VERDICTS[String(value)] ?? String(value)) : String(value);
}

import { dateAt } from '../../core/date.ts';
import type { ListSheet } from '../assessment/workbook.ts';
import type { DrawProtocol } from './draw-protocol.ts';
import type { InspectedProblem, InspectionView } from './view-inspection.ts';

/** Tables of a protocol: the same for the workbook and for the paper. */
export function inspectionSheets(view: InspectionView): ListSheet[] {
  const notes = notesOf(view, '双随机抽查', [...view.frame]);
  const words = ({ unit, category, place, text }: InspectedProblem) => [unit, category, place, text];
  return [
    {
      name: '抽中的问题和检查人员',
      notes,
      head: ['序号', '责任单位', '类别', '位置', '问题', '检查人员', '检查人员单位', '回避', '复查结果', '复查情况', '摘要值'],
      widths: [6, 20, 16, 24, 44, 12, 20, 14, 12, 30, 16],
      rows: view.drawn.map((row, i) => [
        ...[i + 1, ...words(row), row.inspector.name, row.inspector.unit ?? '', row.passedOver.join('、')],
        ...[row.result?.name ?? '未登记', row.result?.words ?? '', row.rank],
      ]),
    },
    {
      name: '检查人员',
      notes,
      head: ['姓名', '单位', '是否抽中', '复查任务', '未参加的理由'],
      widths: [14, 26, 10, 10, 30],
      rows: [
        ...view.inspectors.map((one) => [one.name, one.unit ?? '', one.drawn ? '抽中' : '未抽中', one.tasks, '']),
        ...view.inspectorsExcluded.map((one) => [one.name, '', '未参加', 0, one.reason]),
      ],
    },
    {
      name: '未抽中的问题',
      notes,
      head: ['责任单位', '类别', '位置', '问题', '编号', '摘要值'],
      widths: [20, 16, 24, 44, 28, 16],
      rows: view.notDrawn.map((row) => [...words(row), row.id, row.rank]),
    },
    {
      name: '未参加抽取的问题',
      notes,
      head: ['责任单位', '类别', '位置', '问题', '编号', '理由'],
      widths: [20, 16, 24, 44, 28, 30],
      rows: view.excluded.map((row) => [...words(row), row.id, row.reason]),
    },
  ];
}

/** The same of units or columns. */
export function spotSheets(view: DrawProtocol): ListSheet[] {
  const notes = notesOf(view, '随机抽查', []);
  const ranked = (rows: DrawProtocol['drawn']) => rows.map(({ name, id, rank }, i) => [i + 1, name, id, rank]);
  const table = { notes, head: ['序号', view.kindName, '编号', '摘要值'], widths: [6, 60, 30, 16] };
  return [
    { ...table, name: `抽中的${view.kindName}`, rows: ranked(view.drawn) },
    { ...table, name: `未抽中的${view.kindName}`, rows: ranked(view.notDrawn) },
    {
      ...{ name: `未参加抽取的${view.kindName}`, notes, head: [view.kindName, '编号', '理由'], widths: [60, 30, 30] },
      rows: view.excluded.map(({ name, id, reason }) => [name, id, reason]),
    },
  ];
}

/** How the draw was held, in the words that stand over every table. */
export function notesOf(
  view: Pick<DrawProtocol, 'purpose' | 'seed' | 'method' | 'madeAt' | 'madeBy'> & {
    drawn: readonly unknown[];
    notDrawn: readonly unknown[];
    excluded: readonly unknown[];
  },
  what: string,
  frame: readonly string[],
): string[] {
  const [drawn, not, out] = [view.drawn.length, view.notDrawn.length, view.excluded.length];
  return [
    `${view.purpose}（${what}记录）`,
    ...(frame.length > 0 ? [frame.join('；')] : []),
    `抽取日期：${dateAt(view.madeAt)}　抽取人：${view.madeBy}　统计截止：${dateAt(view.madeAt)}`,
    `名单 ${drawn + not} 个，抽中 ${drawn} 个，未抽中 ${not} 个，未参加 ${out} 个`,
    `随机种子：${view.seed}　规则版本：${view.method}`,
    "演算办法：对“种子、换行、编号”求 SHA-256，从小到大取；printf '%s\\n%s' 种子 编号 | sha256sum 可得同样的摘要值。",
  ];
}

import { dateAt } from '../../core/date.ts';
import { releasedWords, TAKEN_BACK } from '../../ledger/inspection.ts';
import type { ListSheet } from '../assessment/workbook.ts';
import type { DrawProtocol } from './draw-protocol.ts';
import type { InspectedProblem, InspectionView } from './view-inspection.ts';

const DRAWN = { first: '抽中', instead: '接替抽中', left: '抽中，已更换', not: '未抽中' } as const;
/** Digits of a SHA-256 that tell one file from another by eye. */
const HASH_DIGITS = 12;

/** What a result rests on: words, then files with the beginning of their hash. */
function proofWords(result: InspectionView['drawn'][number]['result']): string {
  if (result === null) return '';
  const files = result.files.map(({ fileName, hash }) => `${fileName}（SHA-256 ${hash.slice(0, HASH_DIGITS)}…）`);
  return [result.proof, ...files].filter((one) => one !== '').join('；');
}

/** What was found; of a problem that turned out since to be none, that alone. */
function resultWords({ result, takenBack, releasedOn }: InspectionView['drawn'][number]): string {
  if (releasedOn !== null) return releasedWords(releasedOn);
  return takenBack ? TAKEN_BACK : (result?.name ?? '未登记');
}

/** Tables of a protocol: the same for the workbook and for the paper. */
export function inspectionSheets(view: InspectionView): ListSheet[] {
  const notes = notesOf(view, '双随机抽查', [...view.frame], view.substitutions.length);
  const words = ({ unit, category, place, text }: InspectedProblem) => [unit, category, place, text];
  return [
    {
      name: '抽中的问题和检查人员',
      notes,
      head: [
        '序号',
        '责任单位',
        '类别',
        '位置',
        '问题',
        '检查人员',
        '检查人员单位',
        '原抽中',
        '回避',
        '复查结果',
        '复查情况',
        '依据',
        '摘要值',
      ],
      widths: [6, 20, 16, 24, 44, 12, 20, 12, 14, 12, 30, 36, 16],
      rows: view.drawn.map((row, i) => [
        ...[i + 1, ...words(row), row.inspector.name, row.inspector.unit ?? '', row.insteadOf.join('、')],
        ...[row.passedOver.join('、'), resultWords(row), row.result?.words ?? '', proofWords(row.result), row.rank],
      ]),
    },
    {
      name: '检查人员',
      notes,
      head: ['姓名', '单位', '是否抽中', '复查任务', '未参加的理由'],
      widths: [14, 26, 10, 10, 30],
      rows: [
        ...view.inspectors.map((one) => [one.name, one.unit ?? '', DRAWN[one.drawn], one.tasks, '']),
        ...view.inspectorsExcluded.map((one) => [one.name, '', '未参加', 0, one.reason]),
      ],
    },
    {
      name: '检查人员更换',
      notes,
      head: ['序号', '原检查人员', '更换理由', '接替的人', '办理人', '办理日期', '当时也不能参加的'],
      widths: [6, 14, 36, 36, 14, 14, 30],
      rows: view.substitutions.map((one, i) => [
        ...[i + 1, one.leaving, one.reason, one.substitutes.map(({ name, tasks }) => `${name}（${tasks} 个）`).join('、'), one.by],
        ...[dateAt(one.at), one.unavailable.map(({ name, reason }) => `${name}：${reason}`).join('；')],
      ]),
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
  replaced = 0,
): string[] {
  const [drawn, not, out] = [view.drawn.length, view.notDrawn.length, view.excluded.length];
  return [
    `${view.purpose}（${what}记录）`,
    ...(frame.length > 0 ? [frame.join('；')] : []),
    `抽取日期：${dateAt(view.madeAt)}　抽取人：${view.madeBy}　统计截止：${dateAt(view.madeAt)}`,
    `名单 ${drawn + not} 个，抽中 ${drawn} 个，未抽中 ${not} 个，未参加 ${out} 个`,
    `随机种子：${view.seed}　规则版本：${view.method}`,
    ...(replaced > 0 ? [`检查人员更换 ${replaced} 次，接替的人用同一种子从其余人员中抽取，见“检查人员更换”`] : []),
    "演算办法：对“种子、换行、编号”求 SHA-256，从小到大取；printf '%s\\n%s' 种子 编号 | sha256sum 可得同样的摘要值。",
  ];
}

import type { Attachment } from '../model.ts';
import { kindOf } from '../parts/kinds.ts';
import { turnedAsNeeded } from '../parts/orientation.ts';
import { accountVerdict, resultsNote } from '../parts/verdict-words.ts';
import type { ChannelRow, Snapshot } from '../snapshot.ts';
import { type Cell, column, mergeRuns, type TableColumn, type TableRow } from '../table.ts';

/** Platforms printed side by side, left to right. */
export const PAIRED_KINDS = ['wechat', 'weibo'] as const;

/**
 * WeChat and Weibo of a unit side by side, as many rows as it has accounts of the fuller platform;
 * number and unit are merged over them, and `/` stands where there is no account. Where what is found fills its narrow column,
 * the table is turned across.
 */
export function pairedAttachment(snapshot: Snapshot, word: string): Attachment[] {
  const accounts = snapshot.channels.filter((c) => c.inBase && c.type === 'account');
  const kinds = PAIRED_KINDS.filter((kind) => accounts.some((account) => account.kind === kind));
  if (kinds.length === 0) return [];
  const units = new Map<string, Map<string, ChannelRow[]>>();
  for (const account of accounts) {
    if (!kinds.some((kind) => kind === account.kind)) continue;
    const byKind = units.get(account.unit) ?? new Map<string, ChannelRow[]>();
    byKind.set(account.kind, [...(byKind.get(account.kind) ?? []), account]);
    units.set(account.unit, byKind);
  }
  const rows = [...units.values()].flatMap((byKind, index) => unitRows(byKind, kinds, index + 1));
  const groups = kinds.map((kind) => kindOf(accounts.find((account) => account.kind === kind) as ChannelRow).name);
  const table = {
    id: 'paired',
    orientation: 'portrait' as const,
    columns: columnsOf(kinds, groups, kinds.length === 1 ? UPRIGHT_ONE : UPRIGHT_TWO),
    rows,
    merges: mergeRuns(rows, 'number', ['number', 'unit']),
    notes: resultsNote(
      snapshot,
      accounts.filter(({ kind }) => kinds.some((one) => one === kind)),
    ),
  };
  const across = columnsOf(kinds, groups, kinds.length === 1 ? ACROSS_ONE : ACROSS_TWO);
  return [{ title: `${word}${groups.join('、')}监测情况`, table: turnedAsNeeded(table, across) }];
}

function unitRows(byKind: ReadonlyMap<string, readonly ChannelRow[]>, kinds: readonly string[], number: number): TableRow[] {
  const height = Math.max(...[...byKind.values()].map((list) => list.length));
  const unit = [...byKind.values()][0]?.[0]?.unitPrinted ?? '';
  return Array.from({ length: height }, (_, i) => {
    const cells: Record<string, Cell> = { number, unit };
    const from: string[] = [];
    for (const kind of kinds) {
      const account = byKind.get(kind)?.[i];
      cells[`${kind}.name`] = account?.name ?? null;
      cells[`${kind}.verdict`] = account ? accountVerdict(account) : null;
      cells[`${kind}.problems`] = account?.reasons.join('，') || null;
      if (account) from.push(account.id);
    }
    return { id: `paired/${number}.${i + 1}`, from, cells };
  });
}

/** Millimetres of number, unit, and of each platform's name, verdict and problems. */
interface Widths {
  number: number;
  unit: number;
  name: number;
  verdict: number;
  problems: number;
}
const UPRIGHT_ONE: Widths = { number: 10, unit: 27, name: 48, verdict: 20, problems: 51 };
const UPRIGHT_TWO: Widths = { number: 10, unit: 27, name: 24, verdict: 17.5, problems: 18 };
const ACROSS_ONE: Widths = { number: 12, unit: 37, name: 50, verdict: 20, problems: 106 };
const ACROSS_TWO: Widths = { number: 12, unit: 33, name: 30, verdict: 18, problems: 42 };

function columnsOf(kinds: readonly string[], groups: readonly string[], width: Widths): TableColumn[] {
  return [
    column('number', '序号', width.number, { type: 'ordinal', align: 'center' }),
    column('unit', '单位', width.unit, { align: 'center' }),
    ...kinds.flatMap((kind, i) => {
      const group = groups[i] ?? null;
      return [
        column(`${kind}.name`, '账号名称', width.name, { group, blank: '/' }),
        column(`${kind}.verdict`, '检查结果', width.verdict, { group, align: 'center' }),
        column(`${kind}.problems`, '突出问题', width.problems, { group }),
      ];
    }),
  ];
}

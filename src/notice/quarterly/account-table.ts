import { chineseDate } from '../../core/date.ts';
import { isListed } from '../listed-findings.ts';
import type { Attachment } from '../model.ts';
import { kindOf } from '../parts/kinds.ts';
import type { ChannelRow, ProblemRow, Snapshot } from '../snapshot.ts';
import { column, mergeRuns, type TableRow } from '../table.ts';
import { figure, words } from '../words.ts';

/** One printed row: the sightings of one account, or one finding about several accounts of a unit (同一平台开设多个账号). */
interface Entry {
  channels: readonly ChannelRow[];
  problems: readonly ProblemRow[];
}

/** 突出问题政务新媒体名单: sightings of an account in one cell, categories merged; empty when nothing was found. */
export function accountAttachment(snapshot: Snapshot, title: string, failing: string): Attachment[] {
  const order = [...new Set(snapshot.channels.map((channel) => channel.kind))];
  const entries = entriesOf(snapshot).toSorted((a, b) => order.indexOf(kindCode(a)) - order.indexOf(kindCode(b)));
  if (entries.length === 0) return [];
  const rows = entries.map(rowOf);
  const span = `监测时间为${chineseDate(snapshot.period.from)}至${chineseDate(snapshot.period.cutoff)}`;
  const meaning = words`名单含运行不合格的账号${figure(failing)}；期内曾不合格、现已整改的仍计为不合格，同一平台重复开设账号只列出、不影响合格认定`;
  const columns = [
    column('kind', '类别', 18, { align: 'center' }),
    column('name', '政务新媒体名称', 32),
    column('unit', '主办单位', 27.5),
    column('level', '级别', 17, { align: 'center' }),
    column('problems', '突出问题', 44),
    column('rectified', '是否整改', 17.5, { align: 'center' }),
  ];
  const notes = { label: '备注' as const, items: [words`${span}`, meaning] };
  return [
    { title, table: { id: 'account-problems', orientation: 'portrait', columns, rows, merges: mergeRuns(rows, 'kind', ['kind']), notes } },
  ];
}

function entriesOf(snapshot: Snapshot): Entry[] {
  const accounts = new Map(snapshot.channels.filter((c) => c.type === 'account').map((c) => [c.id, c]));
  const entries = new Map<string, Entry>();
  for (const problem of snapshot.problems) {
    const channel = accounts.get(problem.channelId ?? '');
    if (!channel || !isListed(problem)) continue;
    const shared = problem.category === 'account_duplicate';
    const key = shared ? `${channel.unit}/${channel.kind}/${problem.category}` : channel.id;
    const entry = entries.get(key) ?? { channels: [], problems: [] };
    const channels = entry.channels.includes(channel) ? entry.channels : [...entry.channels, channel];
    entries.set(key, { channels, problems: [...entry.problems, problem] });
  }
  return [...entries.values()];
}

const kindCode = (entry: Entry): string => entry.channels[0]?.kind ?? '';

function rowOf(entry: Entry, index: number): TableRow {
  const [first] = entry.channels;
  return {
    id: `account-problems/${index + 1}`,
    from: [...entry.channels, ...entry.problems].map(({ id }) => id),
    cells: {
      kind: first ? kindOf(first).name : null,
      name: namesOf(entry).join('\n'),
      unit: first?.unitPrinted ?? null,
      level: first?.level ?? null,
      problems: [...new Set(entry.problems.map((problem) => problem.text))].join('\n'),
      rectified: rectified(entry.problems),
    },
  };
}

/** Every account the row is about: a finding about several names them in its place, one finding each names its own. */
function namesOf({ channels, problems }: Entry): string[] {
  const named = problems.find((problem) => problem.category === 'account_duplicate')?.place.split('、') ?? [];
  return named.length > channels.length ? named : channels.map((channel) => channel.name);
}

/** 是否整改 of the row: 否 as soon as one sighting is open, 是 only when all are put right. */
function rectified(problems: readonly ProblemRow[]): string | null {
  const has = (state: ProblemRow['rectified']): boolean => problems.some((problem) => problem.rectified === state);
  if (has('no')) return '否';
  if (has('partly')) return '部分整改';
  return has('not-stated') ? null : '是';
}

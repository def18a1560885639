import { SETTLED } from '../handing.ts';
import type { Attachment, NoticeDocument } from '../model.ts';
import { attachmentMark } from '../outline.ts';
import { holds, isSaidOf, overdueColumns, says } from '../parts/lines.ts';
import { isOnList, PROBLEM_LIST } from '../parts/problem-list.ts';
import type { ChannelRow, ProblemRow, Snapshot } from '../snapshot.ts';
import { type Disagreement, disagreement } from './disagreement.ts';
import { problemInWords } from './handed-over.ts';

/** What a table of results prints of a channel. */
interface Printed {
  channel: ChannelRow;
  mark: string;
  said: string;
}

/**
 * The tables of results against 问题清单, as printed: one problem is told in the same words and with the same figures in both, and a channel is
 * accused of the same in both. What a note of the table says it leaves out may stand on the list alone.
 */
export function auditSameProblems(document: NoticeDocument, snapshot: Snapshot): Disagreement[] {
  const listed = wordsOnList(document);
  return printedResults(document, snapshot).flatMap((printed) => {
    const own = snapshot.problems.filter(({ channelId }) => channelId === printed.channel.id);
    const differing = own.flatMap((problem) => otherFigures(printed, own, problem, listed.get(problem.id)));
    if (!snapshot.ledgerWords || differing.length > 0) return differing;
    return [...own.flatMap((problem) => onListAlone(printed, problem)), ...inTableAlone(printed, own)];
  });
}

/** One sentence in both but for its figures; not where those figures are another problem's of the channel. */
function otherFigures(
  { mark, said }: Printed,
  own: readonly ProblemRow[],
  problem: ProblemRow,
  listed: string | undefined,
): Disagreement[] {
  if (listed === undefined || listed === '' || holds(said, listed) || !/\d/.test(listed)) return [];
  const like = new RegExp(listed.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\d+/g, '\\d+'), 'u').exec(said);
  if (!like || own.some(({ text }) => holds(text, like[0]))) return [];
  const message = `${problem.unit}的同一个问题，${mark}写的是“${like[0]}”，问题清单写的是“${listed}”，两处应一致`;
  return [disagreement('same-problem', 'blocks', mark, message, { stated: like[0], recomputed: listed })];
}

/** Handed over by the list, and not a word of it in a table that says nothing of the channel at all: that calls clean what it accuses. */
function onListAlone({ channel, mark, said }: Printed, problem: ProblemRow): Disagreement[] {
  if (!isOnList(problem) || problem.carriedOver || SETTLED.includes(problem.handing) || isSaidOf(channel, problem)) return [];
  const severity = said === '' && channel.verdict !== 'undecided' ? 'blocks' : 'warns';
  return [disagreement('same-problem', severity, mark, `${problemInWords(problem)}列在问题清单中，${mark}“${channel.name}”一行没有列出`)];
}

/** A line for which the notice has no problem, or of columns of which it has fewer or more. */
function inTableAlone({ channel, mark, said }: Printed, own: readonly ProblemRow[]): Disagreement[] {
  return channel.reasons.flatMap((line) => {
    // What is about to run out is on no list, and last period's problems are told by their rule.
    if (!said.includes(line) || /即将超过|^上.{1,3}问题(?:未整改|整改不彻底)$/u.test(line)) return [];
    const rows = own.filter((problem) => problem.level === 'problem' && says(line, problem));
    const meant = new Set(rows.map(({ path, id }) => path?.join('—') ?? id)).size;
    const columns = overdueColumns(line);
    if (meant > 0 && (columns === null || columns === meant || columns === rows.length)) return [];
    if (meant === 0 && own.some((problem) => problem.level !== 'problem' && says(line, problem))) return [];
    const message =
      meant === 0
        ? `${mark}“${channel.name}”一行列有“${line}”，本期问题中没有这一条`
        : `${mark}“${channel.name}”一行写的“${line}”为${columns}个栏目，本期问题中有${meant}个`;
    return [disagreement('same-problem', 'warns', mark, message, { stated: line })];
  });
}

/** Every channel with the words its row prints. */
function printedResults({ attachments }: NoticeDocument, { channels }: Snapshot): Printed[] {
  const byId = new Map(channels.map((channel) => [channel.id, channel]));
  return attachments.flatMap(({ table }, i) => {
    const columnOf = TABLES[table.id];
    if (!columnOf) return [];
    const mark = attachmentMark(i, attachments.length);
    return table.rows.flatMap(({ from, cells }) =>
      from.flatMap((id): Printed[] => {
        const channel = byId.get(id);
        return channel ? [{ channel, mark, said: String(cells[columnOf(channel)] ?? '') }] : [];
      }),
    );
  });
}

const TABLES: Readonly<Record<string, ((channel: ChannelRow) => string) | undefined>> = {
  sites: () => 'problems',
  accounts: () => 'problems',
  paired: ({ kind }) => `${kind}.problems`,
};

const wordsOnList = ({ attachments }: NoticeDocument): ReadonlyMap<string, string> =>
  new Map(attachments.flatMap(listRows).flatMap(({ from, cells }) => from.map((id) => [id, String(cells.problem ?? '')] as const)));
const listRows = ({ table }: Attachment) => (table.id === PROBLEM_LIST ? table.rows : []);

import type { BlockReader, Finding } from '../finding.ts';
import type { FormerName, NamesLists } from './office.ts';
import { isOfOtherArea } from './other-area.ts';
import { spellings } from './unit-names.ts';

/** What tells history from the present: 原, 时任, 更名, 划转 … beside the name, or a year in which it was right. */
const HISTORY_BEFORE = /(?:原|前|时任|曾任|历任|旧称|原名|前身(?:为|是)?|曾用名)[^，,。；;、]{0,8}$/;
const HISTORY_AROUND = /更名|改名|改为|改称|撤销|合并|整合|组建|划转|划入|职责|挂牌|前身|沿革|历史|大事记|当时/;
const YEAR = /(?<!\d)(19\d{2}|20\d{2})年?(?!\d)/g;

/** Names in use after their last day (former-unit-name). */
export function compileFormerNames(lists: NamesLists): BlockReader {
  const ended = lists.formerNames.filter(({ until }) => until < lists.day);
  const rows = ended.flatMap((former) => spellings(former.name, lists.area).map((text) => ({ text, former })));
  rows.sort((a, b) => b.text.length - a.text.length);
  const right = lists.offices.flatMap(({ name, aliases }) => [name, ...aliases].flatMap((one) => spellings(one, lists.area)));
  return (block) => {
    const found: Finding[] = [];
    for (const { text, former } of rows) {
      for (let at = block.indexOf(text); at >= 0; at = block.indexOf(text, at + text.length)) {
        if (found.some(({ start, end }) => at < end && start < at + text.length)) continue;
        if (isPartOf(block, at, text, right) || isHistory(block, at, text, former)) continue;
        if (isOfOtherArea(block, at, text, lists.places, lists.area)) continue;
        found.push(tell(at, text, former, lists.area));
      }
    }
    return found.sort((a, b) => a.start - b.start);
  };
}

function tell(start: number, found: string, { name, until, now }: FormerName, area: string): Finding {
  const isFull = found.startsWith(area) && !name.startsWith(area);
  const suggestion = now !== null && isFull && now.startsWith(area.at(-1) as string) ? `${area.slice(0, -1)}${now}` : now;
  return {
    ...{ start, end: start + found.length, found, suggestion },
    ...{ layer: 'L2', kind: 'former-unit-name', severity: 2, score: 0.9, files: true },
    why: `“${name}”用到${until}为止${now === null ? '' : `，现为“${now}”`}；说历史情况时请写“原”。`,
  };
}

/** Within a longer name that is right today. */
const isPartOf = (block: string, at: number, text: string, right: readonly string[]): boolean =>
  right.some((longer) => {
    const within = longer.length > text.length ? longer.indexOf(text) : -1;
    return within >= 0 && block.startsWith(longer, at - within);
  });

function isHistory(block: string, at: number, text: string, { until }: FormerName): boolean {
  const from = Math.max(...['。', '；', '！', '？'].map((mark) => block.lastIndexOf(mark, at - 1))) + 1;
  const stop = block.slice(at).search(/[。；！？]/);
  const before = block.slice(from, at);
  const sentence = block.slice(from, stop < 0 ? undefined : at + stop);
  const inTitle = /《[^》]*$/.test(before);
  const ownYears = [...sentence.matchAll(YEAR)].map((match) => match[1] as string);
  return (
    inTitle ||
    HISTORY_BEFORE.test(before) ||
    HISTORY_AROUND.test(sentence.replace(text, '')) ||
    ownYears.some((year) => year <= until.slice(0, 4))
  );
}

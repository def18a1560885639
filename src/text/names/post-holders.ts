import { soundsAlike } from '../characters/readings.ts';
import { looksAlike } from '../characters/shapes.ts';
import type { BlockReader, Finding } from '../finding.ts';
import type { NamesLists, PostHolder } from './office.ts';

/** The word for the post itself, with 副 and 代 where it has them: 局长 of 县民政局党组书记、局长. */
const POST =
  '(?:常务副|副|代)?(?:县长|区长|市长|省长|州长|旗长|镇长|乡长|局长|主任|书记|部长|处长|科长|所长|站长|院长|校长|主席|厅长|秘书长|检察长|队长|行长|经理)';
const POST_AT_END = new RegExp(`${POST}$`);
const HISTORY = /(?:原|前|时任|曾任|历任|前任|卸任|离任|已故|退休)[^，,。；;]{0,16}$/;

interface Known extends PostHolder {
  /** Last word of the post. */
  word: string;
}

/** Names beside a post: a wrong letter in the name, 副 too many or too few, or the post of somebody who has left it. */
export function compilePostHolders({ postHolders, day }: NamesLists): BlockReader {
  const known = postHolders.flatMap((holder): Known[] => {
    const word = POST_AT_END.exec(holder.post)?.[0];
    return word === undefined || (holder.from !== null && holder.from > day) ? [] : [{ ...holder, word }];
  });
  if (known.length === 0) return () => [];
  const names = new Set(postHolders.map(({ name }) => name));
  const pair = new RegExp(`${POST}\\s?`, 'g');
  return (block) => {
    const found: Finding[] = [];
    for (const match of block.matchAll(pair)) {
      const at = match.index;
      const word = match[0].trim();
      const before = clauseBefore(block, at);
      if (HISTORY.test(before)) continue;
      const behind = at + match[0].length;
      const finding = judge(block, behind, word, before, known, names, day) ?? judge(block, at, word, before, known, names, day, true);
      if (finding) found.push(finding);
    }
    return found;
  };
}

/** The words that say whose post it is: of 县民政局局长甲、县财政局局长乙 only the part with the nearest unit. */
function clauseBefore(block: string, at: number): string {
  const clause = block
    .slice(Math.max(0, at - 24), at)
    .split(/[，,。；;！？!?\n]/)
    .at(-1) as string;
  const parts = clause.split('、');
  const nearest = parts.findLastIndex((part) => UNIT_END.test(part));
  return parts.slice(Math.max(0, nearest)).join('、');
}
const UNIT_END = /(?:局|委|办|镇|乡|中心|院|校|政府|街道)(?:党[组委支部总]{1,3})?/;

/** Reads the name behind the post, or (`ahead`) before it: 局长王小明, 王小明局长. */
function judge(
  block: string,
  edge: number,
  word: string,
  before: string,
  known: readonly Known[],
  names: ReadonlySet<string>,
  day: string,
  ahead = false,
): Finding | null {
  for (const length of [4, 3, 2]) {
    const start = ahead ? edge - length : edge;
    const shown = block.slice(Math.max(0, start), start + length);
    if (shown.length !== length || !/^\p{Script=Han}+$/u.test(shown)) continue;
    const bearers = known.filter(({ name }) => name === shown);
    if (bearers.length > 0) return wrongPost(start, shown, word, before, bearers, known, day);
    if (names.has(shown)) return null;
    const meant = known.find((holder) => isSlip(shown, holder, word) && isSure(holder, before, day));
    if (meant)
      return tell(start, shown, meant.name, `${meant.unit ?? ''}${meant.post}登记为“${meant.name}”。`, 0.9, meant.name.length >= 3);
  }
  return null;
}

/** One letter other, that sounds or looks like the right one, beside the very post of that person. */
function isSlip(shown: string, { name, word: own }: Known, word: string): boolean {
  if (shown.length !== name.length || own !== word) return false;
  const odd = [...shown].flatMap((letter, i) => (letter === name[i] ? [] : [i]));
  const [at] = odd;
  if (odd.length !== 1 || at === undefined) return false;
  const [wrong, right] = [shown[at] as string, name[at] as string];
  return soundsAlike(wrong, right) || looksAlike(wrong, right);
}

/** A name of two letters, and any name that another person of another unit may bear, needs the unit beside it. */
function isSure({ unit, name, to }: Known, before: string, day: string): boolean {
  if (to !== null && to < day) return false;
  const isUnitNamed = unit !== null && [unit, unit.replace(/^[县市区]/, '')].some((one) => before.includes(one));
  return isUnitNamed || (name.length >= 3 && (unit === null || !UNIT_END.test(before)));
}

function wrongPost(
  start: number,
  shown: string,
  word: string,
  before: string,
  bearers: readonly Known[],
  known: readonly Known[],
  day: string,
): Finding | null {
  const current = bearers.filter(({ to }) => to === null || to >= day);
  const fits = (holder: Known): boolean => holder.word === word || holder.post.includes(word);
  if (current.some(fits)) return null;
  const left = bearers.find((holder) => fits(holder) && holder.to !== null && holder.to < day);
  if (left) {
    const next = known.find((holder) => holder.unit === left.unit && holder.post === left.post && (holder.to === null || holder.to >= day));
    const isUnitNamed = left.unit !== null && before.includes(left.unit.replace(/^[县市区]/, ''));
    const after = next ? `，现任为“${next.name}”` : '';
    return tell(
      start,
      shown,
      next?.name ?? null,
      `“${shown}”任${left.unit ?? ''}${left.post}到${left.to}为止${after}；说以前的事请写“时任”。`,
      isUnitNamed ? 0.85 : 0.7,
      isUnitNamed,
    );
  }
  const base = (post: string): string => post.replace(/^(?:常务副|副|代)/, '');
  const rank = current.find(
    (holder) => base(holder.word) === base(word) && (holder.unit === null || before.includes(holder.unit.replace(/^[县市区]/, ''))),
  );
  return rank ? tell(start, shown, null, `“${shown}”登记的职务为${rank.unit ?? ''}${rank.post}，不是${word}。`, 0.7, false) : null;
}

const tell = (start: number, found: string, suggestion: string | null, why: string, score: number, files: boolean): Finding => ({
  ...{ start, end: start + found.length, found, suggestion, layer: 'L2', kind: 'person-name', severity: 2 },
  ...{ score, files, why },
});

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });
/** Words that hang on what stands before them, and signs that may not begin a line. */
const NOT_FIRST = /^[的和与及、，。）》”年月日号]/;
/** Signs and words that may not end a line. */
const NOT_LAST = /[（《“和与及第\d]$/;
/** Where a line best begins: at the matter of the notice. */
const GOOD_START = /^(关于|政府|政务)/;
const POOR_START_COST = 12;

/** Terms of the field that the dictionary cuts in two and a line must not (词意完整). */
const TERMS: readonly string[] = ['门户网站', '政务公开', '信息公开', '政府网站', '政务新媒体', '政务微信', '政务微博', '月报', '通报'];

/** Characters of 二号 in a line of a sheet turned across. */
export const WIDE_TITLE = 28;

/**
 * Breaks a title into as few lines as hold it, words kept whole, lines of like length (GB/T 9704 7.3.1: 词意完整,
 * 排列对称, 间距恰当, 梯形或菱形). `width` is the number of full characters in a line, one short of
 * what fits, for the gaps set between digits and characters; half-width signs count half.
 */
export function titleLines(title: string, width = 19): string[] {
  const pieces = wholeTerms([...SEGMENTER.segment(title.trim())].map((s) => s.segment));
  const total = measure(title.trim());
  for (let lines = Math.max(1, Math.ceil(total / width)); lines <= pieces.length; lines += 1) {
    const best = bestBreak(pieces, lines, width, total / lines);
    if (best) return best;
  }
  return [title.trim()];
}

/** Neighbouring pieces that make up a term, as one piece. */
function wholeTerms(pieces: readonly string[]): string[] {
  const out: string[] = [];
  for (let i = 0; i < pieces.length; ) {
    const ends = [4, 3, 2].map((n) => i + n).filter((end) => end <= pieces.length);
    const end = ends.find((at) => TERMS.includes(pieces.slice(i, at).join(''))) ?? i + 1;
    out.push(pieces.slice(i, end).join(''));
    i = end;
  }
  return out;
}

/** Length in full characters. */
export function measure(text: string): number {
  return [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x2000 ? 0.5 : 1), 0);
}

/** The division of `pieces` into `lines` lines with the lowest cost; null when none fits the width. */
function bestBreak(pieces: readonly string[], lines: number, width: number, ideal: number): string[] | null {
  let best: { cost: number; lines: string[] } | null = null;
  const walk = (from: number, done: readonly string[], cost: number): void => {
    if (best && cost >= best.cost) return;
    if (done.length === lines - 1) {
      const last = pieces.slice(from).join('');
      if (last !== '' && measure(last) <= width) {
        const sum = cost + lineCost(last, ideal, done.length > 0, true);
        if (!best || sum < best.cost) best = { cost: sum, lines: [...done, last] };
      }
      return;
    }
    for (let to = from + 1; to < pieces.length; to += 1) {
      const line = pieces.slice(from, to).join('');
      if (measure(line) > width) break;
      walk(to, [...done, line], cost + lineCost(line, ideal, done.length > 0, false));
    }
  };
  walk(0, [], 0);
  return (best as { lines: string[] } | null)?.lines ?? null;
}

function lineCost(line: string, ideal: number, follows: boolean, last: boolean): number {
  const uneven = (measure(line) - ideal) ** 2;
  const start = follows ? (NOT_FIRST.test(line) ? 1000 : GOOD_START.test(line) ? 0 : POOR_START_COST) : 0;
  const end = !last && NOT_LAST.test(line) ? 1000 : 0;
  return uneven + start + end;
}

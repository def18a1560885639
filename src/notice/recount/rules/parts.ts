import type { Answer, Stated } from '../figure.ts';
import { printNumber } from '../figure.ts';
import { type Rule, sameSentence } from '../notice.ts';
import { countedIn, populationsOf } from '../vocabulary.ts';

/** 共41个，其中甲13个、乙28个; 甲13个、乙28个，合计41个. */
export const parts: Rule = (notice) => {
  const answers: Answer[] = [];
  const done = new Set<string>();
  for (const figure of notice.figures) {
    if (figure.place.in !== 'text' || figure.unit === '%' || done.has(figure.sentence)) continue;
    done.add(figure.sentence);
    const counts = sameSentence(notice, figure).filter(({ unit }) => unit !== '%');
    for (const { total, of } of splits(counts)) answers.push(...weigh(total, of));
  }
  return { answers };
};

/** Totals of a sentence with what they are said to be made of. */
function splits(counts: readonly Stated[]): { total: Stated; of: Stated[] }[] {
  const found: { total: Stated; of: Stated[] }[] = [];
  counts.forEach((total, i) => {
    const behind = counts.slice(i + 1);
    const among = behind.findIndex(({ before }) => /^\s*其中|^包括|^分别为?/.test(before));
    if (among === 0) {
      const of = untilOther(behind, total.unit);
      if (of.length > 0) found.push({ total, of });
    }
    if (/(?:合计|总计|共计|共|累计)(?:为|有|达)?\s*$/.test(total.before) && i >= 2) {
      const of = [];
      for (let at = i - 1; at >= 0 && counts[at]?.unit === total.unit; at -= 1) of.unshift(counts[at] as Stated);
      if (of.length >= 2 && !of.some(({ before }) => /其中/.test(before))) found.push({ total, of });
    }
  });
  return found;
}

/** Parts go on while the unit of measure does and nobody begins a new count. */
function untilOther(figures: readonly Stated[], unit: string): Stated[] {
  const end = figures.findIndex((figure, i) => figure.unit !== unit || (i > 0 && /^\s*其中|共|累计|合计|较|比/.test(figure.before)));
  return end < 0 ? [...figures] : figures.slice(0, end);
}

function weigh(total: Stated, of: readonly Stated[]): Answer[] {
  if ([total, ...of].some(({ approximate }) => approximate)) return [];
  const sum = of.reduce((all, { value }) => all + value, 0);
  const basis = { sentences: [total.sentence], how: `${of.map(({ value }) => value).join(' + ')} = ${sum}` };
  const recomputed = printNumber(sum, 0, total.unit);
  if (of.length >= 2 && sum === total.value) return [total, ...of].map((figure) => agreed(figure, basis));
  if (of.length >= 2 && (isWhole(of) || (sum > total.value && isWhole(of, true)))) {
    const gap = Math.abs(total.value - sum);
    const explanations = [`各部分合计与总数相差${gap}${total.unit}：请核对各部分有无漏列、重复，或总数口径是否不同`];
    return [{ figure: total, verdict: 'disagrees', recomputed, basis, explanations }];
  }
  const over = of.find(({ value }) => value > total.value);
  return over
    ? [
        {
          figure: over,
          verdict: 'disagrees',
          recomputed: `不多于${total.quote}`,
          basis: { sentences: [total.sentence], how: '部分不能大于总数' },
          explanations: [],
        },
      ]
    : [];
}

const agreed = (figure: Stated, basis: Answer['basis']): Answer => ({
  figure,
  verdict: 'agrees',
  recomputed: figure.quote,
  basis,
  explanations: [],
});

/** Whether parts are of one division that leaves nothing out: two platforms, two groups of units, passed and failed. */
function isWhole(of: readonly Stated[], loosely = false): boolean {
  const names = of.map(({ before }) => before.replace(/^\s*(?:其中|包括|分别为?)[:：，]?/, '').trim());
  if (names.some((name) => /等$|重点|主要|优秀|典型/.test(name))) return false;
  const outcomes = new Set(names.map(countedIn));
  if (outcomes.has('pass') && outcomes.has('fail')) return true;
  const populations = names.map((name) => [...populationsOf(name)]);
  if (populations.every((one) => one.length > 0) && new Set(populations.map(String)).size === names.length) return true;
  const bare = names.map((name) => name.replace(/[^\p{Script=Han}]/gu, ''));
  const [first = ''] = bare;
  const shared = (cut: (name: string, n: number) => string): boolean =>
    first.length >= 3 && bare.every((name) => name.length >= 3 && cut(name, 2) === cut(first, 2));
  return new Set(bare).size === bare.length && (shared((name, n) => name.slice(0, n)) || (loosely && shared((name, n) => name.slice(-n))));
}

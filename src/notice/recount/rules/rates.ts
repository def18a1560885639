import type { Answer, Remark, Stated } from '../figure.ts';
import { printNumber } from '../figure.ts';
import { type ReadNotice, type Rule, sameSentence } from '../notice.ts';
import { partOf, ROUNDING_NAMES, roundingOf, share } from '../rate.ts';
import { startOf } from '../text-figures.ts';
import { countedIn, populationsOf } from '../vocabulary.ts';

/** 检查44家，合格39家，合格率88.6%: a rate against the counts of its sentence, or of the notice where the sentence has no base. */
export const rates: Rule = (notice) => {
  const answers: Answer[] = [];
  const remarks: Remark[] = [];
  for (const rate of notice.figures) {
    if (rate.unit !== '%' || rate.place.in !== 'text' || rate.approximate || isChange(rate)) continue;
    const near = sameSentence(notice, rate).filter(isCount);
    const pair = fittingPair(rate, near);
    if (pair) {
      const { part, base, rounding } = pair;
      answers.push({ figure: rate, verdict: 'agrees', recomputed: rate.quote, basis: of(rate, part.quote, base.quote), explanations: [] });
      for (const figure of [part, base])
        answers.push({ figure, verdict: 'agrees', recomputed: figure.quote, basis: of(rate, part.quote, base.quote), explanations: [] });
      if (rounding !== 'half-up')
        remarks.push({
          kind: 'rounding',
          quote: rate.quote,
          message: `“${rate.quote}”是${ROUNDING_NAMES[rounding]}的结果，四舍五入为${printNumber(share(part.value, base.value, rate.decimals), rate.decimals, '%')}`,
        });
      continue;
    }
    const answer = againstClearPair(rate, near) ?? againstBase(notice, rate, near);
    if (answer) answers.push(answer);
  }
  return { answers, remarks };
};

const isCount = (figure: Stated): boolean => figure.unit !== '%' && !/百分点/.test(figure.unit) && !figure.approximate;
/** Of a hundred per cent any base would do. */
const isHollow = ({ value }: Stated): boolean => value === 0 || value === 100;
const isChange = ({ before, after }: Stated): boolean => /增长|下降|上升|提高|降低|减少|增加|同比|环比|提升|回落|扣/.test(before + after);
const of = (rate: Stated, part: string, base: string) => ({ sentences: [rate.sentence], how: `${part} ÷ ${base}` });

interface Pair {
  part: Stated;
  base: Stated;
  rounding: NonNullable<ReturnType<typeof roundingOf>>;
}

/** Two counts of the sentence that give the rate; a hundred per cent needs two figures that mean it. */
function fittingPair(rate: Stated, near: readonly Stated[]): Pair | null {
  for (const base of near) {
    for (const part of near) {
      if (part === base || part.value > base.value || base.value === 0 || part.unit !== base.unit) continue;
      if (startOf(part) > startOf(rate) && startOf(base) > startOf(rate)) continue;
      const rounding = roundingOf(rate.value, part.value, base.value, rate.decimals);
      if (rounding) return { part, base, rounding };
    }
  }
  return null;
}

/** The sentence says both what was checked and what passed, of one kind of thing, and they do not give the rate. */
function againstClearPair(rate: Stated, near: readonly Stated[]): Answer | null {
  const before = near.filter((figure) => startOf(figure) < startOf(rate));
  const part = before.findLast(({ before: words }) => countedIn(words) === 'pass' || /完成|办结|答复|整改/.test(words));
  const base = before.find(
    (figure) => figure !== part && /共|检查|抽查|监测|纳入|全部|应|总/.test(figure.before) && countedIn(figure.before) === 'all',
  );
  if (!part || !base || part.unit !== base.unit || part.value > base.value || base.value === 0) return null;
  if (!speaksOfSame(rate, part) || !speaksOfSame(rate, base)) return null;
  const right = share(part.value, base.value, rate.decimals);
  const explanations = otherBase(rate, part.value);
  return {
    figure: rate,
    verdict: 'disagrees',
    recomputed: printNumber(right, rate.decimals, '%'),
    basis: of(rate, part.quote, base.quote),
    explanations,
  };
}

/** No count beside it: of the base that the notice names for this kind of thing, the rate must be the share of a whole number. */
function againstBase(notice: ReadNotice, rate: Stated, near: readonly Stated[]): Answer | null {
  if (isHollow(rate)) return null;
  const kinds = populationsOf(rate.before);
  const named = (figure: Stated): boolean => [...populationsOf(figure.before + figure.after)].some((kind) => kinds.has(kind));
  const inSentence = near.filter(
    (figure) => countedIn(figure.before) === 'all' && (kinds.size === 0 ? /共|全/.test(figure.before) : named(figure)),
  );
  const elsewhere =
    kinds.size === 0
      ? []
      : notice.figures.filter(
          (figure) =>
            isCount(figure) &&
            named(figure) &&
            countedIn(figure.before) === 'all' &&
            /全|共|检查|监测/.test(figure.before + figure.sentence),
        );
  const bases = inSentence.length > 0 ? inSentence : elsewhere;
  const [base] = bases;
  if (!base || base.value < 2 || base.value >= 100 * 10 ** rate.decimals || rate.value > 100) return null;
  for (const one of bases) {
    const part = partOf(rate.value, one.value, rate.decimals);
    if (part !== null)
      return {
        figure: rate,
        verdict: 'agrees',
        recomputed: rate.quote,
        basis: { sentences: [one.sentence], how: `${part} ÷ ${one.value}` },
        explanations: [],
      };
  }
  const closest = Math.round((rate.value * base.value) / 100);
  const choices = [...new Set([closest, closest - 1, closest + 1])].filter((part) => part >= 0 && part <= base.value);
  const texts = choices.map(
    (part) => `${part} ÷ ${base.value} = ${printNumber(share(part, base.value, rate.decimals), rate.decimals, '%')}`,
  );
  if (base.value > 2_000) return null;
  return {
    figure: rate,
    verdict: 'disagrees',
    recomputed: printNumber(share(closest, base.value, rate.decimals), rate.decimals, '%'),
    basis: { sentences: [base.sentence], how: `以${base.quote}为基数，没有整数能得出${rate.quote}` },
    explanations: texts,
  };
}

const speaksOfSame = (rate: Stated, count: Stated): boolean => {
  const [one, two] = [populationsOf(rate.before), populationsOf(count.before + count.after)];
  return one.size === 0 || two.size === 0 || [...one].some((kind) => two.has(kind));
};

/** Bases of which the part would be the stated rate: the reader may know where such a number comes from. */
export function otherBase(rate: Stated, part: number): string[] {
  const middle = rate.value > 0 ? (part * 100) / rate.value : 0;
  const from = Math.max(part, Math.floor(middle) - 3);
  const fits = Array.from({ length: 7 }, (_, i) => from + i).filter(
    (base) => base > 0 && roundingOf(rate.value, part, base, rate.decimals) !== null,
  );
  return fits.slice(0, 2).map((base) => `如果基数是${base}，则为${rate.quote}`);
}

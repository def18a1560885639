import { type Answer, printNumber, type Remark, type Stated } from '../figure.ts';
import { inParagraph, type ReadNotice, type Rule } from '../notice.ts';
import { partOf, ROUNDING_NAMES, type Rounding, roundingOf, share } from '../rate.ts';
import { startOf } from '../text-figures.ts';
import { countedIn, populationsOf } from '../vocabulary.ts';
import { againstClearPair, DONE, of } from './clear-pair.ts';
import { isOneOfSeveral } from './in-a-row.ts';

/** 检查44家，合格39家，合格率88.6%; 错别字28个，占33.3%: a share against the counts before it, nearest first. */
export const rates: Rule = (notice) => {
  const answers: Answer[] = [];
  const remarks: Remark[] = [];
  for (const rate of notice.figures) {
    if (rate.unit !== '%' || rate.place.in !== 'text' || rate.approximate || isChange(rate)) continue;
    const counts = inParagraph(notice, rate.place.block).filter((figure) => isCount(figure) && isBefore(figure, rate));
    const fitting = fittingPair(rate, counts);
    if (fitting) {
      const { part, base, rounding } = fitting;
      for (const figure of [rate, part, base])
        answers.push({ figure, verdict: 'agrees', recomputed: figure.quote, basis: of(part, base), explanations: [] });
      const right = printNumber(share(part.value, base.value, rate.decimals), rate.decimals, '%');
      if (rounding !== 'half-up')
        remarks.push({
          kind: 'rounding',
          quote: rate.quote,
          message: `“${rate.quote}”是${ROUNDING_NAMES[rounding]}的结果，四舍五入为${right}`,
        });
      continue;
    }
    const paragraph = { text: textOf(notice, rate), figures: inParagraph(notice, rate.place.block) };
    const answer = againstClearPair(rate, counts, paragraph) ?? againstBase(notice, rate, counts);
    if (answer) answers.push(answer);
  }
  return { answers, remarks };
};

const textOf = (notice: ReadNotice, { place }: Stated): string =>
  notice.text.paragraphs.find(({ block }) => block === place.block)?.text ?? '';
const isCount = (figure: Stated): boolean => figure.unit !== '%' && !/百分点/.test(figure.unit) && !figure.approximate;
/** A share may be told before its parts within a sentence, never before the sentence of its base. */
const isBefore = (figure: Stated, rate: Stated): boolean => startOf(figure) < startOf(rate) || figure.sentence === rate.sentence;
const EARLIER = /(?:较|(?<![占同环])比|与)[^，。；]{0,14}$/;
/** The clause up to a number, what stands in brackets left out: 比上期（第9期）的91.7%. */
function clauseBefore(sentence: string, until: string): string {
  const end = sentence.indexOf(until) + until.search(/[\d.]+%$/);
  return sentence.slice(0, Math.max(0, end)).replace(/[（(][^（()）]*[)）]/g, '');
}
/** A share of another time, a change, a weight or a threshold is no share of what is counted here. */
const isChange = ({ before, after, ...told }: Stated): boolean =>
  EARLIER.test(clauseBefore(told.sentence, before + told.quote)) ||
  /(?:较|(?<![占同环])比|与|高于|低于|优于)[^，。；]{0,14}$|上月|上季|上年|上期|去年|同期|序时|目标|权重/.test(before) ||
  /增长|下降|上升|提高|降低|减少|增加|同比|环比|提升|回落|扣|超过/.test(before) ||
  /^(?:以上|以下|以内)/.test(after);
/** Two counts that give the share, the nearest ones first; of a hundred per cent any two equal ones would do. */
function fittingPair(rate: Stated, counts: readonly Stated[]): { part: Stated; base: Stated; rounding: Rounding } | null {
  const nearest = counts.toSorted((a, b) => Math.abs(startOf(a) - startOf(rate)) - Math.abs(startOf(b) - startOf(rate)));
  for (const part of nearest.slice(0, 4)) {
    for (const base of nearest) {
      if (part === base || part.value > base.value || base.value === 0 || part.unit !== base.unit) continue;
      if (part.sentence !== rate.sentence && base.sentence !== rate.sentence) continue;
      const rounding = roundingOf(rate.value, part.value, base.value, rate.decimals);
      if (rounding) return { part, base, rounding };
    }
  }
  return null;
}

/** No count beside it: of the base that the notice names for this kind of thing, the rate must be the share of a whole number. */
function againstBase(notice: ReadNotice, rate: Stated, counts: readonly Stated[]): Answer | null {
  if (rate.value === 0 || rate.value === 100) return null; // any base would do
  const kinds = populationsOf(rate.before);
  const named = (figure: Stated): boolean => [...populationsOf(figure.before + figure.after)].some((kind) => kinds.has(kind));
  const near = counts.filter(
    (figure) =>
      figure.sentence === rate.sentence &&
      countedIn(figure.before) === 'all' &&
      !/其中/.test(figure.before) &&
      (kinds.size === 0 ? /共|全/.test(figure.before) : named(figure)),
  );
  const part = counts.filter((figure) => startOf(figure) < startOf(rate) && figure.sentence === rate.sentence).at(-1);
  const elsewhere = notice.figures.filter(
    (figure) => isCount(figure) && (kinds.size > 0 ? named(figure) : figure.unit === part?.unit) && countedIn(figure.before) === 'all',
  );
  for (const base of [...near, ...elsewhere]) {
    if (base.value < 2 || base.value >= 100 * 10 ** rate.decimals) continue;
    const fits =
      part && DONE.test(part.before)
        ? roundingOf(rate.value, part.value, base.value, rate.decimals)
          ? part.value
          : null
        : partOf(rate.value, base.value, rate.decimals);
    if (fits !== null && (part === undefined || kinds.size > 0 || fits === part.value))
      return {
        figure: rate,
        verdict: 'agrees',
        recomputed: rate.quote,
        basis: { sentences: [base.sentence], how: `${fits} ÷ ${base.value}` },
        explanations: [],
      };
  }
  const [base] = near;
  if (
    near.length !== 1 ||
    !base ||
    isOneOfSeveral(base, counts, notice.text) ||
    !/合格率|达标率|通过率|占比|完成率/.test(rate.before) ||
    base.value < 2 ||
    base.value > 2_000 ||
    rate.value > 100
  )
    return null;
  if (partOf(rate.value, base.value, rate.decimals) !== null || base.value >= 100 * 10 ** rate.decimals) return null;
  const closest = Math.round((rate.value * base.value) / 100);
  const choices = [closest, closest - 1, closest + 1].filter((one) => one >= 0 && one <= base.value);
  const printed = (one: number): string => printNumber(share(one, base.value, rate.decimals), rate.decimals, '%');
  const basis = { sentences: [base.sentence], how: `以${base.quote}为基数，没有整数能得出${rate.quote}` };
  return {
    figure: rate,
    verdict: 'disagrees',
    recomputed: printed(closest),
    basis,
    explanations: choices.map((one) => `${one} ÷ ${base.value} = ${printed(one)}`),
  };
}

import { type Answer, printNumber, type Stated } from '../figure.ts';
import { inParagraph, type Rule } from '../notice.ts';
import { roundingOf, share } from '../rate.ts';
import { startOf } from '../text-figures.ts';

/** 发布信息1286条，其中动态642条，占49.9%；公告188条，占14.6%: shares of one whole, which those that fit it name. */
export const shares: Rule = (notice) => ({
  answers: notice.text.paragraphs.flatMap(({ block, text }) => {
    const figures = inParagraph(notice, block).filter(({ approximate }) => !approximate);
    const pairs = figures.flatMap((rate, i): Pair[] => {
      const part = figures[i - 1];
      return part && part.unit !== '%' && rate.unit === '%' && part.sentence === rate.sentence && isShareOf(rate, part, text)
        ? [{ part, rate }]
        : [];
    });
    return [...new Set(pairs.map(({ part }) => part.unit))].flatMap((unit) =>
      weigh(
        pairs.filter(({ part }) => part.unit === unit),
        notice.figures,
      ),
    );
  }),
});

/** 642条，占49.9%; 642条（49.9%）. */
const isShareOf = (rate: Stated, part: Stated, text: string): boolean =>
  /^\s*(?:分别)?占(?:比|总数|总量|问题总数|全部)?[的为达]?$/.test(rate.before) ||
  (part.place.in === 'text' && /^\s*[（(]$/.test(text.slice(part.place.end, startOf(rate))));

interface Pair {
  part: Stated;
  rate: Stated;
}

function weigh(pairs: readonly Pair[], figures: readonly Stated[]): Answer[] {
  const [first] = pairs;
  if (!first || pairs.length < 3) return [];
  const bases = [...wholesBefore(first.part, figures), ...wholeOf(pairs)];
  const fits = ({ part, rate }: Pair, base: Stated): boolean => roundingOf(rate.value, part.value, base.value, rate.decimals) !== null;
  const hits = (base: Stated): number => pairs.filter((pair) => fits(pair, base)).length;
  const [base] = bases.toSorted((a, b) => hits(b) - hits(a));
  if (!base || hits(base) < 2 || hits(base) < pairs.length * 0.6) return [];
  return pairs.flatMap((pair): Answer[] => {
    const { part, rate } = pair;
    const basis = { sentences: [...new Set([base.sentence, part.sentence])], how: `${part.quote} ÷ ${base.quote}` };
    if (fits(pair, base))
      return [part, rate].map((figure) => ({ figure, verdict: 'agrees', recomputed: figure.quote, basis, explanations: [] }));
    const recomputed = printNumber(share(part.value, base.value, rate.decimals), rate.decimals, '%');
    return [{ figure: rate, verdict: 'disagrees', recomputed, basis, explanations: [`其余${hits(base)}个比例都以${base.quote}为基数`] }];
  });
}

/** All parts together, where their shares make a hundred: the whole need not be told. */
function wholeOf(pairs: readonly Pair[]): Stated[] {
  const [first] = pairs;
  const shares = pairs.reduce((sum, { rate }) => sum + rate.value, 0);
  const value = pairs.reduce((sum, { part }) => sum + part.value, 0);
  if (!first || Math.abs(shares - 100) > 0.1 * pairs.length) return [];
  return [{ ...first.part, value, quote: printNumber(value, 0, first.part.unit) }];
}

/** Numbers told before in the paragraph or in an earlier one, of which the part can be a share. */
const wholesBefore = (part: Stated, figures: readonly Stated[]): Stated[] =>
  figures.filter(
    (figure) =>
      figure.unit === part.unit &&
      !figure.approximate &&
      figure.value >= part.value &&
      figure.place.in === 'text' &&
      (figure.place.block < part.place.block || (figure.place.block === part.place.block && startOf(figure) < startOf(part))),
  );

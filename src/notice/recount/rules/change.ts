import type { Answer, Stated } from '../figure.ts';
import { printNumber } from '../figure.ts';
import { type Rule, sameSentence } from '../notice.ts';
import { roundingOf, share } from '../rate.ts';
import { startOf } from '../text-figures.ts';

const UP = /增加|增长|上升|提高|提升|多/;
const DOWN = /减少|下降|降低|回落|少/;

/** 本月120条，上月100条，增加20条，增长20%: differences and growth of two figures of one sentence. */
export const change: Rule = (notice) => {
  const answers: Answer[] = [];
  for (const figure of notice.figures) {
    if (figure.place.in !== 'text' || figure.approximate) continue;
    const direction = UP.test(figure.before) ? 1 : DOWN.test(figure.before) ? -1 : 0;
    if (direction === 0) continue;
    const two = compared(sameSentence(notice, figure), figure);
    if (!two) continue;
    const [now, then] = two;
    const [diff, growth] = [
      (now.value - then.value) * direction,
      then.value === 0 ? null : share((now.value - then.value) * direction, then.value, figure.decimals),
    ];
    const points = figure.unit.includes('百分点');
    const isGrowth = figure.unit === '%' && now.unit !== '%';
    const right = isGrowth ? growth : Math.round(diff * 1e6) / 1e6;
    if (right === null || (now.unit === '%' && figure.unit === '%') || (points && now.unit !== '%')) continue;
    if (!isGrowth && !points && figure.unit !== now.unit) continue;
    const agrees = isGrowth
      ? roundingOf(figure.value, (now.value - then.value) * direction, then.value, figure.decimals) !== null
      : right === figure.value;
    const how = isGrowth ? `（${now.quote} − ${then.quote}）÷ ${then.quote}` : `${now.quote} − ${then.quote}`;
    answers.push({
      figure,
      verdict: agrees ? 'agrees' : 'disagrees',
      recomputed: printNumber(right, figure.decimals, figure.unit),
      basis: { sentences: [figure.sentence], how },
      explanations: [],
    });
  }
  return { answers };
};

/** The figure of now and the one it is compared with; only where the sentence says which is which. */
function compared(figures: readonly Stated[], change: Stated): [Stated, Stated] | null {
  const before = figures.filter((other) => startOf(other) < startOf(change) && !UP.test(other.before) && !DOWN.test(other.before));
  const then = before.find(({ before: words }) => /上月|上季|上年|上期|去年|上一|同期|由/.test(words));
  const now = before.find(
    (other) => other !== then && other.unit === then?.unit && !/上月|上季|上年|上期|去年|上一|同期|由|其中/.test(other.before),
  );
  return then && now && !then.approximate && !now.approximate ? [now, then] : null;
}

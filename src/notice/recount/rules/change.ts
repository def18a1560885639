import { type Answer, printNumber, type Stated } from '../figure.ts';
import { inParagraph, type Rule } from '../notice.ts';
import { roundingOf, share } from '../rate.ts';

const UP = /增加|增长|上升|提高|提升/;
const DOWN = /减少|下降|降低|回落/;
const EARLIER = /上月|上季|上年|上期|上半年|去年|上一|同期|由|从|比|较|\d月份?的?$|季度的?$/;

/** 21345条，比一季度的18230条增加3115条，增长17.1%; 156个，较上月减少24个，下降13.3%. */
export const change: Rule = (notice) => {
  const answers: Answer[] = [];
  for (const { block } of notice.text.paragraphs) {
    const figures = inParagraph(notice, block);
    figures.forEach((figure, i) => {
      const answer = figure.approximate
        ? null
        : weigh(
            figure,
            figures.slice(0, i).filter(({ sentence, approximate }) => sentence === figure.sentence && !approximate),
          );
      if (answer) answers.push(answer);
    });
  }
  return { answers };
};

const direction = ({ before }: Stated): number => (UP.test(before) ? 1 : DOWN.test(before) ? -1 : 0);

function weigh(figure: Stated, before: readonly Stated[]): Answer | null {
  const sign = direction(figure);
  if (sign === 0) return null;
  const levels = before.filter(
    (other) => direction(other) === 0 && (other.unit !== '%' || figure.unit.includes('百分点')) && !/其中|占/.test(other.before),
  );
  const then = levels.findLast((other) => EARLIER.test(other.before));
  const now = levels.findLast((other) => other !== then && other.unit === (then?.unit ?? other.unit) && !EARLIER.test(other.before));
  const step = before.findLast((other) => direction(other) === sign && other.unit === now?.unit);
  if (!now) return null;
  if (figure.unit === '%') return growth(figure, now, then ?? null, step ?? null, sign);
  const comparable = figure.unit === now.unit || (figure.unit.includes('百分点') && now.unit === '%');
  if (!then || !comparable) return null;
  const right = Math.round((now.value - then.value) * sign * 1e6) / 1e6;
  const basis = { sentences: [figure.sentence], how: sign > 0 ? `${now.quote} − ${then.quote}` : `${then.quote} − ${now.quote}` };
  return {
    figure,
    verdict: right === figure.value ? 'agrees' : 'disagrees',
    recomputed: printNumber(right, figure.decimals, figure.unit),
    basis,
    explanations: [],
  };
}

/** Growth against what there was; where that is not said, it is what there is less the step. */
function growth(figure: Stated, now: Stated, then: Stated | null, step: Stated | null, sign: number): Answer | null {
  const base = then?.value ?? (step ? now.value - sign * step.value : null);
  if (base === null || base <= 0 || now.unit === '%') return null;
  const moved = (now.value - base) * sign;
  const agrees = roundingOf(figure.value, moved, base, figure.decimals) !== null;
  const basis = { sentences: [figure.sentence], how: `${moved} ÷ ${base}` };
  const explanations = roundingOf(figure.value, moved, now.value, figure.decimals) ? [`${figure.quote}是以${now.quote}为基数算出的`] : [];
  return {
    figure,
    verdict: agrees ? 'agrees' : 'disagrees',
    recomputed: printNumber(share(moved, base, figure.decimals), figure.decimals, '%'),
    basis,
    explanations: agrees ? [] : explanations,
  };
}

import { type Answer, printNumber, type Stated } from '../figure.ts';
import { inParagraph, type Rule } from '../notice.ts';
import { roundingOf, share } from '../rate.ts';

const UP = /增加|增长|上升|提高|提升/;
const DOWN = /减少|下降|降低|回落/;
const EARLIER = /上月|上季|上年|上期|上半年|去年|上一|同期|由|从|比|较|\d月份?的?$|季度的?$|^与/;

/** 21345条，比一季度的18230条增加3115条，增长17.1%; 156个，较上月减少24个，下降13.3%. */
export const change: Rule = (notice) => {
  const answers: Answer[] = [];
  for (const { block } of notice.text.paragraphs) {
    const figures = inParagraph(notice, block);
    figures.forEach((figure, i) => {
      if (figure.approximate) return;
      const before = figures.slice(0, i).filter(({ sentence, approximate }) => sentence === figure.sentence && !approximate);
      answers.push(...weigh(figure, before));
    });
  }
  return { answers };
};

const direction = ({ before }: Stated): number => (UP.test(before) ? 1 : DOWN.test(before) ? -1 : 0);

function weigh(figure: Stated, before: readonly Stated[]): Answer[] {
  const sign = direction(figure);
  if (sign === 0) return [];
  const levels = before.filter(
    (other) => direction(other) === 0 && (other.unit !== '%' || figure.unit.includes('百分点')) && !/其中|占/.test(other.before),
  );
  const then = levels.findLast((other) => EARLIER.test(other.before));
  const now = levels.findLast((other) => other !== then && other.unit === (then?.unit ?? other.unit) && !EARLIER.test(other.before));
  const step = before.findLast((other) => direction(other) === sign && other.unit === now?.unit);
  if (!now) return figure.unit === '%' && then ? againstEarlier(figure, then, before, sign) : [];
  if (figure.unit === '%') return growth(figure, now, then ?? null, step ?? null, sign);
  const comparable = figure.unit === now.unit || (figure.unit.includes('百分点') && now.unit === '%');
  if (!then || !comparable) return [];
  const right = Math.round((now.value - then.value) * sign * 1e6) / 1e6;
  const basis = { sentences: [figure.sentence], how: sign > 0 ? `${now.quote} − ${then.quote}` : `${then.quote} − ${now.quote}` };
  const decimals = Math.max(figure.decimals, now.decimals, then.decimals);
  if (right !== figure.value)
    return [{ figure, verdict: 'disagrees', recomputed: printNumber(right, decimals, figure.unit), basis, explanations: [] }];
  return [figure, now, then].map((one) => ({ figure: one, verdict: 'agrees', recomputed: one.quote, basis, explanations: [] }));
}

/** 与2022年的158.2万元相比，支出增加14.1万元，增长8.9%: the step against what there was. */
function againstEarlier(figure: Stated, then: Stated, before: readonly Stated[], sign: number): Answer[] {
  const step = before.findLast((other) => direction(other) === sign && other.unit === then.unit);
  return step && then.unit !== '%' && then.value > 0 ? grown(figure, step.value, then.value, [then, step]) : [];
}

/** Growth against what there was; where that is not said, it is what there is less the step. */
function growth(figure: Stated, now: Stated, then: Stated | null, step: Stated | null, sign: number): Answer[] {
  const base = then?.value ?? (step ? now.value - sign * step.value : null);
  if (base === null || base <= 0 || now.unit === '%') return [];
  const moved = Math.round((now.value - base) * sign * 1e6) / 1e6;
  return grown(
    figure,
    moved,
    base,
    [now, then ?? step].filter((one) => one !== null),
    now,
  );
}

function grown(figure: Stated, moved: number, base: number, used: readonly Stated[], now?: Stated): Answer[] {
  const basis = { sentences: [figure.sentence], how: `${moved} ÷ ${base}` };
  if (roundingOf(figure.value, moved, base, figure.decimals) !== null)
    return [figure, ...used].map((one) => ({ figure: one, verdict: 'agrees', recomputed: one.quote, basis, explanations: [] }));
  const explanations =
    now && roundingOf(figure.value, moved, now.value, figure.decimals) ? [`${figure.quote}是以${now.quote}为基数算出的`] : [];
  const recomputed = printNumber(share(moved, base, figure.decimals), figure.decimals, '%');
  return [{ figure, verdict: 'disagrees', recomputed, basis, explanations }];
}

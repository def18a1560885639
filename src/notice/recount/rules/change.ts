import { type Answer, printNumber, type Stated } from '../figure.ts';
import { inParagraph, type Rule } from '../notice.ts';
import { roundingOf, share } from '../rate.ts';
import { startOf } from '../text-figures.ts';

const UP = /增加|增长|上升|提高|提升|增幅|升幅/;
const DOWN = /减少|下降|降低|回落|降幅/;
/** 比去年多263件, 比一季度（96.1%）高1.0个百分点. */
const MORE = /[比较与].*(?:高出?|多)$/;
const LESS = /[比较与].*(?:低|少)$/;
const EARLIER =
  /上月|上季|上年|上期|上周|上半年|去年|上一|同期|由(?!于)|从(?!业|事)|(?<![占同环对])比(?![例率重])|较(?![大多高强])|\d月份?的?$|季度的?$|^与/;
/** Nothing but the direction, and against what: a change of something else says what of. */
const BARE =
  /^(?:同比|环比|分别|净|共|总量|数量|件数|也|均|则|又|相应|合计|(?:较|比|与)[^，。；]{0,12}?(?:相比)?)*(?:增加|增长|上升|提高|提升|减少|下降|降低|回落|增幅|降幅|升幅|高出?|低|多|少)(?:了|为|达到?|约)?$/;
const YEARLY = /同比|去年|上年/;
const NEXT_BEFORE = /环比|上月|上季|上期|上周|上一/;

/** 21345条，比一季度的18230条增加3115条，增长17.1%; 156个，较上月减少24个，下降13.3%. */
export const change: Rule = (notice) => {
  const answers: Answer[] = [];
  for (const { block, text } of notice.text.paragraphs) {
    const figures = inParagraph(notice, block);
    const told = figures.map((figure, i): Told => ({ figure, words: clauseOf(figure, text), own: ownWords(figure, figures[i - 1], text) }));
    told.forEach((one, i) => {
      const before = told.slice(0, i).filter(({ figure }) => figure.sentence === one.figure.sentence);
      if (!one.figure.approximate) answers.push(...weigh(one, before));
    });
  }
  return { answers };
};

/** A figure with the whole clause before it, what a bracket closes off included: 较上月（3014件）. */
interface Told {
  figure: Stated;
  words: string;
  /** Of that clause what stands behind the number before it. */
  own: string;
}

const ownWords = (figure: Stated, previous: Stated | undefined, text: string): string =>
  previous?.place.in === 'text' && clauseOf(figure, text).length > startOf(figure) - previous.place.end
    ? text.slice(previous.place.end, startOf(figure)).replace(/^.*[)）]/, '')
    : clauseOf(figure, text).replace(/^[^（(]*[)）]/, '');

function clauseOf(figure: Stated, text: string): string {
  const head = text.slice(0, startOf(figure));
  return head.slice(Math.max(...['。', '；', '，', ',', '！', '\n', '●'].map((mark) => head.lastIndexOf(mark))) + 1);
}

/** 由3210件增加到3654件: what it came to is a level, no step. */
const direction = ({ figure: { before }, words }: Told): number => {
  if (/[到至]$/.test(before.trim()) && !/达到$/.test(before.trim())) return 0;
  return UP.test(before) || MORE.test(words) ? 1 : DOWN.test(before) || LESS.test(words) ? -1 : 0;
};

function weigh(told: Told, before: readonly Told[]): Answer[] {
  const sign = direction(told);
  if (sign === 0) return [];
  const { figure } = told;
  const levels = before.filter(
    (other) =>
      direction(other) === 0 &&
      (other.figure.unit !== '%' || figure.unit.includes('百分点')) &&
      !/其中|占|比例|[日周月季年户人]均|平均/.test(other.figure.before),
  );
  const then = levels.findLast(({ figure: { approximate }, own }) => EARLIER.test(own) && !approximate);
  const now = levels.findLast(
    (other) => other !== then && other.figure.unit === (then?.figure.unit ?? other.figure.unit) && !EARLIER.test(other.own),
  );
  const step = before.findLast((other) => direction(other) === sign && other.figure.unit === now?.figure.unit);
  // What there was, told and used up before what there is now: of another measure.
  const at = (other: Told | undefined): number => (other ? before.indexOf(other) : -1);
  if (then && now && at(then) < at(now) && before.slice(at(then), at(now)).some((other) => direction(other) !== 0)) return [];
  if (step && now && at(step) < at(now)) return [];
  if ([then, step].some((other) => other && isOfOtherTime(told, other)) || now?.figure.approximate) return [];
  return judged(figure, now?.figure ?? null, then?.figure ?? null, before, sign).filter(
    ({ verdict }) => verdict === 'agrees' || BARE.test(told.own.trim()),
  );
}

/** 较上月增加183件，同比下降3.2%: against the year before, which the sentence does not tell. */
function isOfOtherTime(told: Told, other: Told): boolean {
  const [yearly, next] = [YEARLY.test(told.figure.before), NEXT_BEFORE.test(told.figure.before)];
  if (yearly === next) return false;
  return yearly ? !YEARLY.test(other.words) : YEARLY.test(other.words);
}

function judged(figure: Stated, now: Stated | null, then: Stated | null, told: readonly Told[], sign: number): Answer[] {
  const before = told.filter((other) => direction(other) === sign && !other.figure.approximate).map((other) => other.figure);
  const step = before.findLast(({ unit }) => unit === now?.unit);
  if (!now) return figure.unit === '%' && then ? againstEarlier(figure, then, before) : [];
  if (figure.unit === '%') return growth(figure, now, then, step ?? null, sign);
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
function againstEarlier(figure: Stated, then: Stated, steps: readonly Stated[]): Answer[] {
  const step = steps.findLast(({ unit }) => unit === then.unit);
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

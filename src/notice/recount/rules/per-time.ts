import { addDays, daysBetween } from '../../../core/date.ts';
import { type Answer, printNumber, type Stated } from '../figure.ts';
import { inParagraph, type Rule } from '../notice.ts';
import { periodIn } from '../period-words.ts';
import { roundingOf, share } from '../rate.ts';

const PER =
  /(日均|平均每日|平均每天|每天平均|月均|平均每月|平均每次|平均每期|平均每家|户均|平均每[个名处][\p{Script=Han}]{2,6})(?:[^，。；\d]{0,10})$/u;

/** 更新312条，日均10.4条; 培训4次、320人次，平均每次80人次. */
export const perTime: Rule = (notice) => ({
  answers: notice.text.paragraphs.flatMap(({ block, text }) => {
    const figures = inParagraph(notice, block);
    return figures.flatMap((figure, i) => {
      const per = PER.exec(figure.before)?.[1];
      const before = figures
        .slice(0, i)
        .filter((other) => other.sentence === figure.sentence && !other.approximate && !PER.test(other.before));
      const amount = before.findLast(({ unit }) => unit === figure.unit);
      if (per === undefined || !amount || figure.approximate || figure.unit === '%') return [];
      const sentenceAt = text.indexOf(figure.sentence.slice(0, 20));
      const bases = /日|天/.test(per)
        ? daysOf(text.slice(0, sentenceAt < 0 ? 0 : sentenceAt) + figure.sentence, notice)
        : monthsOrTimes(per, before, amount, figure.sentence, notice);
      return weigh(figure, amount, bases) ?? [];
    });
  }),
});

type Notice = Parameters<Rule>[0];

/** Days of the period spoken of; with a day to which was counted, also those up to it. */
function daysOf(text: string, notice: Notice): number[] {
  const period = periodIn(text, notice.year) ?? notice.dates.about;
  if (!period) return [];
  const whole = daysBetween(period.from, addDays(period.to, 1));
  return notice.dates.cutoff !== null && notice.dates.cutoff >= period.from && notice.dates.cutoff < period.to
    ? [whole, daysBetween(period.from, notice.dates.cutoff) + 1]
    : [whole];
}

function monthsOrTimes(per: string, before: readonly Stated[], amount: Stated, sentence: string, notice: Notice): number[] {
  if (/月/.test(per)) {
    const period = periodIn(sentence, notice.year) ?? notice.dates.about;
    return period ? [Math.round(daysBetween(period.from, period.to) / 30.4)] : [];
  }
  const thing = /^平均每([个名处])([\p{Script=Han}]{2,6}?)(?:发布|公开|更新|$)/u.exec(per);
  if (thing) return countsOf(notice, thing[1] as string, thing[2] as string);
  const unit = per.slice(-1);
  return before.flatMap((other) =>
    other !== amount && (other.unit === unit || (unit === '户' && other.unit === '户')) ? [other.value] : [],
  );
}

/** 平均每个账号: how many of the thing there are, where the notice names one number of them. */
function countsOf({ figures }: Notice, unit: string, thing: string): number[] {
  const own = figures.filter(
    ({ unit: one, before, after }) => one === unit && (before.endsWith(thing) || after.includes(thing)) && !/其中|正常|合格/.test(before),
  );
  const values = [...new Set(own.map(({ value }) => value))];
  return values.length === 1 ? values : [];
}

function weigh(figure: Stated, amount: Stated, bases: readonly number[]): Answer | null {
  const [first] = bases;
  if (first === undefined) return null;
  const fit = bases.find((base) => roundingOf(figure.value, amount.value, base * 100, figure.decimals) !== null);
  const base = fit ?? first;
  // Working days, or days without a break, may be meant: a number that is far off is no slip of reckoning.
  const right = share(amount.value, base * 100, figure.decimals);
  return {
    figure,
    verdict: fit === undefined ? 'disagrees' : 'agrees',
    recomputed: printNumber(right, figure.decimals, figure.unit),
    basis: { sentences: [figure.sentence], how: `${amount.quote} ÷ ${base}` },
    explanations: fit === undefined ? [`如按工作日或实际天数计算，应写明`] : [],
  };
}

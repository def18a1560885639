import { type Answer, printNumber, type Stated } from '../figure.ts';
import { inParagraph, type Rule } from '../notice.ts';
import { roundingOf, share } from '../rate.ts';
import { startOf } from '../text-figures.ts';

/** 甲17个、乙9个、丙6个，分别占53.1%、28.1%、18.8%: each share with its own count, in order. */
export const respective: Rule = (notice) => ({
  answers: notice.text.paragraphs.flatMap(({ block, text }) => {
    const figures = inParagraph(notice, block).filter(({ approximate }) => !approximate);
    return figures.flatMap((rate, i) => {
      if (rate.unit !== '%' || !/分别(?:占|为)[^，。；]{0,10}$/.test(rate.before)) return [];
      const rates = runFrom(figures, i, text);
      const counts = figures
        .slice(0, i)
        .filter(({ unit, sentence }) => unit !== '%' && !unit.includes('百分点') && sentence === rate.sentence);
      return rates.length < 2 || counts.length < rates.length ? [] : weigh(rates, counts);
    });
  }),
});

/** Shares that follow one another with nothing but 、 or 和 between. */
function runFrom(figures: readonly Stated[], from: number, text: string): Stated[] {
  const run = [figures[from] as Stated];
  for (const figure of figures.slice(from + 1)) {
    const last = run.at(-1) as Stated;
    const gap = last.place.in === 'text' ? text.slice(last.place.end, startOf(figure)) : '';
    if (figure.unit !== '%' || !/^\s*(?:[、，和及与]|以及)\s*$/.test(gap)) break;
    run.push(figure);
  }
  return run;
}

function weigh(rates: readonly Stated[], before: readonly Stated[]): Answer[] {
  const unit = before.at(-1)?.unit;
  const own = before.filter((figure) => figure.unit === unit);
  const parts = own.slice(-rates.length);
  if (parts.length < rates.length) return [];
  const sum = parts.reduce((all, { value }) => all + value, 0);
  const earlier = own.slice(0, -rates.length);
  const hits = (base: number): number =>
    parts.filter(({ value }, i) => roundingOf((rates[i] as Stated).value, value, base, (rates[i] as Stated).decimals) !== null).length;
  const base = [...new Set([...earlier.map(({ value }) => value), sum])].filter((value) => value > 0).sort((a, b) => hits(b) - hits(a))[0];
  if (base === undefined || hits(base) === 0 || hits(base) * 2 < rates.length) return [];
  const answers = rates.flatMap((rate, i): Answer[] => {
    const part = parts[i] as Stated;
    const agrees = roundingOf(rate.value, part.value, base, rate.decimals) !== null;
    const basis = { sentences: [part.sentence], how: `${part.quote} ÷ ${base}` };
    const recomputed = printNumber(share(part.value, base, rate.decimals), rate.decimals, '%');
    return [{ figure: rate, verdict: agrees ? 'agrees' : 'disagrees', recomputed, basis, explanations: [] }];
  });
  return [...answers, ...wholeOf(rates, parts, earlier, sum)];
}

/** Shares that make a hundred leave nothing out, so their counts make the whole. */
function wholeOf(rates: readonly Stated[], parts: readonly Stated[], earlier: readonly Stated[], sum: number): Answer[] {
  const all = rates.reduce((total, { value }) => total + value, 0);
  const named = earlier.findLast(({ before }) => /共|总|发现|收到|检查/.test(before));
  if (!named || Math.abs(all - 100) > 0.1 * rates.length || earlier.some(({ value }) => value === sum)) return [];
  const basis = { sentences: [named.sentence], how: `${parts.map(({ value }) => value).join(' + ')} = ${sum}` };
  return [
    {
      figure: named,
      verdict: 'disagrees',
      recomputed: printNumber(sum, 0, named.unit),
      basis,
      explanations: ['各部分所占比例合计为100%，数量之和却与总数不符'],
    },
  ];
}

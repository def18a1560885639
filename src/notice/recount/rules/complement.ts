import { type Answer, printNumber, type Stated } from '../figure.ts';
import { inParagraph, type ReadNotice, type Rule } from '../notice.ts';
import { startOf } from '../text-figures.ts';
import { stockRoles } from './stock-words.ts';

const DONE =
  /已(?:整改|办结|答复|完成|回复|处理|修复|处置|销号)|(?<![未应])(?:^|，)(?:办结|答复|整改|修复)(?!率)|(?:整改|办理)(?:完成|完毕|到位)|完成整改|整改销号|(?<!不)合格|正常更新|达标|通过/;
const LEFT = /未(?:整改|办结|答复|完成|回复|处理|更新|达标|通过)|不合格|尚有|剩余|结转|^其余|正在(?:整改|办理)|在办/;
/** Neither done nor left: nobody could tell. */
const OPEN = /未能(?:认定|判定|判断|确认|核实)|(?:无法|不能)(?:认定|判定|判断|确认|核实)|待(?:认定|判定|确认|核实|核查)/;

/** 发现156个，已整改148个，未整改8个: what was done and what is left make the whole. */
export const complement: Rule = (notice) => ({
  answers: notice.text.paragraphs.flatMap(({ block }) => {
    const figures = inParagraph(notice, block).filter(({ unit, approximate }) => unit !== '%' && !approximate);
    return figures.flatMap((left, i) =>
      LEFT.test(left.before + left.after) && !/涉及|分布/.test(left.before)
        ? (weigh(
            notice,
            left,
            figures.slice(0, i),
            figures.filter((other) => other !== left),
          ) ?? [])
        : [],
    );
  }),
});

function weigh(notice: ReadNotice, left: Stated, before: readonly Stated[], beside: readonly Stated[]): Answer[] | null {
  const at = before.findLastIndex(({ unit, before: words }) => unit === left.unit && DONE.test(words) && !LEFT.test(words));
  const done = before[at];
  if (!done) return null;
  const whole = before.slice(0, at).filter(({ unit, before: words }) => unit === left.unit && !DONE.test(words) && !LEFT.test(words));
  const elsewhere = notice.figures.filter(
    (figure) =>
      figure.unit === left.unit && startOf(figure) >= 0 && !DONE.test(figure.before) && !LEFT.test(figure.before) && figure !== left,
  );
  const totalOf = (parts: readonly Stated[], among: readonly Stated[]): Answer[] | null => {
    const sum = parts.reduce((n, { value }) => n + value, 0);
    const total = among.find(({ value }) => value === sum);
    if (!total) return null;
    const basis = {
      sentences: [...new Set([total.sentence, left.sentence])],
      how: `${parts.map(({ value }) => value).join(' + ')} = ${sum}`,
    };
    return [total, ...parts].map((figure) => ({ figure, verdict: 'agrees', recomputed: figure.quote, basis, explanations: [] }));
  };
  const open = beside.filter((one) => one.sentence === left.sentence && one.unit === left.unit && OPEN.test(one.before + one.after));
  const [twofold, threefold] = [totalOf([done, left], [...whole, ...elsewhere]), totalOf([done, left, ...open], whole)];
  // What nobody could tell is a part of its own, or stands outside the whole: without a sum that fits nothing is said.
  if (open.length > 0) return threefold ?? twofold;
  if (twofold) return twofold;
  // Several that are left are parts of what is left.
  const others = beside.filter(
    ({ sentence, unit, before: words, after: behind }) => sentence === left.sentence && unit === left.unit && LEFT.test(words + behind),
  );
  const named = whole.findLast(({ before: words }) => /共|收到|发现|检查|抽查|上述/.test(words));
  // With a stock brought over, what came in is not the whole.
  const broughtOver = stockRoles(before.map((figure) => figure.before)).includes('opening');
  if (/\d|连续|超过|逾期|含/.test(left.before) || others.length > 0) return null;
  if (!named || broughtOver || named.value < done.value || !/未|不合格|剩余|尚有|尚余|^其余/.test(left.before)) return null;
  const basis = { sentences: [named.sentence, left.sentence], how: `${named.value} − ${done.value}` };
  return [{ figure: left, verdict: 'disagrees', recomputed: printNumber(named.value - done.value, 0, left.unit), basis, explanations: [] }];
}

import { type Answer, printNumber, type Stated } from '../figure.ts';
import { inParagraph, type Rule } from '../notice.ts';
import { isOneOfSeveral } from './in-a-row.ts';
import { isWhole } from './whole-division.ts';

/** 共41个，其中甲13个、乙28个; 8个问题为：甲3个、乙5个; 甲13个、乙28个，合计41个. */
export const parts: Rule = (notice) => {
  const answers: Answer[] = [];
  for (const paragraph of notice.text.paragraphs) {
    const counts = inParagraph(notice, paragraph.block).filter(({ unit }) => !/^(?:%|分|个百分点)$/.test(unit));
    for (const split of splits(counts, paragraph.text))
      answers.push(
        ...weigh(
          split.whole || !makeHundred(split.parts, inParagraph(notice, paragraph.block)) ? split : { ...split, whole: true },
          (total) => isOneOfSeveral(total, counts, notice.text),
        ),
      );
  }
  return { answers };
};

/** A number that is said to be made of others. Of several that stand before the parts, any may be meant. */
interface Split {
  totals: readonly Stated[];
  parts: readonly Stated[];
  /** The words say that nothing is left out. */
  whole: boolean;
}

/** 其中 right before the first part: only its own name stands between. */
const OPENS = /(?:其中|包括|(?<=[的类项例者])中)[：:，,]?[^。；，,：:%％]{0,24}$/;
/** 8个问题为：甲…, 156个，分别为…: the parts are told right behind the whole. */
const FOLLOWS =
  /^[^。；，,]{0,14}(?:[（(](?!其中|含|包括|不含|除|剔除|另|较|比|同比|环比|占|均|已|第)(?=[^）)]*$)|[：:]|，?(?:分别为|分别是)[：:]?)[^。；，,：:]{0,20}$/;
const DONE = /合格|整改|办结|完成|答复|率|占|达标|较|比|同比|环比|增|减|平均|日均/;

function splits(counts: readonly Stated[], text: string): Split[] {
  const found: Split[] = [];
  counts.forEach((first, i) => {
    const gap = i === 0 ? '' : text.slice(endOf(counts[i - 1] as Stated), startOf(first));
    const opens = OPENS.test(gap);
    const follows = FOLLOWS.test(gap);
    if (i === 0 || !(opens || follows)) return;
    for (const unit of new Set(counts.slice(i, i + 2).map((figure) => figure.unit))) {
      const inBrackets = /[（(][^（()）]*$/.test(gap);
      const closes = inBrackets ? text.slice(startOf(first)).search(/[)）]/) + startOf(first) : Number.POSITIVE_INFINITY;
      const run = runOf(counts.slice(i), unit, text).filter((figure) => startOf(figure) < closes);
      if (inBrackets && (run.length < 2 || !/^[)）]/.test(text.slice(endOf(run.at(-1) as Stated))))) continue;
      // What is told right behind a number is of that number; 其中 may reach back over others.
      const earlier = (opens ? counts.slice(0, i) : counts.slice(i - 1, i)).filter(
        (figure) => figure.unit === unit && isNear(figure, first, text),
      );
      const listed = !inBrackets || isList(run, text);
      if (run.length > 0 && earlier.length > 0)
        found.push({ totals: earlier.toReversed(), parts: run, whole: follows && !opens && listed });
    }
  });
  counts.forEach((total, i) => {
    if (i < 2 || !/(?:合计|总计|共计|一共)(?:为|有|达)?\s*$/.test(total.before)) return;
    const run: Stated[] = [];
    for (let at = i - 1; at >= 0 && counts[at]?.unit === total.unit && counts[at]?.sentence === total.sentence; at -= 1)
      run.unshift(counts[at] as Stated);
    if (run.length >= 2 && !run.some(({ before }) => /其中/.test(before))) found.push({ totals: [total], parts: run, whole: false });
  });
  return found;
}

/** 3个（甲1个、乙2个）: set in a row by 、; 1009例（出院397例，死亡4例） tells some of it. */
const isList = (run: readonly Stated[], text: string): boolean =>
  run.every(
    (figure, i) =>
      i === 0 || /^[^，。；]{0,3}、|^[^，。；]*[、和及][^，。；]*$/.test(text.slice(endOf(run[i - 1] as Stated), startOf(figure))),
  ) && !run.some(({ before }) => /^(?:已|未|出院|死亡|新增|新开|注销|关停|较|同|环|均|其中)/.test(before.trim()));

const startOf = ({ place }: Stated): number => (place.in === 'text' ? place.start : 0);
const endOf = ({ place }: Stated): number => (place.in === 'text' ? place.end : 0);

/** In the sentence of the parts, or in the one before. */
function isNear(total: Stated, first: Stated, text: string): boolean {
  return (text.slice(endOf(total), startOf(first)).match(/。/g)?.length ?? 0) <= 1;
}

/** 甲区1009例（出院397例，死亡4例）: what a bracket right behind a part tells is of that part alone. */
function isAside(figure: Stated, counts: readonly Stated[], text: string): boolean {
  const open = Math.max(text.lastIndexOf('（', startOf(figure)), text.lastIndexOf('(', startOf(figure)));
  const isOpen = open > Math.max(text.lastIndexOf('）', startOf(figure)), text.lastIndexOf(')', startOf(figure)));
  return isOpen && counts.some((other) => other !== figure && endOf(other) === open && startOf(other) >= startOf(counts[0] as Stated));
}

/** Parts of one unit of measure, to the end of their sentence or to a number that begins something else. */
function runOf(counts: readonly Stated[], unit: string, text: string): Stated[] {
  const endsBetween = (one: Stated | undefined, other: Stated): boolean =>
    one !== undefined && /[。！\n]/.test(text.slice(endOf(one), startOf(other)));
  const [first] = counts;
  const run: Stated[] = [];
  for (const figure of counts) {
    if (endsBetween(run.at(-1) ?? first, figure)) break;
    if (figure.unit !== unit || isAside(figure, counts, text)) continue;
    if (/^(?:另|此外|同时|还有)/.test(figure.before.trim())) break;
    if (run.length > 0 && (DONE.test(figure.before) || /共|累计|合计/.test(figure.before))) break;
    run.push(figure);
  }
  return run;
}

function weigh({ totals, parts: told, whole }: Split, isOne: (total: Stated) => boolean): Answer[] {
  if ([...totals, ...told].some(({ approximate }) => approximate)) return [];
  for (let length = told.length; length >= 2; length -= 1) {
    const some = told.slice(0, length);
    const sum = sumOf(some);
    const total = totals.find(({ value }) => value === sum);
    if (total)
      return [total, ...some].map((figure) => ({
        figure,
        verdict: 'agrees',
        recomputed: figure.quote,
        basis: basisOf(total, some),
        explanations: [],
      }));
  }
  const of = told.slice(0, endOfWhole(told));
  const total = totals.find(({ before }) => /共|总/.test(before)) ?? totals.find(({ before }) => !/占|合格/.test(before));
  if (!total || isOne(total)) return [];
  const sum = sumOf(of);
  const decimals = Math.max(total.decimals, ...of.map((figure) => figure.decimals));
  if (of.length >= 2 && (whole || isWhole(of))) {
    const gap = Math.abs(total.value - sum);
    const explanations = [`各部分合计与总数相差${gap}${total.unit}：请核对各部分有无漏列、重复，或总数口径是否不同`];
    return [
      {
        figure: total,
        verdict: 'disagrees',
        recomputed: printNumber(sum, decimals, total.unit),
        basis: basisOf(total, of),
        explanations,
      },
    ];
  }
  // Money is spent once: of sums of money that are said to be part of another the whole cannot be more.
  if (of.length >= 3 && total.unit.endsWith('元') && sum > total.value)
    return [
      {
        figure: total,
        verdict: 'disagrees',
        recomputed: `不少于${printNumber(sum, decimals, total.unit)}`,
        basis: basisOf(total, of),
        explanations: [],
      },
    ];
  const over = of.find((figure) => figure.value > Math.max(...totals.map((one) => one.value)) && isOf(total, figure));
  return over
    ? [
        {
          figure: over,
          verdict: 'disagrees',
          recomputed: `不多于${total.quote}`,
          basis: { sentences: [total.sentence], how: '部分不能大于总数' },
          explanations: [],
        },
      ]
    : [];
}

/** Told in the same breath as the whole, and an amount as it is: a standard or a mean is no part. */
function isOf(total: Stated, part: Stated): boolean {
  const apart = /标准|平均|人均|户均|日均|月均|最高|最低|上限|每/;
  return (
    total.sentence === part.sentence && ![total, part].some(({ before, after }) => apart.test(before) || /^\s*(?:[/／]|每)/.test(after))
  );
}

/** 甲12个（占60%）、乙8个（占40%）: each part has its share right behind, and the shares leave nothing out. */
function makeHundred(of: readonly Stated[], figures: readonly Stated[]): boolean {
  const shares = of.flatMap((part) => {
    const next = figures[figures.indexOf(part) + 1];
    return next?.unit === '%' && next.sentence === part.sentence && /^\s*占?[比为达]?$/.test(next.before) ? [next.value] : [];
  });
  return of.length >= 2 && shares.length === of.length && Math.abs(shares.reduce((sum, value) => sum + value, 0) - 100) < 0.1 * of.length;
}

/** 其他 ends a division; what the sentence tells after it is something else. */
function endOfWhole(of: readonly Stated[]): number {
  const rest = of.findIndex(({ before }) => /^(?:其他|其它|其余)/.test(before.trim()));
  return rest < 0 ? of.length : rest + 1;
}

const sumOf = (figures: readonly Stated[]): number => Math.round(figures.reduce((all, { value }) => all + value, 0) * 1e6) / 1e6;
const basisOf = (total: Stated, of: readonly Stated[]): Answer['basis'] => ({
  sentences: [...new Set([total.sentence, ...of.map(({ sentence }) => sentence)])],
  how: `${of.map(({ value }) => value).join(' + ')} = ${sumOf(of)}`,
});

import { type Answer, printNumber, type Remark, type Stated } from '../figure.ts';
import { inParagraph, type ReadNotice, type Rule } from '../notice.ts';
import { partOf, ROUNDING_NAMES, type Rounding, roundingOf, share } from '../rate.ts';
import { startOf } from '../text-figures.ts';
import { countedIn, populationsOf } from '../vocabulary.ts';

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
    const answer = againstClearPair(rate, counts) ?? againstBase(notice, rate, counts);
    if (answer) answers.push(answer);
  }
  return { answers, remarks };
};

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
const of = (part: Stated, base: Stated): Answer['basis'] => ({
  sentences: [...new Set([base.sentence, part.sentence])],
  how: `${part.quote} ÷ ${base.quote}`,
});

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

/** 解读率 after 同步解读41件, 回收率 after 回收186份: the rate carries the verb of its count. */
function carriesVerb(rate: Stated, part: Stated): boolean {
  const verb = /([\p{Script=Han}]{2})率(?:为|达|是|达到)?$/u.exec(rate.before.trim())?.[1];
  return verb !== undefined && part.before.includes(verb);
}
const IN_TIME = /按[时期]|及时|限期/;

const DONE = /合格|达标|完成|办结|答复|整改|处理|正常|支出|执行/;
/** What is left stands between what was done and its rate. */
const LEFT = /未|尚|剩余|其余|仍|正在/;
const ALL = /共|检查|抽查|监测|纳入|全部|应|总|收到|发现|上述|安排|预算|累计|全[县市区省年]/;
/** 46个账号中: what the rest of the sentence is a part of. */
const isWhole = ({ before, after }: Stated): boolean => ALL.test(before) || /^[^，。；]{0,10}中$/.test(after.trim());

/** What was done stands right before its rate, what there was stands before that, and they do not give the rate. */
function againstClearPair(rate: Stated, counts: readonly Stated[]): Answer | null {
  const before = counts.filter((figure) => startOf(figure) < startOf(rate));
  const share_ = /^\s*占/.test(rate.before);
  const last = before.at(-1);
  const left = last && LEFT.test(last.before) && before.length > 1 ? last : null;
  const nearest = left ? before.at(-2) : last;
  const verb = nearest !== undefined && carriesVerb(rate, nearest);
  const part = nearest && nearest.sentence === rate.sentence && (share_ || verb || DONE.test(nearest.before)) ? nearest : undefined;
  const told = ofNamed(rate, before);
  if (told) return told;
  // Some are said to be left out of the base.
  if (/不含|除外|剔除|扣除|无效|不计/.test(rate.sentence)) return null;
  // What was done in time is a part of what was due, not of all that came in.
  if (part && !share_ && IN_TIME.test(rate.before) && !IN_TIME.test(part.before)) return null;
  if (!part || (share_ && /占.*[家个条件项]/.test(rate.before))) return null;
  const bases = before.filter(
    (figure) =>
      figure !== part &&
      figure !== left &&
      figure.unit === part.unit &&
      (isWhole(figure) || (verb && figure.sentence === part.sentence)) &&
      countedIn(figure.before) !== 'pass' &&
      !/其中|占/.test(figure.before) &&
      speaksOfSame(rate, figure) &&
      speaksOfSame(part, figure),
  );
  const base = bases.at(-1);
  if (!base || base.value === 0 || (left && base.value !== part.value + left.value)) return null;
  // Of two counts that both carry the verb (文字解读, 视频解读) neither is the base.
  if (verb && !DONE.test(part.before) && carriesVerb(rate, base)) return null;
  if (part.value > base.value) return tooMany(part, base);
  const right = printNumber(share(part.value, base.value, rate.decimals), rate.decimals, '%');
  return { figure: rate, verdict: 'disagrees', recomputed: right, basis: of(part, base), explanations: otherBase(rate, part.value) };
}

/** 666条，完成年度任务1340条的49.7%: the base is the number right before the share. */
function ofNamed(rate: Stated, before: readonly Stated[]): Answer | null {
  const base = before.at(-1);
  const part = before.findLast((figure) => figure !== base && figure.unit === base?.unit);
  if (!base || !part || base.value === 0 || !rate.before.endsWith(`${base.quote}的`) || !/占|完成|达到/.test(rate.before)) return null;
  if (part.sentence !== rate.sentence || before.indexOf(part) !== before.length - 2) return null;
  const right = printNumber(share(part.value, base.value, rate.decimals), rate.decimals, '%');
  return { figure: rate, verdict: 'disagrees', recomputed: right, basis: of(part, base), explanations: otherBase(rate, part.value) };
}

const tooMany = (part: Stated, base: Stated): Answer => ({
  figure: part,
  verdict: 'disagrees',
  recomputed: `不多于${base.quote}`,
  basis: { sentences: [part.sentence], how: `部分不能大于总数${base.quote}` },
  explanations: [],
});

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
  if (!base || !/合格率|达标率|通过率|占比|完成率/.test(rate.before) || base.value < 2 || base.value > 2_000 || rate.value > 100)
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

const speaksOfSame = (one: Stated, other: Stated): boolean => {
  const [here, there] = [populationsOf(one.before), populationsOf(other.before + other.after)];
  return here.size === 0 || there.size === 0 || [...here].some((kind) => there.has(kind));
};

/** Bases of which the part would be the stated rate: the reader may know where such a number comes from. */
export function otherBase(rate: Stated, part: number): string[] {
  const middle = rate.value > 0 ? (part * 100) / rate.value : 0;
  const from = Math.max(part, Math.floor(middle) - 3);
  const fits = Array.from({ length: 7 }, (_, i) => from + i).filter(
    (base) => base > 0 && roundingOf(rate.value, part, base, rate.decimals) !== null,
  );
  return fits.slice(0, 2).map((base) => `如果基数是${base}，则为${rate.quote}`);
}

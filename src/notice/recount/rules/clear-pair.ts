import { type Answer, printNumber, type Stated } from '../figure.ts';
import { roundingOf, share } from '../rate.ts';
import { startOf } from '../text-figures.ts';
import { countedIn, likeness, populationsOf } from '../vocabulary.ts';
import { otherBase } from './other-base.ts';

export const of = (part: Stated, base: Stated): Answer['basis'] => ({
  sentences: [...new Set([base.sentence, part.sentence])],
  how: `${part.quote} ÷ ${base.quote}`,
});

const speaksOfSame = (one: Stated, other: Stated): boolean => {
  const [here, there] = [populationsOf(one.before), populationsOf(other.before + other.after)];
  return here.size === 0 || there.size === 0 || [...here].some((kind) => there.has(kind));
};

/** 解读率 after 同步解读41件, 回收率 after 回收186份: the rate carries the verb of its count. */
function carriesVerb(rate: Stated, part: Stated): boolean {
  const verb = /([\p{Script=Han}]{2})率(?:为|达|是|达到)?$/u.exec(rate.before.trim())?.[1];
  return verb !== undefined && part.before.includes(verb);
}
const IN_TIME = /按[时期]|及时|限期/;

export const DONE = /合格|达标|完成|办结|答复|整改|处理|正常|支出|执行/;
/** What is left stands between what was done and its rate. */
const LEFT = /未|尚|剩余|其余|仍|正在/;
const ALL = /共|检查|抽查|监测|纳入|全部|应|总|收到|发现|上述|安排|预算|累计|全[县市区省年]/;
/** 46个账号中: what the rest of the sentence is a part of. */
const isWhole = ({ before, after }: Stated): boolean => ALL.test(before) || /^[^，。；]{0,10}中$/.test(after.trim());

/** 办结2987条，满意率95.6%: the share of an act that is not counted here. */
const isOfOtherAct = (rate: Stated, part: Stated): boolean => {
  const act = OTHER_ACTS.exec(rate.before)?.[0];
  return act !== undefined && !part.before.includes(act);
};
const OTHER_ACTS = /满意|知晓|接通|好评|回访|访问|可用|推送|覆盖|参与|采纳|公开|解决|签收|响应|转办|优秀|准确|及时率|按[时期]/;

/** The paragraph a rate stands in, and its figures in order. */
export interface Paragraph {
  text: string;
  figures: readonly Stated[];
}

/** What was done stands right before its rate, what there was stands before that, and they do not give the rate. */
export function againstClearPair(rate: Stated, counts: readonly Stated[], { text, figures }: Paragraph): Answer | null {
  const rates = figures.filter(({ unit }) => unit === '%');
  const before = counts.filter((figure) => startOf(figure) < startOf(rate) && !isAside(figure, rate, text));
  const share_ = /^\s*占/.test(rate.before);
  const last = before.at(-1);
  const left = last && LEFT.test(last.before) && before.length > 1 ? last : null;
  const nearest = left ? before.at(-2) : last;
  const verb = nearest !== undefined && carriesVerb(rate, nearest);
  const part = nearest && nearest.sentence === rate.sentence && (share_ || verb || DONE.test(nearest.before)) ? nearest : undefined;
  const told = ofNamed(rate, before) ?? ofBracket(rate, counts, text);
  if (told) return told;
  if (nearest && isOfOtherAct(rate, nearest)) return null;
  // Some are said to be left out of the base.
  if (/不含|除外|剔除|扣除|无效|不计(?!算)/.test(rate.sentence)) return null;
  // What was done in time is a part of what was due, not of all that came in.
  if (part && !share_ && IN_TIME.test(rate.before) && !IN_TIME.test(part.before)) return null;
  if (!part || (share_ && /占.*[家个条件项]/.test(rate.before))) return null;
  // 甲类783件、乙类579件，占77%: the share of them together, or of the last alone.
  if (share_ && before.some((figure) => figure !== part && isBesideInRow(figure, part, text))) return null;
  const bases = before.filter(
    (figure) =>
      figure !== part &&
      figure !== left &&
      figure.unit === part.unit &&
      (isWhole(figure) || (verb && figure.sentence === part.sentence)) &&
      countedIn(figure.before) !== 'pass' &&
      !/其中|占/.test(figure.before) &&
      !hasShare(figure, counts, rates, rate) &&
      speaksOfSame(rate, figure) &&
      speaksOfSame(part, figure),
  );
  const base = bases.at(-1);
  if (!base || base.value === 0 || (left && base.value !== part.value + left.value)) return null;
  // Of two counts that both carry the verb (文字解读, 视频解读) neither is the base.
  if (verb && !DONE.test(part.before) && carriesVerb(rate, base) && !/应|共|总/.test(base.before)) return null;
  if (share_ && (!isNamedWhole(rate, base) || isOfOtherWhole(rate, base, figures))) return null;
  if (countedIn(part.before) === 'fail' && countedIn(rate.before) !== 'fail' && /率/.test(rate.before)) return ofRest(rate, part, base);
  if (part.value > base.value) return share_ && part.sentence !== base.sentence && !namesSame(part, base) ? null : tooMany(part, base);
  const right = printNumber(share(part.value, base.value, rate.decimals), rate.decimals, '%');
  return { figure: rate, verdict: 'disagrees', recomputed: right, basis: of(part, base), explanations: otherBase(rate, part.value) };
}

const namesSame = (one: Stated, other: Stated): boolean => {
  const there = populationsOf(other.before + other.after);
  return [...populationsOf(one.before)].some((kind) => there.has(kind));
};

/** 满意率93.2%（回访512件，满意477件）: what the rate is of stands in a bracket right behind it. */
function ofBracket(rate: Stated, counts: readonly Stated[], text: string): Answer | null {
  if (rate.place.in !== 'text') return null;
  const bracket = /^[（(][^（()）]*[)）]/.exec(text.slice(rate.place.end))?.[0];
  const until = rate.place.end + (bracket?.length ?? 0);
  const own = counts.filter((figure) => startOf(figure) > startOf(rate) && startOf(figure) < until);
  const [base, part] = own;
  if (!base || !part || own.length !== 2 || base.unit !== part.unit || !carriesVerb(rate, part) || carriesVerb(rate, base)) return null;
  if (part.value > base.value) return tooMany(part, base);
  const right = printNumber(share(part.value, base.value, rate.decimals), rate.decimals, '%');
  return { figure: rate, verdict: 'disagrees', recomputed: right, basis: of(part, base), explanations: otherBase(rate, part.value) };
}

/** 328个（含153个门户网站），占…: told aside, in a bracket that is closed before the rate. */
function isAside(figure: Stated, rate: Stated, text: string): boolean {
  if (figure.place.in !== 'text') return false;
  const behind = text.slice(figure.place.end, startOf(rate));
  const [close, open] = [behind.search(/[)）]/), behind.search(/[(（]/)];
  return close >= 0 && (open < 0 || close < open) && /[（(](?:含|其中|包括)[^（()）]*$/.test(text.slice(0, figure.place.start));
}

function isBesideInRow(figure: Stated, part: Stated, text: string): boolean {
  if (figure.place.in !== 'text' || figure.unit !== part.unit || startOf(figure) > startOf(part)) return false;
  return /^[^，。；：、\d]{0,4}[、和及与][^，。；：\d]{0,24}$/.test(text.slice(figure.place.end, startOf(part)));
}

/** 咨询类33523件，占47.1%; 求助类…: a count with a share of its own is one of the parts. */
function hasShare(figure: Stated, counts: readonly Stated[], rates: readonly Stated[], rate: Stated): boolean {
  const next = rates.find((one) => startOf(one) > startOf(figure));
  const between = counts.some((one) => startOf(one) > startOf(figure) && next !== undefined && startOf(one) < startOf(next));
  return (
    next !== undefined && next !== rate && !between && /^\s*[（(]?占|^\s*$/.test(next.before) && /^\s*[（(]?占|^\s*$/.test(rate.before)
  );
}

/** 占全市总量的, 占网站总数的: the whole is named, and a number of something else is not it. */
function isNamedWhole(rate: Stated, base: Stated): boolean {
  const whole =
    /占(?:到|了)?(.*?)(?:的|比|为|达)*$/
      .exec(rate.before)?.[1]
      ?.replace(/总数|总量|总体|全部|比重|比例|数量|所有|已/g, '')
      .trim() ?? '';
  if (whole.length < 2) return true;
  const told = base.before + base.after;
  return likeness(whole, told) > 0 || (whole.length <= 3 && [...whole].some((c) => told.includes(c)));
}

/** Of several shares in a row none other is of this base: they are of a whole that is not told here. */
function isOfOtherWhole(rate: Stated, base: Stated, figures: readonly Stated[]): boolean {
  const beside = figures.flatMap((one, i) => {
    const part = figures[i - 1];
    if (one === rate || !/^\s*占/.test(one.before) || !part || part.unit !== base.unit || startOf(one) < startOf(base)) return [];
    return [roundingOf(one.value, part.value, base.value, one.decimals) !== null];
  });
  return beside.length > 1 && !beside.includes(true);
}

/** 检查314个，不合格55个，合格率82.5%: the rate is of the rest. */
function ofRest(rate: Stated, part: Stated, base: Stated): Answer {
  const rest = base.value - part.value;
  const agrees = roundingOf(rate.value, rest, base.value, rate.decimals) !== null;
  const recomputed = agrees ? rate.quote : printNumber(share(rest, base.value, rate.decimals), rate.decimals, '%');
  const basis = { sentences: [...new Set([base.sentence, part.sentence])], how: `（${base.quote} − ${part.quote}）÷ ${base.quote}` };
  return { figure: rate, verdict: agrees ? 'agrees' : 'disagrees', recomputed, basis, explanations: agrees ? [] : otherBase(rate, rest) };
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

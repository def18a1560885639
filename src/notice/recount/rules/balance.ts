import { type Answer, printNumber, type Stated } from '../figure.ts';
import { inParagraph, type Rule } from '../notice.ts';
import { type StockRole, stockRoles } from './stock-words.ts';

type Balance = Record<StockRole, Stated>;
const ROLES: readonly StockRole[] = ['opening', 'received', 'done', 'closing'];

/** Told beside the four: what came in or went out in yet another way. Some count it within them, some apart. */
const BESIDE_IN = /再次发现|重新发现|补录/;
const BESIDE_OUT = /撤销|误报|豁免/;

/** 上期结转6件，收到214件，办结212件，结转下期8件: what was there and came in is what was done and what is left. */
export const balance: Rule = (notice) => ({
  answers: notice.text.paragraphs.flatMap(({ block }) => {
    const figures = inParagraph(notice, block).filter(({ unit, approximate }) => /^[件条封个项处起宗次例]$/.test(unit) && !approximate);
    return windows(figures).flatMap(weigh);
  }),
});

interface Told {
  figure: Stated;
  role: StockRole | null;
}

/** Each balance begins with its own stock; where a paragraph has one only, other figures of it may stand before. */
function windows(figures: readonly Stated[]): (readonly Told[])[] {
  const roles = stockRoles(figures.map(({ before }) => before));
  const told = figures.map((figure, i) => ({
    figure,
    role: /^(?:其中|按[时期]|逾期|超期)/.test(figure.after) ? null : (roles[i] ?? null),
  }));
  const openings = told.flatMap(({ role }, i) => (role === 'opening' ? [i] : []));
  return openings.length <= 1 ? [told] : openings.map((from, i) => told.slice(from, openings[i + 1]));
}

function weigh(told: readonly Told[]): Answer[] {
  const found = balanceIn(told);
  if (!found) return [];
  const { opening, received, done, closing } = found;
  const four = ROLES.map((role) => found[role]);
  const right = opening.value + received.value - done.value;
  const beside = flowsBeside(told, found);
  const basisOf = (words: string, sum: number) => ({
    sentences: [...new Set(four.map(({ sentence }) => sentence))],
    how: `${opening.value} + ${received.value} − ${done.value}${words} = ${sum}`,
  });
  const agreed = (figures: readonly Stated[], basis: Answer['basis']) =>
    figures.map((figure): Answer => ({ figure, verdict: 'agrees', recomputed: figure.quote, basis, explanations: [] }));
  // What a bracket tells may be of this balance, or of the one the last notice printed (其后撤销2个).
  for (const flows of [beside, beside.filter(({ figure }) => !isInBrackets(figure))]) {
    const apart = right + flows.reduce((sum, { figure, sign }) => sum + sign * figure.value, 0);
    const also = flows.map(({ figure, sign }) => ` ${sign > 0 ? '+' : '−'} ${figure.value}`).join('');
    if (apart === closing.value) return agreed([...four, ...flows.map(({ figure }) => figure)], basisOf(also, apart));
  }
  const basis = basisOf('', right);
  if (right === closing.value) return agreed(four, basis);
  if (right < 0 || beside.length > 0 || hasOtherFlows(told, found)) return [];
  const explanations = ['结转、新增、办结与剩余四个数不平衡，请逐个核对'];
  return [{ figure: closing, verdict: 'disagrees', recomputed: printNumber(right, 0, closing.unit), basis, explanations }];
}

/** The four numbers of one balance, each told once and in one unit of measure. */
function balanceIn(told: readonly Told[]): Balance | null {
  const opening = told.find(({ role }) => role === 'opening')?.figure;
  return fourOf(told.filter(({ figure }) => figure.sentence === opening?.sentence)) ?? fourOf(told);
}

function fourOf(told: readonly Told[]): Balance | null {
  const only = (role: StockRole): Stated | null => {
    const all = told.filter((one) => one.role === role);
    // Of two one may be told in brackets of another balance: 期初10个（上期通报为11个，其后销号1个）.
    const own = all.length > 1 ? all.filter(({ figure }) => !isInBrackets(figure)) : all;
    return own.length === 1 ? (own[0] as Told).figure : null;
  };
  const [opening, received, done, closing] = ROLES.map(only);
  if (!opening || !received || !done || !closing) return null;
  return new Set([opening, received, done, closing].map(({ unit }) => unit)).size > 1 ? null : { opening, received, done, closing };
}

interface Beside {
  figure: Stated;
  sign: 1 | -1;
}

/** In the sentence of the four and their unit of measure. */
function flowsBeside(told: readonly Told[], { opening }: Balance): Beside[] {
  return told.flatMap(({ figure }): Beside[] => {
    if (figure.sentence !== opening.sentence || figure.unit !== opening.unit || /其中/.test(figure.before)) return [];
    if (BESIDE_IN.test(figure.before)) return [{ figure, sign: 1 }];
    return BESIDE_OUT.test(figure.before) ? [{ figure, sign: -1 }] : [];
  });
}

function isInBrackets({ sentence, before, quote }: Stated): boolean {
  const ahead = sentence.slice(0, sentence.indexOf(before + quote) + before.length);
  return Math.max(ahead.lastIndexOf('（'), ahead.lastIndexOf('(')) > Math.max(ahead.lastIndexOf('）'), ahead.lastIndexOf(')'));
}

const ASIDE = /其中|按[时期]|及时|逾期|超期|涉及|部分|单位|部门|乡镇|较|比/;

/** Another number of the same kind between the four, such as what was withdrawn: then they need not make the balance alone. */
function hasOtherFlows(told: readonly Told[], found: Balance): boolean {
  const own = ROLES.map((role) => found[role]);
  const ends = own.map((one) => told.findIndex(({ figure }) => figure === one));
  return told
    .slice(Math.min(...ends), Math.max(...ends))
    .some(({ figure }) => !own.includes(figure) && figure.unit === found.opening.unit && !ASIDE.test(figure.before + figure.after));
}

import { type Answer, printNumber, type Stated } from '../figure.ts';
import { inParagraph, type Rule } from '../notice.ts';
import { type StockRole, stockRoles } from './stock-words.ts';

type Balance = Record<StockRole, Stated>;
const ROLES: readonly StockRole[] = ['opening', 'received', 'done', 'closing'];

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
  const right = opening.value + received.value - done.value;
  const basis = {
    sentences: [...new Set(ROLES.map((role) => found[role].sentence))],
    how: `${opening.value} + ${received.value} − ${done.value} = ${right}`,
  };
  if (right === closing.value)
    return ROLES.map((role) => ({ figure: found[role], verdict: 'agrees', recomputed: found[role].quote, basis, explanations: [] }));
  if (right < 0 || hasOtherFlows(told, found)) return [];
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
    const own = told.filter((one) => one.role === role);
    return own.length === 1 ? (own[0] as Told).figure : null;
  };
  const [opening, received, done, closing] = ROLES.map(only);
  if (!opening || !received || !done || !closing) return null;
  return new Set([opening, received, done, closing].map(({ unit }) => unit)).size > 1 ? null : { opening, received, done, closing };
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

import type { FigureDefinition } from '../figure.ts';
import { countOf, givenAt } from '../figure-definitions.ts';
import type { Paragraph } from '../model.ts';
import type { Run } from '../run.ts';
import type { Snapshot, StockPart } from '../snapshot.ts';
import { figure, listed, words } from '../words.ts';
import { paragraph } from './paragraphs.ts';

const NAMES = {
  opening: '期初在账问题',
  found: '本期新增问题',
  reopened: '再次发现问题',
  closed: '本期销号问题',
  withdrawn: '本期撤销问题',
  exempted: '本期豁免问题',
  closing: '期末在账问题',
  'before.closing': '上期通报的期末在账问题',
  'before.withdrawn': '上期通报后撤销的问题',
  'before.closed': '上期通报后销号的问题',
  'before.exempted': '上期通报后豁免的问题',
  'before.added': '上期通报后补录的问题',
  'since.withdrawn': '截止日后撤销、不再列出的问题',
} as const satisfies Partial<Record<StockPart, string>>;
type Named = keyof typeof NAMES;
const MOVED: readonly StockPart[] = ['before.closed', 'before.withdrawn', 'before.exempted', 'before.added'];

/**
 * 期初 + 新增 + 再次发现 − 销号（− 撤销 − 豁免）= 期末, when the ledger held anything at all. Where the books begin otherwise than the last
 * notice said they ended, or end with a problem that 问题清单 no longer prints, the difference is told.
 */
export function stock(snapshot: Snapshot): { paragraphs: Paragraph[]; figures: FigureDefinition[] } {
  const { stock: counts, stockEntries: entries } = snapshot;
  const { opening, found, reopened, closed, closing } = counts;
  if ([opening, found, reopened, closed, closing].every((n) => n === 0)) return { paragraphs: [], figures: [] };
  const told: Named[] = [];
  const tell = (key: Named): Run => {
    told.push(key);
    return figure(`stock.${key}`);
  };
  const has = (part: StockPart): boolean => (entries?.[part]?.length ?? 0) > 0;
  const isMoved = MOVED.some(has);
  const later = [
    ...(has('before.closed') ? [words`销号${tell('before.closed')}`] : []),
    ...(has('before.withdrawn') ? [words`撤销${tell('before.withdrawn')}`] : []),
    ...(has('before.exempted') ? [words`豁免${tell('before.exempted')}`] : []),
    ...(has('before.added') ? [words`补录${tell('before.added')}`] : []),
  ];
  const text = words`问题台账期初${tell('opening')}${isMoved ? words`（上期通报为${tell('before.closing')}，其后${listed(later)}）` : []}，本期新增${tell('found')}，再次发现${tell('reopened')}，销号${tell('closed')}${has('withdrawn') ? words`，撤销${tell('withdrawn')}` : []}${has('exempted') ? words`，豁免${tell('exempted')}` : []}，期末${tell('closing')}${has('since.withdrawn') ? words`（其中${tell('since.withdrawn')}在截止日后撤销，不再列出）` : []}。`;
  const figures = told.map((key): FigureDefinition => {
    // A notice frozen before the ways out of the stock were told apart calls them all by one name.
    const part = key === 'closed' && entries?.struckOff ? 'struckOff' : key;
    const from = entries ? countOf('stock', { column: 'part', in: [part] }) : givenAt(`stock.${key}`);
    return { id: `stock.${key}`, name: NAMES[key], unit: '个', decimals: 0, base: null, kind: null, from };
  });
  return { paragraphs: [paragraph('overview.stock', 'overview', 0, null, text)], figures };
}

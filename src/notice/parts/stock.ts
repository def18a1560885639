import type { FigureDefinition } from '../figure.ts';
import { countOf } from '../figure-definitions.ts';
import type { Paragraph } from '../model.ts';
import type { Snapshot } from '../snapshot.ts';
import { figure, words } from '../words.ts';
import { paragraph } from './paragraphs.ts';

const NAMES = {
  opening: '期初在账问题',
  found: '本期新增问题',
  reopened: '再次发现问题',
  closed: '本期销号问题',
  closing: '期末在账问题',
} as const;

/** 期初 + 新增 + 再次发现 − 销号 = 期末, when the ledger held anything at all. */
export function stock(snapshot: Snapshot): { paragraphs: Paragraph[]; figures: FigureDefinition[] } {
  if (Object.values(snapshot.stock).every((n) => n === 0)) return { paragraphs: [], figures: [] };
  const figures = Object.entries(NAMES).map(
    ([key, name]): FigureDefinition => ({
      id: `stock.${key}`,
      name,
      unit: '个',
      decimals: 0,
      base: null,
      kind: null,
      from: snapshot.stockEntries ? countOf('stock', { column: 'part', in: [key] }) : { op: 'given', path: `stock.${key}` },
    }),
  );
  const text = words`问题台账期初${figure('stock.opening')}，本期新增${figure('stock.found')}，再次发现${figure('stock.reopened')}，销号${figure('stock.closed')}，期末${figure('stock.closing')}。`;
  return { paragraphs: [paragraph('overview.stock', 'overview', 0, null, text)], figures };
}

import type { FigureDefinition } from '../figure.ts';
import { counted } from '../figure-definitions.ts';
import type { Run } from '../run.ts';
import type { Snapshot } from '../snapshot.ts';
import { figure, listed, quoted, words } from '../words.ts';

/** Letters by platform and how many were late. That none was late is said only where every platform states it. */
export function handling(snapshot: Snapshot): { runs: Run[]; figures: FigureDefinition[] } {
  const rows = (snapshot.disclosure?.handling ?? []).map((row, i) => ({ ...row, id: `handling/${i + 1}` }));
  const received = rows.filter((row) => row.received !== null);
  if (received.length === 0) return { runs: [], figures: [] };
  const clauses = received.map((row) => words`${quoted(row.platform)}收到${quoted(row.matter)}${figure(row.id)}`);
  const known = received.every((row) => row.overdue !== null);
  const late = received.some((row) => (row.overdue ?? 0) > 0);
  const outcome = late ? words`其中逾期办理${figure('handling.overdue')}。` : known ? words`均在规定时限内办理，没有逾期。` : [];
  return {
    runs: words`${listed(clauses, '，')}。${outcome}`,
    figures: [
      ...received.map((row) =>
        counted(row.id, `${row.platform}收到${row.matter}`, '件', { op: 'value', table: 'handling', rows: [row.id], column: 'received' }),
      ),
      counted('handling.overdue', '逾期办理', '件', { op: 'sum', table: 'handling', columns: ['overdue'] }),
    ],
  };
}

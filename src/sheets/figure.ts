import type { ResolvedSheet } from './resolve.ts';
import type { Clause, EvidenceMark } from './schema.ts';

const TRUSTED: readonly EvidenceMark[] = ['read', 'seed', 'public-code', 'own'];

/** Whether a figure may decide something: trusted by its mark, or confirmed by the operator under its key or its clause. */
export function usable(sheet: ResolvedSheet, key: string, mark: EvidenceMark | null): boolean {
  const clause = key.split('/')[0] as string;
  return mark === null || TRUSTED.includes(mark) || sheet.confirmed.has(key) || sheet.confirmed.has(clause);
}

/** A veto resting on a figure nobody has compared with the official text does not fail anyone (design: a wrong accusation is worst). */
export function vetoUsable(sheet: ResolvedSheet, clause: Clause): boolean {
  return usable(sheet, clause.id, clause.evidence);
}

/** Keys of the figures in force that still wait for confirmation, for the snapshot and the settings page. */
export function unconfirmedFigures(sheet: ResolvedSheet): string[] {
  const keys: string[] = [];
  for (const clause of sheet.clauses.values()) {
    if (clause.notInForce !== null) continue;
    if (!vetoUsable(sheet, clause)) keys.push(clause.id);
    const points = clause.points;
    if (points?.value != null && !usable(sheet, `${clause.id}/points`, points.evidence)) keys.push(`${clause.id}/points`);
    for (const item of clause.items)
      if (item.points !== null && !usable(sheet, `${clause.id}/${item.id}`, item.evidence)) keys.push(`${clause.id}/${item.id}`);
  }
  return keys;
}

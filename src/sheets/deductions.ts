import { usable } from './figure.ts';
import type { JudgedFinding, JudgedObservation } from './judged.ts';
import type { ResolvedSheet } from './resolve.ts';
import type { Clause, ClauseItem } from './schema.ts';

/** What one clause costs: its items, their sum and what the cap leaves of it. */
export interface Deduction {
  clause: string;
  title: string;
  items: readonly { item: string; condition: string; count: number; each: number }[];
  amount: number;
}

export interface Deductions {
  deductions: readonly Deduction[];
  /** Keys of figures that would be needed and are null or unconfirmed: the total cannot be given. */
  unscored: readonly string[];
}

/**
 * Points lost to the findings, clause by clause in sheet order. With RULE-NODOUBLE a finding, and a column, costs only
 * once: at the first clause that names it. With RULE-CAP a clause never costs more than its points.
 */
export function deductionsOf(sheet: ResolvedSheet, clauses: readonly Clause[], observations: readonly JudgedObservation[]): Deductions {
  const once = sheet.rules.some((rule) => rule.id === 'RULE-NODOUBLE');
  const capped = sheet.rules.some((rule) => rule.id === 'RULE-CAP');
  const problems = observations.flatMap((o) => o.findings.filter((f) => f.level === 'problem').map((f) => ({ f, o })));
  const spent = new Set<string>();
  const deductions: Deduction[] = [];
  const unscored: string[] = [];
  for (const clause of clauses) {
    const items = clause.items.flatMap((item) => {
      const hits = problems.filter(({ f, o }) => named(clause, item, f, o) && !(once && spent.has(causeOf(f, o))));
      for (const { f, o } of hits) spent.add(causeOf(f, o));
      return hits.length ? [{ item, count: item.per === 'once' ? 1 : hits.length }] : [];
    });
    if (items.length === 0) continue;
    const keys = missingFigures(
      sheet,
      clause,
      items.map(({ item }) => item),
      capped,
    );
    if (keys.length) {
      unscored.push(...keys);
      continue;
    }
    const sum = items.reduce((total, { item, count }) => total + (item.points as number) * count, 0);
    const cap = capped ? (clause.points?.value as number) : sum;
    deductions.push({
      clause: clause.id,
      title: clause.title,
      items: items.map(({ item, count }) => ({ item: item.id, condition: item.condition, count, each: item.points as number })),
      amount: Math.min(sum, cap),
    });
  }
  return { deductions, unscored };
}

/** A column is one cause, empty or overdue; anything else is its own. */
function causeOf(f: JudgedFinding, o: JudgedObservation): string {
  return f.category === 'column_overdue' || f.category === 'column_empty' ? `column ${o.subjectId}` : f.fingerprint;
}

/** Machine findings are named by category and measured values, a person's by clause and item. */
function named(clause: Clause, item: ClauseItem, f: JudgedFinding, o: JudgedObservation): boolean {
  if (o.clause === clause.id && f.measured.item === item.id) return true;
  return item.match.some((m) => m.category === f.category && Object.entries(m.measured).every(([key, value]) => f.measured[key] === value));
}

function missingFigures(sheet: ResolvedSheet, clause: Clause, items: readonly ClauseItem[], capped: boolean): string[] {
  const figures = items.map((item) => ({ key: `${clause.id}/${item.id}`, value: item.points, mark: item.evidence }));
  if (capped) figures.push({ key: `${clause.id}/points`, value: clause.points?.value ?? null, mark: clause.points?.evidence ?? null });
  return figures.filter(({ key, value, mark }) => value === null || !usable(sheet, key, mark)).map(({ key }) => key);
}

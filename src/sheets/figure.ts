import type { ResolvedSheet } from './resolve.ts';
import { type Clause, EVIDENCE_MARKS, type EvidenceMark } from './schema.ts';

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

/** A figure in force that came from memory or from a single copy. */
export interface UnsureFigure {
  /** `DD-1.4/stale`, `DD-1.4/points`, or the clause's id for its own windows and thresholds. */
  key: string;
  clause: Clause;
  /** What the points are taken for; null = the figure is the clause's own, or its full marks. */
  condition: string | null;
  /** Points; null = the figure stands in the clause's title. */
  points: number | null;
  /** Whether the points go by how often it is found. */
  each: boolean;
  mark: EvidenceMark;
  /** An operator has compared it with the official text. */
  confirmed: boolean;
}

/** Every figure in force that may decide nothing before an operator has confirmed it, confirmed ones too, in sheet order. */
export function unsureFigures(sheet: ResolvedSheet): UnsureFigure[] {
  return [...sheet.clauses.values()]
    .filter((clause) => clause.notInForce === null)
    .flatMap((clause) =>
      figuresOf(clause)
        .filter((figure): figure is typeof figure & { mark: EvidenceMark } => figure.mark !== null && !TRUSTED.includes(figure.mark))
        .map((figure) => ({ ...figure, clause, confirmed: usable(sheet, figure.key, figure.mark) })),
    );
}

/** Keys of the figures of a clause: what an operator may confirm, beside the clause as a whole. */
export const figureKeysOf = (clause: Clause): string[] => figuresOf(clause).map(({ key }) => key);

function figuresOf({ id, evidence, points, items }: Clause) {
  return [
    { key: id, condition: null, points: null, each: false, mark: evidence },
    ...(points?.value == null ? [] : [{ key: `${id}/points`, condition: null, points: points.value, each: false, mark: points.evidence }]),
    ...items
      .filter((item) => item.points !== null)
      .map(({ id: item, condition, points: value, per, evidence: mark }) => ({
        ...{ key: `${id}/${item}`, condition, points: value, mark },
        each: per !== null && per !== 'once',
      })),
  ];
}

/** 依据 of a clause as people read it; it says so where the figures in the clause are not confirmed yet. */
export function basisWords(sheet: ResolvedSheet, clause: Clause): string {
  const mark = clause.evidence !== null && !vetoUsable(sheet, clause) ? `；数值尚未核实：${EVIDENCE_MARKS[clause.evidence]}` : '';
  return `${clause.id} ${clause.title}（${clause.document ?? sheet.name}${mark}）`;
}

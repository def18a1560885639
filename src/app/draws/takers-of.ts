import type { Substitution } from '../../ledger/substitute.ts';

/** Who takes over how many, in the order they were drawn. */
export function takersOf({ assignments }: Substitution): { id: string; tasks: number }[] {
  const ids = [...new Set(assignments.map(({ inspectorId }) => inspectorId))];
  return ids.map((id) => ({ id, tasks: assignments.filter(({ inspectorId }) => inspectorId === id).length }));
}

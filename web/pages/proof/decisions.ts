import type { z } from 'zod';
import type { proof } from '../../../src/contract/endpoints/proof.ts';

export type ProofReport = z.output<(typeof proof)['output']>;
export type ProofFinding = ProofReport['findings'][number];

/** What the reader made of a finding; nothing of it leaves the page but the copies asked for. */
export type Decision = 'taken' | 'dismissed';
/** By the place of the finding in the report. */
export type Decisions = ReadonlyMap<number, Decision>;

export function decided(decisions: Decisions, index: number, decision: Decision | null): Decisions {
  const next = new Map(decisions);
  if (decision === null) next.delete(index);
  else next.set(index, decision);
  return next;
}

/** Whether there is something to put in its place; of personal data the suggestion is the number covered. */
export const canTake = ({ suggestion, found, layer }: ProofFinding): boolean =>
  suggestion !== null && layer !== 'L6' && (suggestion !== found || layer === 'L5');

/** The text with the suggestions that were taken. */
export function revised(text: string, findings: readonly ProofFinding[], decisions: Decisions): string {
  let out = '';
  let at = 0;
  for (const [index, { start, end, suggestion }] of findings.entries()) {
    if (decisions.get(index) !== 'taken' || suggestion === null || start < at) continue;
    out += text.slice(at, start) + suggestion;
    at = end;
  }
  return out + text.slice(at);
}

import { CATEGORIES } from '../../core/category.ts';
import { CONFIDENTIAL } from '../../ledger/grave.ts';
import { wholeOf } from '../../ledger/merged.ts';
import type { LedgerEntry } from '../../ledger/reconcile-input.ts';
import type { JudgedFinding, JudgedObservation } from '../../sheets/judged.ts';

/** What the line of a column is made of. */
const SAID = ['path', 'parent', 'limit'] as const;

/**
 * Observations whose problems speak in the words in which they were confirmed: a result and 问题清单 say the same of the same problem,
 * whatever number a later look has put into its sentence. The problem meant is the latest of its fingerprint found by the day; one that
 * was merged speaks as the problem of its channel that it goes on in. Grave ones are told by their category alone (seeds S04).
 */
export function inLedgerWords(ledger: readonly LedgerEntry[]): <O extends JudgedObservation>(observations: readonly O[]) => O[] {
  const byId = new Map(ledger.map((entry) => [entry.problem.id, entry]));
  const known = new Map<string, LedgerEntry[]>();
  for (const entry of ledger) known.set(entry.problem.fingerprint, [...(known.get(entry.problem.fingerprint) ?? []), entry]);
  for (const entries of known.values()) entries.sort((a, b) => (a.problem.firstFoundOn < b.problem.firstFoundOn ? -1 : 1));
  const words = new Map<LedgerEntry, Words>();
  const wordsOf = (entry: LedgerEntry): Words => {
    const own = words.get(entry) ?? saidOf(entry, wholeOf(entry, byId));
    words.set(entry, own);
    return own;
  };
  return (observations) =>
    observations.map((o) => {
      if (o.findings.length === 0) return o;
      const findings = o.findings.map((finding) => {
        const entry = known.get(finding.fingerprint)?.findLast(({ problem }) => problem.firstFoundOn <= o.day);
        if (finding.level !== 'problem' || !entry) return finding;
        const { text, measured } = wordsOf(entry);
        return { ...finding, text, measured: { ...finding.measured, ...measured } };
      });
      return { ...o, findings };
    });
}

type Words = Pick<JudgedFinding, 'text' | 'measured'>;

function saidOf({ problem: own }: LedgerEntry, { problem: whole }: LedgerEntry): Words {
  const { category, text, measured } = whole.channelId === own.channelId ? whole : own;
  if (CONFIDENTIAL.includes(category)) return { text: CATEGORIES[category], measured: {} };
  return { text, measured: Object.fromEntries(SAID.flatMap((key) => (measured[key] === undefined ? [] : [[key, measured[key]]]))) };
}

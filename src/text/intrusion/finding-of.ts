import type { Finding, FindingKind } from '../finding.ts';
import { INTRUSION_SIGNALS, type IntrusionSignal } from './signals.ts';

type IntrusionKind = Extract<FindingKind, 'hidden-text' | 'hidden-link' | 'foreign-host' | 'lapsed-domain' | 'cloaking' | 'spam-term'>;

/** Signals that agree before a finding may open a problem by itself. */
const AGREEING = 2;

/** A finding of layer L6. `told`: what was seen; the signals say why it is thought to be an intruder's. */
export function intrusionFinding(kind: IntrusionKind, found: string, signals: readonly IntrusionSignal[], told: string): Finding {
  const files = signals.length >= AGREEING;
  return {
    start: 0,
    end: 0,
    found,
    suggestion: '',
    layer: 'L6',
    kind,
    severity: 2,
    score: files ? Math.min(0.99, 0.85 + 0.05 * (signals.length - AGREEING)) : 0.5,
    files,
    why: `${told}（${signals.map((signal) => INTRUSION_SIGNALS[signal]).join('；')}）。`,
  };
}

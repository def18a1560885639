import type { Reason } from '../../core/verdict.ts';
import type { Outcome } from '../../evidence/outcome.ts';

const REASON_OF: Record<Exclude<Outcome, 'ok'>, Reason> = {
  gone: 'unreachable',
  'soft-gone': 'unreachable',
  'server-error': 'unreachable',
  'client-error': 'unreachable',
  blocked: 'blocked',
  'timed-out': 'timed-out',
  'dns-failed': 'unreachable',
  'connect-failed': 'unreachable',
  'tls-failed': 'unreachable',
  'redirect-loop': 'unreachable',
  'cut-off': 'unreachable',
  'too-large': 'unreachable',
  'bad-response': 'unreachable',
  'refused-address': 'unreachable',
  robots: 'robots',
};

/** Why a look that did not end well leaves a content check not run. Whether the address is dead is the link check's business. */
export function outcomeReason(outcome: Exclude<Outcome, 'ok'>): Reason {
  return REASON_OF[outcome];
}

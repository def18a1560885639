import { describe, expect, it } from 'vitest';
import { decideIssue } from './decide.ts';
import { disagreement } from './disagreement.ts';

const of = (severity: 'refused' | 'blocks' | 'warns') => disagreement('date', severity, '落款', severity);

describe('decision to issue', () => {
  it.each([
    ['nothing found', [], null, true, false],
    ['warnings only', [of('warns')], null, true, false],
    ['blocking, no reason', [of('blocks')], null, false, false],
    ['blocking, empty reason', [of('blocks')], '   ', false, false],
    ['blocking, reason too short to mean anything', [of('blocks')], '同意', false, false],
    ['blocking, with a reason', [of('blocks')], '口径已说明', true, true],
    ['refused, with a reason', [of('refused')], '口径已说明', false, false],
    ['refused and blocking, with a reason', [of('refused'), of('blocks')], '口径已说明', false, true],
  ])('%s', (_, found, reason, issue, accepted) => {
    const decision = decideIssue(found, reason);
    expect([decision.issue, decision.accepted !== null]).toEqual([issue, accepted]);
  });
});

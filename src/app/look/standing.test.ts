import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../evidence/outcome.ts';
import { createHostTally, standingOf } from './standing.ts';

const URL_ = 'http://a.gov.cn/x.html';
const standing = (outcomes: readonly Outcome[], status: number | null, hostAnswers: boolean) =>
  standingOf({ url: URL_, outcomes, status }, () => hostAnswers);

describe('what may be called dead', () => {
  it.each<[outcomes: Outcome[], status: number | null, hostAnswers: boolean, expected: string]>([
    [[], null, true, 'not-run'],
    [['ok'], 200, true, 'works'],
    [['gone', 'ok'], 200, true, 'works'],
    [['too-large'], 200, true, 'works'],
    [['gone'], 404, true, 'not-run'], // never on one look
    [['gone', 'gone'], 404, false, 'dead'],
    [['soft-gone', 'gone'], 404, false, 'dead'],
    [['timed-out', 'gone', 'gone'], 404, false, 'dead'],
    [['timed-out', 'timed-out'], null, true, 'dead'],
    [['timed-out', 'timed-out'], null, false, 'not-run'], // the whole host is silent: perhaps it is us
    [['connect-failed', 'connect-failed'], null, true, 'dead'],
    [['connect-failed', 'connect-failed'], null, false, 'not-run'],
    [['redirect-loop', 'redirect-loop'], 302, true, 'dead'],
    [['server-error', 'server-error'], 500, false, 'dead'],
    [['server-error', 'server-error'], 503, false, 'not-run'], // closed for repair as a whole
    [['server-error', 'server-error'], 503, true, 'dead'],
    [['blocked'], 403, true, 'not-run'],
    [['gone', 'blocked'], 403, true, 'not-run'],
    [['timed-out', 'blocked', 'timed-out'], null, true, 'not-run'],
    [['client-error'], 400, true, 'not-run'],
    [['robots'], null, true, 'not-run'],
    [['refused-address'], null, true, 'not-run'],
    [['dns-failed', 'dns-failed'], null, true, 'not-run'],
    [['tls-failed', 'tls-failed'], null, true, 'not-run'],
  ])('%j, status %s, host answers: %s → %s', (outcomes, status, hostAnswers, expected) =>
    expect(standing(outcomes, status, hostAnswers)).toBe(expected),
  );
});

describe('whether a host answers as a rule', () => {
  it.each<[outcomes: Outcome[], expected: boolean]>([
    [[], false],
    [['ok'], true],
    [['gone'], true],
    [['timed-out'], false],
    [['ok', 'timed-out'], true],
    [['ok', 'timed-out', 'connect-failed'], false],
    [['blocked', 'blocked'], false],
  ])('%j → %s', (outcomes, expected) => {
    const tally = createHostTally();
    for (const outcome of outcomes) tally.add(URL_, outcome);
    expect(tally.answers('http://a.gov.cn/other.html')).toBe(expected);
    expect(tally.answers('http://b.gov.cn/')).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { memoryFrontier } from '../../collect/index.ts';
import type { Outcome } from '../../evidence/outcome.ts';
import { createSilentHosts, ownFirst, readNoFurther } from './split-frontier.ts';

const sighting = (url: string, own: boolean) => ({ url, relation: 'link' as const, own, on: { url: 'http://a/', text: '', home: true } });
const AT = '2022-12-27T01:00:00.000Z';

it('addresses of other hosts wait until the site itself is done', async () => {
  const [own, others] = [memoryFrontier(), memoryFrontier()];
  await ownFirst(own, others).see([sighting('http://a/1', true), sighting('http://b/1', false)]);
  expect([(await own.counts()).seen, (await others.counts()).seen]).toEqual([1, 1]);
});

it('an address that is only tried adds nothing', async () => {
  const own = memoryFrontier();
  await readNoFurther(own).see([sighting('http://a/1', true)]);
  expect((await own.counts()).seen).toBe(0);
});

describe('a host nobody gets through to', () => {
  async function after(outcomes: readonly Outcome[]) {
    const silent = createSilentHosts();
    const frontier = memoryFrontier();
    await frontier.see(outcomes.map((_, i) => sighting(`http://b/${i}`, false)));
    const givenUp: string[] = [];
    const listening = silent.listening(frontier, ({ url }) => givenUp.push(url));
    for (const [i, outcome] of outcomes.entries()) await listening.settle([{ url: `http://b/${i}`, outcome, at: AT, open: true }]);
    return { given: silent.outcomeOf('b'), open: (await frontier.counts()).open, givenUp: givenUp.length };
  }
  it.each<[outcomes: Outcome[], given: Outcome | null, open: number]>([
    [['dns-failed', 'dns-failed'], null, 2],
    [['dns-failed', 'dns-failed', 'dns-failed'], 'dns-failed', 2],
    [['timed-out', 'timed-out', 'timed-out', 'timed-out'], 'timed-out', 2],
    [['timed-out', 'timed-out', 'gone', 'timed-out'], null, 4],
    [['ok', 'timed-out', 'timed-out', 'timed-out'], null, 4],
    [['server-error', 'connect-failed', 'connect-failed', 'connect-failed'], null, 4],
    [['refused-address', 'connect-failed', 'connect-failed', 'connect-failed'], 'connect-failed', 3],
  ])('%j → given up with %s', async (outcomes, given, open) =>
    expect(await after(outcomes)).toEqual({ given, open, givenUp: outcomes.length - open }),
  );
});

describe('when our own way out is closed', () => {
  async function afterFirst(answering: Outcome) {
    const silent = createSilentHosts();
    const listening = silent.listening(memoryFrontier(), () => undefined);
    await listening.settle([{ url: 'http://first/', outcome: answering, at: AT, open: false }]);
    for (let i = 0; i < 8; i++) await listening.settle([{ url: `http://h${i}/`, outcome: 'dns-failed', at: AT, open: true }]);
    return silent.outcomeOf('never-asked');
  }
  it('no further name is asked for', async () => expect(await afterFirst('dns-failed')).toBe('dns-failed'));
  it('one host that answers proves the contrary', async () => expect(await afterFirst('gone')).toBeNull());
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Register } from '../src/subjects/register.ts';
import { fetchBytes } from './fetch.testing.ts';
import { loadRegister, readSample } from './load.ts';
import { type RunningSample, startSample } from './start.ts';

interface Sighting {
  platform: string;
  account: string;
  unit: string;
  category: string;
  lastUpdate: string;
  printedDay: string;
  replayDay: string | null;
}
interface Expected {
  accountsInBase: number;
  accountsPassing: number;
  passRate: number;
  submitted: number;
  approved: number;
  duplicates: { unit: string; accounts: string[] }[];
  sightings: Sighting[];
}
const expected = readSample<Expected>('cangxi-2020-q1', 'expected');

const DAY = 86_400_000;
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const daysTo = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;

/** Working days of the quarter: weekdays without New Year and the prolonged Spring Festival, and Sunday 19 January, which was worked. */
function workingDays(): string[] {
  const days: string[] = [];
  for (let ms = Date.parse('2020-01-01'); ms <= Date.parse('2020-03-31'); ms += DAY) {
    const day = iso(ms);
    const weekday = new Date(ms).getUTCDay();
    const off = day === '2020-01-01' || (day >= '2020-01-24' && day <= '2020-02-02') || weekday === 0 || weekday === 6;
    if (!off || day === '2020-01-19') days.push(day);
  }
  return days;
}

interface Seen {
  platform: string;
  account: string;
  lastUpdate: string;
  days: number;
  seenOn: string;
}

let sample: RunningSample;
let register: Register;
const seen: Seen[] = [];
const staleAtEnd: string[] = [];
beforeAll(async () => {
  sample = await startSample({ area: 'cangxi-2020-q1', port: 0, controlPort: 0 });
  register = loadRegister('cangxi-2020-q1', sample.port);
  // Look at every account on every working day; a spell counts once, on the first day it is more than 14 days.
  for (const day of workingDays()) {
    sample.clock.now = Date.parse(`${day}T09:00:00+08:00`);
    for (const a of register.accounts) {
      const text = (await fetchBytes(a.feedUrl as string)).bytes.toString('utf8');
      const stamps = [...text.matchAll(/<(?:pubDate|published)>([^<]+)</g)].map((m) => Date.parse(m[1] as string));
      const lastUpdate = iso(Math.max(...stamps) + 8 * 3_600_000);
      const days = daysTo(lastUpdate, day);
      if (days <= 14) continue;
      if (day === '2020-03-31') staleAtEnd.push(a.name);
      if (!seen.some((s) => s.platform === a.platform && s.account === a.name && s.lastUpdate === lastUpdate)) {
        seen.push({ platform: a.platform, account: a.name, lastUpdate, days, seenOn: day });
      }
    }
  }
});
afterAll(() => sample.close());

const find = (s: Sighting): Seen | undefined =>
  seen.find((x) => x.platform === s.platform && x.account === s.account && x.lastUpdate === s.lastUpdate);

describe('daily looking in the first quarter of 2020', () => {
  const stale = expected.sightings.filter((s) => s.category === 'account_stale');
  const zombies = expected.sightings.filter((s) => s.category === 'account_zombie');

  it('finds the 16 stale spells and the 2 zombies and nothing else', () => {
    expect(stale).toHaveLength(16);
    expect(zombies).toHaveLength(2);
    const key = (s: { platform: string; account: string; lastUpdate: string }): string => `${s.platform} ${s.account} ${s.lastUpdate}`;
    expect(seen.map(key).toSorted()).toEqual(expected.sightings.map(key).toSorted());
  });

  it('finds 15 of 16 on the printed day or the first working day, 三川镇 on 26 February', () => {
    const onPrintedDay = stale.filter((s) => find(s)?.seenOn === s.printedDay);
    expect(onPrintedDay).toHaveLength(14);
    for (const s of stale) expect(find(s)?.seenOn, `${s.account} ${s.lastUpdate}`).toBe(s.replayDay);
    const others = stale.filter((s) => !onPrintedDay.includes(s));
    expect(others.map((s) => [s.account, s.printedDay, find(s)?.seenOn])).toEqual([
      ['苍溪县三川镇', '2020-02-16', '2020-02-26'],
      ['投资苍溪', '2020-02-07', '2020-02-03'],
    ]);
  });

  it('keeps the printed pair of 三川镇 at 5 days, which supports no stale finding', () => {
    const s = stale.find((x) => x.account === '苍溪县三川镇') as Sighting;
    expect(daysTo(s.lastUpdate, s.printedDay)).toBe(5);
  });

  it('sees the zombies at the first look of the quarter, silent for 308 and 339 days', () => {
    expect(zombies.map((z) => [find(z)?.seenOn, find(z)?.days])).toEqual([
      ['2020-01-02', 308],
      ['2020-01-02', 339],
    ]);
  });

  it('leaves no account stale on 31 March but the zombies', () => {
    expect(staleAtEnd).toEqual(['苍溪交通', '苍溪县公路路政管理所']);
  });

  it('gives 29 of 41', () => {
    const failing = new Set(seen.map((s) => `${s.platform} ${s.account}`)).size;
    expect([register.accounts.length, failing]).toEqual([41, 12]);
    expect(expected).toMatchObject({ accountsInBase: 41, accountsPassing: 29, passRate: 70.7 });
    expect(((41 - failing) / 41) * 100).toBeCloseTo(70.7, 1);
  });
});

describe('the register of 苍溪', () => {
  it('has 13 weibo and 28 wechat', () => {
    const count = (p: string): number => register.accounts.filter((a) => a.platform === p).length;
    expect([count('weibo'), count('wechat')]).toEqual([13, 28]);
  });

  it('has two accounts on one platform at 双河乡, and besides only the two zombies of 县交运局', () => {
    const name = new Map(register.units.map((u) => [u.id, u.name]));
    const groups = new Map<string, string[]>();
    for (const a of register.accounts) {
      const key = `${name.get(a.unitId)} ${a.platform}`;
      groups.set(key, [...(groups.get(key) ?? []), a.name]);
    }
    const double = [...groups].filter(([, accounts]) => accounts.length > 1);
    expect(double).toEqual([
      ['双河乡 wechat', ['双河政事', '苍溪县双河乡人民政府']],
      ['县交运局 wechat', ['苍溪交通', '苍溪县公路路政管理所']],
    ]);
    expect(expected.duplicates).toEqual([{ unit: '双河乡', accounts: ['wechat:双河政事', 'wechat:苍溪县双河乡人民政府'] }]);
  });
});

describe('volumes', () => {
  const volumes = readSample<{
    groups: { name: string; rows: { submitted: number; approved: number; errors: null }[] }[];
    portalTotal: number;
    keyAreas: number;
  }>('cangxi-2020-q1', 'volumes');

  it('has 39 townships and 33 departments that add up to 1317 submitted and 1088 approved, beside a stated 2131', () => {
    expect(volumes.groups.map((g) => g.rows.length)).toEqual([39, 33]);
    const rows = volumes.groups.flatMap((g) => g.rows);
    expect(rows.reduce((sum, r) => sum + r.submitted, 0)).toBe(1317);
    expect(rows.reduce((sum, r) => sum + r.approved, 0)).toBe(1088);
    expect([volumes.portalTotal, volumes.keyAreas]).toEqual([2131, 710]);
    expect(rows.every((r) => r.errors === null)).toBe(true);
  });
});

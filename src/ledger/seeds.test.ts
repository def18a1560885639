import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Category } from '../core/category.ts';
import { addDays, type CalendarDate, instantOf } from '../core/date.ts';
import { lastDayWithin } from '../core/limit.ts';
import { isWorkingDay, nextWorkingDayOnOrAfter, WORK_CALENDAR } from '../core/work-calendar.ts';
import { carryOverState } from './carry-over.ts';
import { closePeriod } from './close-period.ts';
import { enterProblem } from './entry.ts';
import { actor, finding, more, observation, run } from './ledger.fixture.ts';
import { project } from './project.ts';
import { reconcile } from './reconcile.ts';
import type { LedgerEntry, LedgerFinding, LedgerObservation } from './reconcile-input.ts';

interface SeedProblem {
  id: string;
  unit: string | null;
  channels: string[];
  column: string[] | null;
  category: string;
  threshold: string | null;
  detectedDate: string | null;
  lastUpdateDate: string | null;
  recurrenceOf: string | null;
}
interface Seed {
  channels: { id: string; kind: string; owner: string; verdict: string | null }[];
  problems: SeedProblem[];
}

const SEEDS = '../shared/seeds/data';
const there = existsSync(SEEDS);
if (!there) console.warn('skipped: the seeds are not beside the repository, 郎溪 and 苍溪 are not replayed through the ledger');
const load = (name: string): Seed =>
  there ? (JSON.parse(readFileSync(`${SEEDS}/${name}.json`, 'utf8')) as Seed) : { channels: [], problems: [] };

function append(entries: readonly LedgerEntry[], out: ReturnType<typeof reconcile>): LedgerEntry[] {
  const known = entries.map((e) => ({ ...e, events: [...e.events, ...out.events.filter(({ problemId }) => problemId === e.problem.id)] }));
  return [...known, ...out.opened.map(({ problem, event }) => ({ problem, events: [event] }))];
}

describe.skipIf(!there)('郎溪 2022-12: verdicts from the ledger of the month before', () => {
  const seed = load('langxi-2022-12');
  const sites = seed.channels.filter(({ kind }) => kind === 'disclosure_site');
  const lines = (site: string) => seed.problems.filter(({ channels }) => channels.includes(site));
  const carried = (site: string) => lines(site).find(({ category }) => category.startsWith('carry_over'))?.category;

  /** One observation per printed column; `also` adds what was there in November and has been put right since. */
  function look(site: string, month: 11 | 12): LedgerObservation[] {
    const printed = lines(site).filter(({ column }) => column !== null);
    const subjects = printed.map(({ column, category }) => ({ label: (column as string[]).join('—'), category: category as Category }));
    if (carried(site) === 'carry_over_partly_rectified') subjects.push({ label: '十一月已整改的栏目', category: 'column_overdue' });
    return subjects.map(({ label, category }) => {
      const soon = category === 'column_due_soon';
      // November had last month's problems at the five units, and the same due-soon columns as December.
      const found = month === 12 ? label !== '十一月已整改的栏目' : soon || carried(site) !== undefined;
      const level: LedgerFinding['level'] = soon ? 'warning' : 'problem';
      const findings = found ? [finding({ level, category, fingerprint: `${site}/${label}`, text: label, measured: {} })] : [];
      return observation({ channelId: site, subjectId: `${site}/${label}`, verdict: found && !soon ? 'fail' : 'pass', findings });
    });
  }

  const input = (day: CalendarDate, month: 11 | 12, entries: readonly LedgerEntry[]) =>
    run(day, {
      entries,
      observations: sites.flatMap(({ id }) => look(id, month)),
      unitOf: (_, channel) => channel,
      lastCutoff: month === 12 ? '2022-11-28' : null,
    });
  const office = actor('office');
  const november = reconcile(input('2022-11-28', 11, []));
  const handed: LedgerEntry[] = append([], november).map(({ problem, events }) => ({
    problem,
    events: more(events, problem, ['confirmed', 'office', '2022-11-28'], ['handed_over', 'office', '2022-11-28']),
  }));
  const close = closePeriod(handed, {
    period: '2022-11',
    after: null,
    cutoff: '2022-11-28',
    day: '2022-11-28',
    at: instantOf('2022-11-28', '18:00'),
    by: office,
  });
  const opening = handed.map((e) => ({
    ...e,
    events: [...e.events, ...close.events.filter(({ problemId }) => problemId === e.problem.id)],
  }));
  const december = reconcile(input('2022-12-27', 12, opening));
  const ledger = append(opening, december);
  const span = { after: '2022-11-28', cutoff: '2022-12-27' };
  const carryOf = (site: string) =>
    carryOverState(
      ledger.filter(({ problem }) => problem.channelId === site),
      '2022-11',
      span,
    ).state;

  it('gives 44 of 44 printed verdicts and the printed clause of each of the five units (rules L1 to L3)', () => {
    expect(sites).toHaveLength(44);
    const wrong = sites.filter(({ id, verdict }) => {
      const carry = carryOf(id);
      const printed = look(id, 12).some(({ findings }) => findings.length > 0);
      const ours = carry === 'not' || carry === 'partly' ? 'fail' : printed ? 'pass' : 'no_problem';
      const clause = { carry_over_not_rectified: 'not', carry_over_partly_rectified: 'partly' }[carried(id) ?? ''] ?? 'none';
      return ours !== verdict || carry !== clause;
    });
    expect(wrong).toEqual([]);
    expect(sites.filter(({ id }) => ['not', 'partly'].includes(carryOf(id)))).toHaveLength(5);
  });

  it('cannot count due-soon lines as carried over: two units that have nothing else are printed 合格', () => {
    const soonOnly = sites.filter(({ id }) => lines(id).length > 0 && lines(id).every(({ category }) => category === 'column_due_soon'));
    expect(soonOnly.map(({ owner, verdict }) => [owner, verdict])).toEqual([
      ['县住建局', 'pass'],
      ['建平镇', 'pass'],
    ]);
    expect(november.warnings.length).toBeGreaterThan(0);
    expect(ledger.filter(({ problem }) => problem.category === 'column_due_soon')).toEqual([]);
  });

  it('carries the same entries, with unchanged ids, and counts the second month (seeds P08)', () => {
    const stillOpen = ledger.filter(({ events }) => project(events).status === 'not_rectified');
    expect(stillOpen.map(({ problem }) => problem.firstFoundOn)).toEqual(stillOpen.map(() => '2022-11-28'));
    expect(stillOpen).toHaveLength(10);
    const again = closePeriod(ledger, { period: '2022-12', ...span, day: '2022-12-28', at: instantOf('2022-12-28', '18:00'), by: office });
    for (const { problem } of stillOpen) expect(again.periods.get(problem.id)).toBe(2);
    expect(again.stock.opening + again.stock.found + again.stock.reopened - again.stock.closed).toBe(again.stock.closing);
    expect(again.stock).toMatchObject({ opening: 13, reopened: 0 });
  });
});

describe.skipIf(!there)('苍溪 2020-Q1: accounts day by day', () => {
  const stale = load('cangxi-2020-q1').problems.filter(({ category, detectedDate }) => category === 'account_stale' && detectedDate);
  const accounts = [...new Set(stale.map(({ channels }) => channels[0] as string))];

  /** Last post of an account: silent from each printed date until the day after it was noticed, else posting daily. */
  function lastPost(account: string, day: CalendarDate): CalendarDate {
    const silent = stale.find(({ channels, lastUpdateDate, detectedDate }) => {
      const noticed = detectedDate === '2020-02-16' ? '2020-02-26' : (detectedDate as string);
      return channels[0] === account && day > (lastUpdateDate as string) && day <= noticed;
    });
    return silent?.lastUpdateDate ?? day;
  }

  function look(account: string, day: CalendarDate): LedgerObservation {
    const measured = { lastUpdate: lastPost(account, day), limit: 'P14D' };
    const late = day > lastDayWithin(measured.lastUpdate, 'P14D');
    const found = finding({ category: 'account_stale', fingerprint: account, measured });
    return observation({
      channelId: account,
      subjectId: account,
      checkId: 'account-stale',
      verdict: late ? 'fail' : 'pass',
      findings: late ? [found] : [],
    });
  }

  function replay(): LedgerEntry[] {
    let entries: LedgerEntry[] = [];
    const autoClose = { categories: ['account_stale'] as const, by: actor('office') };
    for (let day = '2020-01-02'; day <= '2020-03-31'; day = addDays(day, 1)) {
      if (!isWorkingDay(day, WORK_CALENDAR).working) continue;
      const observations = accounts.map((account) => look(account, day));
      const out = reconcile(run(day, { entries, observations, autoClose, unitOf: (_, channel) => channel }));
      entries = append(entries, out).map(({ problem, events }) => ({
        problem,
        events: project(events).status === 'suspected' ? more(events, problem, ['confirmed', 'office', day]) : events,
      }));
    }
    return entries;
  }

  it('P12: links six second sightings to their first and reopens none', () => {
    const entries = replay();
    const linked = entries.filter(({ problem }) => problem.recurrenceOf !== null);
    expect(entries).toHaveLength(16);
    expect(linked).toHaveLength(6);
    for (const { problem } of linked) {
      const first = entries.find(({ problem: { id } }) => id === problem.recurrenceOf);
      expect(first?.problem.channelId).toBe(problem.channelId);
      expect(first && project(first.events).status).toBe('closed');
    }
    expect(entries.map(({ events }) => project(events).reopenings)).toEqual(entries.map(() => 0));
  });

  it('sees each on the printed day or the first working day on or after day 15', () => {
    const days = new Map(replay().map(({ problem }) => [`${problem.channelId} ${problem.measured.lastUpdate}`, problem.firstFoundOn]));
    const off = stale.filter(({ channels, lastUpdateDate, detectedDate }) => days.get(`${channels[0]} ${lastUpdateDate}`) !== detectedDate);
    expect(off.map(({ unit, detectedDate }) => [unit, detectedDate])).toEqual([
      ['三川镇', '2020-02-16'],
      ['县商务经合局', '2020-02-07'],
    ]);
    for (const { channels, lastUpdateDate } of stale) {
      const first = nextWorkingDayOnOrAfter(addDays(lastUpdateDate as string, 15), WORK_CALENDAR).day;
      expect(days.get(`${channels[0]} ${lastUpdateDate}`)).toBe(first);
    }
  });

  it('accepts fifteen printed rows and refuses the one whose own dates contradict it (seeds M25)', () => {
    const refusals = stale.flatMap(({ unit, channels, detectedDate, lastUpdateDate }) => {
      const foundOn = detectedDate as string;
      const entry = {
        areaId: 'a',
        unitId: unit as string,
        channelId: channels[0] as string,
        category: 'account_stale' as const,
        place: { label: channels[0] as string, url: null },
        text: '超过两周未更新',
        measured: { lastUpdate: lastUpdateDate, limit: 'P14D' },
        foundOn,
      };
      try {
        const { marks } = enterProblem(entry, { at: instantOf(foundOn, '09:00'), by: actor('office') }, WORK_CALENDAR);
        expect(marks).toEqual([]);
        return [];
      } catch (error) {
        return [[unit, (error as Error).message.includes('5天')]];
      }
    });
    expect(refusals).toEqual([['三川镇', true]]);
  });
});

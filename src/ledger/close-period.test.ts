import { describe, expect, it } from 'vitest';
import { instantOf } from '../core/date.ts';
import { closePeriod, periodsOpen } from './close-period.ts';
import { actor, more, problem, tell } from './ledger.fixture.ts';
import { projectAsOf } from './project.ts';
import type { LedgerEntry } from './reconcile-input.ts';
import { stockOf } from './stock.ts';

const closing = (period: string, after: string | null, cutoff: string, day = cutoff) => ({
  period,
  after,
  cutoff,
  day,
  at: instantOf(day, '18:00'),
  by: actor('office'),
});
const at = (id: string, unitId: string, firstFoundOn: string) => problem({ fingerprint: id, unitId, firstFoundOn });
const november = closing('2022-11', null, '2022-11-27');
const december = closing('2022-12', '2022-11-27', '2022-12-27');

const open = tell(at('open', 'unit_a', '2022-11-25'), ['found', 'machine', '2022-11-25'], ['confirmed', 'office', '2022-11-25']);
const fixed = tell(
  at('fixed', 'unit_a', '2022-11-25'),
  ['found', 'machine', '2022-11-25'],
  ['confirmed', 'office', '2022-11-25'],
  ['rechecked_fixed', 'machine', '2022-12-05'],
  ['closed', 'office', '2022-12-06'],
);
const slip = tell(at('slip', 'unit_b', '2022-11-20'), ['found', 'office', '2022-11-20']);
const suspected = tell(at('suspected', 'unit_b', '2022-12-20'), ['found', 'machine', '2022-12-20']);
const fresh = tell(at('fresh', 'unit_b', '2022-12-20'), ['found', 'office', '2022-12-20']);
const excused = tell(at('excused', 'unit_b', '2022-11-25'), ['found', 'office', '2022-11-25'], ['exempted', 'office', '2022-12-01']);
const entries = [open, fixed, suspected, fresh, excused];

function carry(list: readonly LedgerEntry[], period: ReturnType<typeof closing>): LedgerEntry[] {
  const { events } = closePeriod(list, period);
  return list.map((entry) => ({
    ...entry,
    events: [...entry.events, ...events.filter(({ problemId }) => problemId === entry.problem.id)],
  }));
}

describe('the stock', () => {
  it('adds up for each unit and in all (seeds P09)', () => {
    const { total, byUnit } = stockOf(entries, december);
    expect(total).toEqual({
      opening: 3,
      found: 1,
      reopened: 0,
      closed: 2,
      closing: 2,
      closedAs: { struckOff: 1, withdrawn: 0, exempted: 1 },
    });
    expect(byUnit.get('unit_a')).toMatchObject({ opening: 2, found: 0, closed: 1, closing: 1 });
    expect(byUnit.get('unit_b')).toMatchObject({ opening: 1, found: 1, closed: 1, closing: 1 });
  });

  it('counts what comes back apart from what is new', () => {
    const back = more(fixed.events, fixed.problem, ['reopened', 'office', '2022-12-20']);
    expect(stockOf([{ ...fixed, events: back }], december).total).toMatchObject({
      opening: 1,
      found: 0,
      reopened: 1,
      closed: 1,
      closing: 1,
    });
    const never = tell(
      at('r', 'unit_a', '2022-12-01'),
      ['found', 'machine', '2022-12-01'],
      ['rejected', 'office', '2022-12-02'],
      ['reopened', 'office', '2022-12-05'],
    );
    expect(stockOf([never], december).total).toMatchObject({ found: 1, reopened: 0, closing: 1 });
  });

  it('counts an act on the cut-off and leaves out one of the day after', () => {
    expect(stockOf([open], { after: null, cutoff: '2022-11-25' }).total).toMatchObject({ found: 1, closing: 1 });
    expect(stockOf([open], { after: null, cutoff: '2022-11-24' }).total).toMatchObject({ found: 0, closing: 0 });
    expect(stockOf([open], { after: '2022-11-25', cutoff: '2022-11-30' }).total).toMatchObject({ opening: 1, found: 0, closing: 1 });
  });
});

describe('closing a period', () => {
  it('carries over what is open at the cut-off, with the same ids, and only that', () => {
    const nov = closePeriod(
      entries
        .filter(({ problem: { firstFoundOn } }) => firstFoundOn <= '2022-11-27')
        .map((e) => ({ ...e, events: e.events.filter(({ day }) => day <= '2022-11-27') })),
      november,
    );
    expect(nov.events.map(({ problemId }) => problemId)).toEqual([open, fixed, excused].map(({ problem: { id } }) => id));
    expect([...nov.periods.values()]).toEqual([1, 1, 1]);
  });

  it('may be done late: what was open at the cut-off is carried even if it has been struck off since', () => {
    const late = closePeriod([fixed], closing('2022-11', null, '2022-11-27', '2022-12-08'));
    expect(late.events).toMatchObject([{ act: 'carried_over', day: '2022-12-08', data: { period: '2022-11', cutoff: '2022-11-27' } }]);
    // Dated back to the cut-off by its caller, it still stands after the problem's last act.
    const back = closePeriod([fixed], { ...november, at: instantOf('2022-12-08', '09:00') });
    expect(back.events).toMatchObject([{ day: '2022-12-06', data: { cutoff: '2022-11-27' } }]);
    expect(closePeriod([fixed], december).events).toEqual([]);
  });

  it('counts the periods in a row and adds nothing the second time', () => {
    const one = carry([open], november);
    const two = carry(one, december);
    expect(closePeriod(two, december).events).toEqual([]);
    expect(closePeriod(two, december).periods.get(open.problem.id)).toBe(2);
    expect(closePeriod(two, closing('2023-01', '2022-12-27', '2023-01-27')).periods.get(open.problem.id)).toBe(3);
  });

  it('closed anew after a later one: what was reviewed only since stands at its cut-off too, and the row of periods has no gap', () => {
    const later = carry([open], december);
    const anew = closing('2022-11', null, '2022-11-27', '2022-12-29');
    const both = carry(later, anew);
    expect(both[0]?.events.slice(-2)).toMatchObject([
      { data: { period: '2022-12' } },
      { act: 'carried_over', data: { period: '2022-11' } },
    ]);
    expect([stockOf(both, anew).total.closing, stockOf(both, december).total.opening]).toEqual([1, 1]);
    expect(closePeriod(both, anew).events).toEqual([]);
    const january = closing('2023-01', '2022-12-27', '2023-01-27');
    expect(closePeriod(both, january).periods.get(open.problem.id)).toBe(3);
  });

  describe('with a problem that was taken back after its cut-off (撤销)', () => {
    const anewOn = (day: string, cutoff = '2022-11-27') => closing('2022-11', null, cutoff, day);
    const takenBack = (entry: LedgerEntry, day: string): LedgerEntry => ({
      ...entry,
      events: more(entry.events, entry.problem, ['withdrawn', 'office', day]),
    });
    const stock = (list: readonly LedgerEntry[], { after, cutoff }: typeof december) => {
      const { opening, found, closed, closing: end, closedAs } = stockOf(list, { after, cutoff }).total;
      return [opening, found, closed, closedAs.withdrawn, end];
    };

    it.each([
      ['closed first', [november]],
      ['not closed before', []],
    ])('%s: the period does not end with it, the next neither begins with it nor tells it as taken back', (_, closings) => {
      const [stays, goes] = closings.reduce(carry, [open, slip]) as [LedgerEntry, LedgerEntry];
      const known = [stays, takenBack(goes, '2022-11-29')];
      expect(stock(known, november)).toEqual([0, 2, 0, 0, 2]);
      const anew = carry(known, anewOn('2022-11-30'));
      expect(stock(anew, november)).toEqual([0, 2, 1, 1, 1]);
      expect(stock(anew, december)).toEqual([1, 0, 0, 0, 1]);
      expect(projectAsOf((anew[1] as LedgerEntry).events, '2022-11-27')?.status).toBe('withdrawn');
      expect(closePeriod(anew, anewOn('2022-12-01')).events).toEqual([]);
    });

    it('taken back once the next period began with it: that one tells it, and the books of this one stay', () => {
      const two = carry(carry([open], november), december);
      const gone = [takenBack(two[0] as LedgerEntry, '2022-12-30')];
      expect(closePeriod(gone, anewOn('2022-12-31')).events).toEqual([]);
      const january = closing('2023-01', '2022-12-27', '2023-01-27');
      expect([november, december, january].map((span) => stock(gone, span))).toEqual([
        [0, 1, 0, 0, 1],
        [1, 0, 0, 0, 1],
        [1, 0, 1, 1, 0],
      ]);
    });

    it('put back before the period is closed for good, it stands at the cut-off as it did', () => {
      const [gone] = carry([takenBack(carry([open], november)[0] as LedgerEntry, '2022-11-29')], anewOn('2022-11-29')) as [LedgerEntry];
      const back = { ...gone, events: more(gone.events, gone.problem, ['reopened', 'office', '2022-11-30']) };
      expect([stock([back], november), stock([back], december)]).toEqual([
        [0, 1, 1, 1, 0],
        [0, 0, 0, 0, 1],
      ]);
      const anew = carry([back], anewOn('2022-12-01'));
      expect([stock(anew, november), stock(anew, december)]).toEqual([
        [0, 1, 0, 0, 1],
        // Taken back and put back, each on its own day.
        [1, 0, 1, 1, 1],
      ]);
    });

    it('closed by an earlier cut-off than at first, it is out of the books from that one on', () => {
      const [gone] = carry([takenBack(open, '2022-11-29')], anewOn('2022-11-29')) as [LedgerEntry];
      const earlier = anewOn('2022-11-30', '2022-11-26');
      expect(stock([gone], earlier)).toEqual([0, 1, 0, 0, 1]);
      expect(stock(carry([gone], earlier), earlier)).toEqual([0, 1, 1, 1, 0]);
    });
  });

  it.each([
    [['2022-10', '2022-11'], '2022-12', 3],
    [['2022-09', '2022-11'], '2022-12', 2],
    [['2022-10'], '2022-12', 1],
    [[], '2022-12', 1],
    [['2021-12'], '2022-01', 2],
    [['2022-Q3'], '2022-Q4', 2],
  ])('carried in %j: open for %s as number %i', (carriedPeriods, period, count) => {
    expect(periodsOpen({ carriedPeriods }, period)).toBe(count);
  });
});

import { describe, expect, it } from 'vitest';
import { instantOf } from '../core/date.ts';
import type { FactData, ListItem } from './facts.ts';
import { continues, continuityOf, type EarlierReadings } from './list-continuity.ts';
import { frameOf, framesAlike } from './page-frame.ts';

const row = (n: number, date: string | null): ListItem => ({
  title: `关于第${n}号事项的通知`,
  href: `http://x.gov.cn/${n}.html`,
  date,
  dateSource: date === null ? null : 'visible',
  pinned: false,
});
/** Entries `from`, `from - 1` … one a day downwards from 2022-12-<from>. */
const run = (from: number, count: number): ListItem[] =>
  Array.from({ length: count }, (_, i) => row(from - i, `2022-12-${String(from - i).padStart(2, '0')}`));
const moved = (items: ListItem[]): ListItem[] => items.map((item) => ({ ...item, href: `http://x.gov.cn/new${item.href?.slice(15)}` }));

describe('a list goes on from an earlier one', () => {
  it.each<[string, ListItem[], ListItem[], boolean]>([
    ['unchanged', run(20, 10), run(20, 10), true],
    ['one new entry', run(20, 10), run(21, 10), true],
    ['half of a page new', run(20, 10), run(25, 10), true],
    ['all but the newest known pushed off', run(20, 10), run(29, 10), true],
    ['turned over whole without a gap of more than three days', run(10, 3), run(15, 3), true],
    ['turned over whole with a gap of four days', run(10, 3), run(16, 3), false],
    ['the newest taken down', run(20, 10), run(19, 10), true],
    [
      'exactly half known, the newest older',
      run(20, 10),
      [...run(15, 5), ...run(9, 5)].map((r, i) => (i < 5 ? r : row(100 + i, '2021-01-01'))),
      true,
    ],
    [
      'less than half known, the newest older',
      run(20, 10),
      [...run(15, 4), ...[1, 2, 3, 4, 5, 6].map((i) => row(100 + i, '2021-01-01'))],
      false,
    ],
    ['other entries, all older', run(20, 10), [1, 2, 3].map((i) => row(200 + i, '2020-05-01')), false],
    ['other entries, a newer one among them', run(10, 10), [row(201, '2022-12-25'), row(202, '2020-05-01')], false],
    ['the same titles at new addresses', run(20, 10), moved(run(20, 10)), true],
    ['other entries without dates', run(20, 10), [1, 2, 3].map((i) => row(200 + i, null)), false],
  ])('%s: %#', (_name, before, now, expected) => expect(continues(before, now)).toBe(expected));
});

const FRAME = frameOf(new Set(['div.main', 'ul.list', 'li.row', 'div.foot', 'div.head', 'a.more', 'span.date', 'h3.title']));
const OTHER = frameOf(new Set(['section.app', 'div.grid', 'article.card', 'footer.bottom', 'nav.top', 'p.sum', 'time.t', 'h2.x']));
const read = (items: ListItem[], parts: Partial<FactData<'column-list'>> = {}): FactData<'column-list'> => ({
  columnId: 'c',
  url: 'http://x.gov.cn/',
  outcome: 'ok',
  state: items.length > 0 ? 'items' : 'empty',
  items,
  newestDate: null,
  undated: 0,
  pages: 1,
  frame: FRAME as string,
  ...parts,
});
const at = (day: string, time = '09:00') => instantOf(day, time);
const OLD = [1, 2, 3].map((i) => row(200 + i, '2020-05-01'));
const ACCUSING: [string, FactData<'column-list'>][] = [
  ['emptied', read([])],
  ['replaced', read(OLD)],
];
const full = { id: 'full', at: at('2022-12-20'), data: read(run(20, 10)) };
/** The first look that differs. */
function first(now: FactData<'column-list'>, trusted: EarlierReadings['trusted'] = full) {
  const continuity = continuityOf(now, at('2022-12-21'), trusted && { last: trusted, trusted });
  return { id: 'first', at: at('2022-12-21'), data: { ...now, continuity } };
}

describe('a reading that does not go on from earlier ones', () => {
  it('is believed when there is nothing before', () => {
    expect(continuityOf(read([]), at('2022-12-21'), null)).toEqual({ trusted: null, doubt: null });
  });

  it.each(ACCUSING)('%s: doubted at the first look', (kind, now) => {
    expect(first(now).data.continuity).toEqual({ trusted: 'full', doubt: { kind, since: at('2022-12-21') } });
  });

  it.each(ACCUSING)('%s: still doubted at another look of the same day, believed on the next', (kind, now) => {
    const earlier = { last: first(now), trusted: full };
    expect(continuityOf(now, at('2022-12-21', '23:59'), earlier).doubt?.kind).toBe(kind);
    expect(continuityOf(now, at('2022-12-22', '00:00'), earlier)).toEqual({ trusted: null, doubt: null });
  });

  it.each(ACCUSING)('%s: never believed by repetition on a page that was built anew', (kind, now) => {
    const redesigned = { ...now, frame: OTHER as string };
    let last = first(redesigned);
    for (const day of ['2022-12-22', '2022-12-23', '2023-03-01']) {
      const continuity = continuityOf(redesigned, at(day), { last, trusted: full });
      expect(continuity).toEqual({ trusted: 'full', doubt: { kind, since: at('2022-12-21') } });
      last = { id: day, at: at(day), data: { ...redesigned, continuity } };
    }
  });

  it.each(ACCUSING)('%s: a page whose build is unknown waits for a person', (kind, now) => {
    const unknown = { ...now, frame: undefined };
    expect(continuityOf(unknown, at('2022-12-22'), { last: first(unknown), trusted: full }).doubt?.kind).toBe(kind);
  });

  it.each(ACCUSING)('%s: ends when the list reads as before', (_kind, now) => {
    expect(continuityOf(read(run(21, 10)), at('2022-12-22'), { last: first(now), trusted: full })).toEqual({ trusted: null, doubt: null });
  });

  it.each(ACCUSING)('%s: ends when somebody accepts a rule for the new page', (_kind, now) => {
    const byRule = { ...now, frame: OTHER as string, rule: { id: 'r2', fault: null } };
    expect(continuityOf(byRule, at('2022-12-22'), { last: first(now), trusted: full })).toEqual({ trusted: null, doubt: null });
    const sameRule = { ...full, data: { ...full.data, rule: { id: 'r2', fault: null } } };
    expect(continuityOf(byRule, at('2022-12-22'), { last: sameRule, trusted: sameRule }).doubt).not.toBeNull();
  });

  it.each(ACCUSING)('%s: a look that did not open keeps the doubt and confirms nothing', (kind, now) => {
    const blocked = read([], { outcome: 'blocked', state: 'unreadable' });
    const continuity = continuityOf(blocked, at('2022-12-22'), { last: first(now), trusted: full });
    expect(continuity).toEqual(first(now).data.continuity);
    const last = { id: 'b', at: at('2022-12-22'), data: { ...blocked, continuity } };
    expect(continuityOf(now, at('2022-12-23'), { last, trusted: full }).doubt).toEqual({ kind, since: at('2022-12-23') });
  });

  it('stays doubted when the reading it is measured by is kept no more', () => {
    const [, now] = ACCUSING[1] as (typeof ACCUSING)[number];
    expect(continuityOf(now, at('2023-12-22'), { last: first(now), trusted: null }).doubt?.kind).toBe('replaced');
  });

  it('an unreadable list is doubted however often it is seen, and never becomes the measure', () => {
    const gone = read([], { state: 'unreadable' });
    const next = continuityOf(gone, at('2022-12-25'), { last: first(gone), trusted: full });
    expect(next).toEqual({ trusted: 'full', doubt: { kind: 'unreadable', since: at('2022-12-21') } });
  });

  it('another list that changes from look to look is not confirmed', () => {
    const others = read([1, 2, 3].map((i) => row(300 + i, '2019-05-01')));
    expect(continuityOf(others, at('2022-12-22'), { last: first(read(OLD)), trusted: full }).doubt?.since).toBe(at('2022-12-22'));
  });

  it('a column that was empty all along is not emptied', () => {
    const empty = { ...full, data: read([]) };
    expect(first(read([]), empty).data.continuity).toEqual({ trusted: null, doubt: null });
  });
});

describe('fingerprints of pages', () => {
  const names = (n: number, from = 0) => new Set(Array.from({ length: n }, (_, i) => `div.c${i + from}`));
  it.each<[string, string | null, string | null, boolean | null]>([
    ['the same page', frameOf(names(60)), frameOf(names(60)), true],
    ['one name more', frameOf(names(60)), frameOf(names(61)), true],
    ['a list of other rows: nine tenths alike', frameOf(names(60)), frameOf(names(60, 4)), true],
    ['a third alike', frameOf(names(60)), frameOf(names(60, 40)), false],
    ['nothing alike', frameOf(names(60)), frameOf(names(60, 100)), false],
    ['unknown', frameOf(names(60)), null, null],
    ['no names at all', frameOf(new Set()), frameOf(names(3)), null],
  ])('%s', (_name, a, b, expected) => expect(framesAlike(a, b)).toBe(expected));
});

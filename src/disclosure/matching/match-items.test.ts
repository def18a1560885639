import { describe, expect, it } from 'vitest';
import { matchItems, type Published } from './match-items.ts';

const items = (...rows: (readonly [string, string])[]): Published[] => rows.map(([date, title], i) => ({ id: String(i), date, title }));
const said = (portal: Published[], posts: Published[], options = {}) => {
  const { matched, portalOnly, accountOnly, unsure } = matchItems(portal, posts, options);
  return {
    matched: matched.map((match) => [match.portal.id, match.post.id, match.lag, match.likeness]),
    portalOnly: portalOnly.map(({ id }) => id),
    accountOnly: accountOnly.map(({ id }) => id),
    unsure: unsure.map(({ id }) => id),
  };
};
const NONE = { matched: [], portalOnly: [], accountOnly: [], unsure: [] };

describe('M18: the same item across portal and account', () => {
  it('three days apart: lag 3, and what stands on one side only is listed', () => {
    const portal = items(['2022-12-01', '大河县召开防汛工作会议'], ['2022-12-02', '大河县公布水质检测结果']);
    const posts = items(['2022-12-04', '【要闻】大河县召开防汛工作会议'], ['2022-12-05', '周末去哪里']);
    expect(said(portal, posts)).toEqual({ matched: [['0', '0', 3, 'equal']], portalOnly: ['1'], accountOnly: ['1'], unsure: [] });
  });
  it('an account that was first has a negative lag', () => {
    expect(said(items(['2022-12-04', '大河县召开会议']), items(['2022-12-01', '大河县召开会议'])).matched).toEqual([
      ['0', '0', -3, 'equal'],
    ]);
  });
  it.each([
    [30, '2022-12-31', 1],
    [30, '2023-01-01', 0],
    [0, '2022-12-01', 1],
    [0, '2022-12-02', 0],
  ])('a window of %i days and %s: %i', (windowDays, date, matches) => {
    expect(said(items(['2022-12-01', '大河县召开会议']), items([date, '大河县召开会议']), { windowDays }).matched).toHaveLength(matches);
  });
  it('a title that comes again pairs day by day, each once', () => {
    const days = ['2022-12-01', '2022-12-02', '2022-12-03'].map((date) => [date, '今日天气预报'] as const);
    const { matched, portalOnly, accountOnly } = said(items(...days), items(...days.slice(1)));
    expect(matched).toEqual([
      ['1', '0', 0, 'equal'],
      ['2', '1', 0, 'equal'],
    ]);
    expect([portalOnly, accountOnly]).toEqual([['0'], []]);
  });
  it('the surer title wins over the nearer day', () => {
    const posts = items(['2022-12-01', '大河县举行防汛工作会议'], ['2022-12-05', '大河县召开防汛工作会议']);
    expect(said(items(['2022-12-01', '大河县召开防汛工作会议']), posts).matched).toEqual([['0', '1', 4, 'equal']]);
  });
  it('a cut title that could be several is left to a person', () => {
    const portal = items(['2022-12-01', '关于做好2022年冬季安全工作…']);
    const posts = items(['2022-12-01', '关于做好2022年冬季安全工作检查的通知'], ['2022-12-01', '关于做好2022年冬季安全工作宣传的通知']);
    expect(said(portal, posts)).toEqual({ ...NONE, accountOnly: ['0', '1'], unsure: ['0'] });
    expect(said(portal, posts.slice(0, 1)).matched).toEqual([['0', '0', 0, 'cut']]);
  });
  it('nothing on either side', () => {
    expect(said([], [])).toEqual(NONE);
    expect(said([], items(['2022-12-01', '甲']))).toEqual({ ...NONE, accountOnly: ['0'] });
  });
  it('a year of a busy portal takes no time to speak of', () => {
    const year = items(
      ...Array.from(
        { length: 4_000 },
        (_, i) => [`2022-${String(1 + (i % 12)).padStart(2, '0')}-15`, `大河县召开第${i}次安全生产工作会议`] as const,
      ),
    );
    const before = process.cpuUsage();
    expect(matchItems(year, year).matched).toHaveLength(4_000);
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(10);
  });
});

import { describe, expect, it } from 'vitest';
import { auditDocument } from '../audit/audit.ts';
import { printFigure } from '../figure.ts';
import type { NoticeDocument } from '../model.ts';
import { figureMap, numbered, plainText } from '../outline.ts';
import type { Snapshot } from '../snapshot.ts';
import { cellText } from '../table.ts';
import { account, fullMonth, problem, site, snapshot } from '../testing/fixtures.ts';
import { langxi, langxiSnapshot } from '../testing/seed-snapshots.ts';
import { template } from './monthly-monitoring.ts';

/** Text of one part of the body, paragraphs joined. */
function part(document: NoticeDocument, name: string): string {
  const figures = figureMap(document);
  return numbered(document.body)
    .filter(({ paragraph }) => paragraph.part === name)
    .map(({ label, paragraph }) => `${label}${paragraph.heading ?? ''}${plainText(paragraph.runs, figures)}`)
    .join('\n');
}
const rows = (document: NoticeDocument, table: string): string[][] => {
  const found = document.attachments.find((attachment) => attachment.table.id === table)?.table;
  return found?.rows.map((row) => found.columns.map((column) => cellText(found, row, column.key))) ?? [];
};
const times = (text: string, word: string): number => text.split(word).length - 1;

describe('monthly notice', () => {
  const document = template.build(fullMonth());

  it('has its parts in order, numbered', () => {
    expect(
      numbered(document.body)
        .filter(({ paragraph }) => paragraph.level === 1)
        .map(({ label, paragraph }) => label + paragraph.heading),
    ).toEqual(['一、总体情况', '二、存在问题', '三、工作要求']);
  });

  it('prints counts with their base, undecided ones apart and never as passing', () => {
    expect(part(document, 'overview')).toContain('信息公开网站纳入统计12家，合格9家，不合格2家，另有1家未能认定，合格率75.0%');
    expect(part(document, 'overview')).toContain('政务微信纳入统计3个，合格2个，不合格1个，合格率66.7%');
  });

  describe('what could not be decided', () => {
    const [seen, unseen] = [site('甲局'), site('乙局', { verdict: 'undecided' })];
    const told = (channels: Snapshot['channels'], more: Partial<Snapshot> = {}) => {
      const state = snapshot({ channels, ...more });
      const document = template.build(state);
      const rate = document.figures.find(({ id }) => id === 'disclosure_site.rate');
      return { text: part(document, 'overview'), rate: rate && printFigure(rate), audit: auditDocument(document, state) };
    };
    it.each([
      ['none', [seen], '信息公开网站纳入统计1家，合格1家，合格率100%。', '100%'],
      ['some', [seen, unseen], '信息公开网站纳入统计2家，合格1家，另有1家未能认定，合格率50.0%（基数含未能认定的）。', '50.0%'],
      ['all: no rate, which is not a rate of 0', [unseen], '信息公开网站纳入统计1家，均未能认定，不计算合格率。', '—'],
      [
        'all but one that fails: a rate of 0',
        [site('甲局', { verdict: 'fail', reasons: ['x'] }), unseen],
        '信息公开网站纳入统计2家，合格0家，不合格1家，另有1家未能认定，合格率0%（基数含未能认定的）。',
        '0%',
      ],
    ])('%s', (_, channels, text, printed) => {
      const { text: overview, rate, audit } = told(channels);
      expect([overview.includes(text), rate, audit]).toEqual([true, printed, []]);
    });
    it('reads in a notice frozen before as it was issued', () => {
      const { undecidedTold: _, ...before } = snapshot({ channels: [unseen] });
      const document = template.build(before);
      expect(part(document, 'overview')).toContain('纳入统计1家，合格0家，另有1家未能认定，合格率0%。');
      expect(auditDocument(document, before)).toEqual([]);
    });
    it('a rate of 0 typed by hand is refused, and nothing is called clean', () => {
      const state = snapshot({ channels: [unseen] });
      const document = template.build(state);
      const body = document.body.map((one) => (one.id === 'overview.rates' ? { ...one, runs: [{ text: '信息公开网站合格率0%。' }] } : one));
      expect(auditDocument({ ...document, body }, state)).toMatchObject([
        { kind: 'typed-figure', severity: 'blocks', stated: '0%', recomputed: '—' },
      ]);
      expect(part(document, 'problems')).toContain('均未能认定');
      expect(part(document, 'problems')).not.toContain('未查出问题');
    });
  });

  it('names each unit once under its worst state, months in a row behind the name', () => {
    const text = part(document, 'problems');
    expect(text).toContain('乙镇（连续3个月不合格）对上期通报的问题没有整改；县丙局对上期通报的问题整改不彻底');
    expect(text).toContain('县戊局有栏目超过规定时限未更新；县己局有栏目临近更新时限');
    expect(['县丙局', '县戊局', '县己局', '县庚局'].map((unit) => times(text, unit))).toEqual([1, 1, 1, 0]);
  });

  it.each([
    [1, '乙镇对上期'],
    [2, '乙镇（连续2个月不合格）对上期'],
  ])('failed %i months in a row reads %s', (failedInARow, expected) => {
    const bad = site('乙镇', { verdict: 'fail', carryOver: 'not', failedInARow, reasons: ['上月问题未整改'] });
    expect(part(template.build(snapshot({ channels: [bad] })), 'problems')).toContain(expected);
  });

  it.each([
    ['导航栏目链接失效', 'portrait', 156],
    ['“办事大厅”“公示公告”两个导航栏目链接失效，12月3日至20日没有更新，留言功能不可用', 'landscape', 225],
  ])('turns the table of paired accounts across where its problems need it: %s', (found, orientation, width) => {
    const channels = [account('县甲局', 'wechat', '甲微信', { reasons: [found] }), account('县甲局', 'weibo', '甲微博')];
    const { table } = template.build(snapshot({ channels })).attachments.find((one) => one.table.id === 'paired') ?? {};
    expect(table?.orientation).toBe(orientation);
    expect(table?.columns.reduce((sum, one) => sum + one.width, 0)).toBe(width);
  });

  it('takes the worst of several sites of a unit', () => {
    const [portal, disclosure] = [
      site('甲局', { id: 'a', kind: 'portal', kindName: '政府门户网站' }),
      site('甲局', { id: 'b', verdict: 'fail', carryOver: 'partly', reasons: ['x'] }),
    ];
    const text = part(
      template.build(snapshot({ channels: [portal, disclosure], problems: [problem(portal, 'column_overdue', 'y')] })),
      'problems',
    );
    expect([times(text, '甲局'), text.includes('整改不彻底')]).toEqual([1, true]);
  });

  it('still names a failed site whose problem rows are missing, so that text and table agree', () => {
    const text = part(template.build(snapshot({ channels: [site('甲局', { verdict: 'fail', reasons: ['x'] })] })), 'problems');
    expect(text).toContain('甲局网站检查结果为不合格');
  });

  it.each([
    ['put right, site clean', 'no_problem', [], 'yes', 0],
    ['put right, site passes for something else', 'pass', ['别的'], 'yes', 0],
    ['put right, site fails all the same', 'fail', ['单项否决'], 'yes', 1],
    ['standing', 'pass', ['栏目超期'], 'not-stated', 1],
    ['standing, though the site could not be decided', 'undecided', ['栏目超期', '首页未能查看'], 'no', 1],
    ['standing in the ledger, but the table calls the site clean', 'no_problem', [], 'no', 0],
  ] as const)('a problem %s', (_, verdict, reasons, rectified, named) => {
    const one = site('甲局', { verdict, reasons });
    const document = template.build(
      snapshot({ channels: [one, site('乙局')], problems: [problem(one, 'column_overdue', 'x', { rectified })] }),
    );
    expect(times(part(document, 'problems'), '甲局')).toBe(named);
    expect(document.figures.find((f) => f.id === 'sites.problemUnits')?.value ?? 0).toBe(named);
  });

  it('says that nothing was found only of what was decided', () => {
    const none = (channels: Snapshot['channels']): string => part(template.build(snapshot({ channels })), 'problems');
    expect(none([site('甲局')])).toContain('本期未查出问题');
    expect(none([site('甲局'), site('乙局', { verdict: 'undecided' })])).toContain('未能认定的列在附件中');
  });

  it('sets accounts of a unit side by side under merged number and unit', () => {
    expect(rows(document, 'paired')).toEqual([
      ['1', '县丙局', '丙局发布', '合格', '', '丙局发布', '合格', ''],
      ['1', '县丙局', '丙局服务', '合格', '', '/', '', ''],
      ['2', '乙镇', '乙镇发布', '不合格', '12月20日监测到超过两周未更新', '/', '', ''],
      ['3', '县融媒体中心', '/', '', '', '清河融媒', '合格', ''],
    ]);
    expect(document.attachments[1]?.table.merges).toEqual([
      { column: 'number', from: 0, rows: 2 },
      { column: 'unit', from: 0, rows: 2 },
    ]);
  });

  it('lists what lies outside the base apart, with the reason', () => {
    expect(rows(document, 'outside')).toEqual([['县旅游公司', '政务抖音', '清河旅游', '没有备案']]);
    expect(part(document, 'overview')).toContain('政务抖音纳入统计1个');
  });

  it('leaves empty attachments away and prints the cut-off from data', () => {
    const only = template.build(snapshot({ channels: [account('甲局', 'weibo', '甲发布')] }));
    expect(only.attachments.map((a) => a.title)).toEqual(['12月份政务微博监测情况']);
    expect(only.attachments[0]?.table.notes).toEqual({ label: '说明', items: [[{ text: '统计数据截至2022年12月27日' }]] });
  });

  it('names kind and site where the unit alone does not tell them', () => {
    const two = [site('甲局', { id: 'a', kind: 'portal', kindName: '政府门户网站' }), site('甲局')];
    const document = template.build(snapshot({ channels: two }));
    expect(document.attachments[0]?.table.columns.map((c) => c.title)).toEqual([
      '单位名称',
      '类型',
      '网站名称',
      '检查结果',
      '监测发现的突出问题',
    ]);
    expect(part(document, 'overview')).toContain('政府门户网站纳入统计1家，合格1家，合格率100%；信息公开网站纳入统计1家');
  });

  it('columns fill the type area in every table', () => {
    for (const { table } of document.attachments) expect(table.columns.reduce((sum, c) => sum + c.width, 0)).toBe(156);
  });

  it('prints the last day permitted of a requirement as such', () => {
    const requirement = { heading: '限期整改', text: '请完成整改。', due: '2023-01-11' };
    expect(part(template.build(fullMonth(12, { requirements: [requirement] })), 'requirements')).toContain(
      '完成时限：2023年1月11日（含当日）',
    );
  });
});

describe.skipIf(!langxi)('郎溪, December 2022', () => {
  const seed = langxi as NonNullable<typeof langxi>;
  const document = langxi ? template.build(langxiSnapshot(seed)) : template.build(fullMonth());
  const figure = (id: string): number | null => document.figures.find((f) => f.id === id)?.value ?? null;

  it('counts 39 of 44 sites, 88.6 %, and 29, 6, 4 and 1 accounts', () => {
    expect(['disclosure_site.base', 'disclosure_site.pass', 'disclosure_site.rate'].map(figure)).toEqual([44, 39, 88.6]);
    expect(['wechat.pass', 'weibo.pass', 'douyin.pass', 'app.pass'].map(figure)).toEqual([29, 6, 4, 1]);
    expect(['wechat.rate', 'weibo.rate', 'douyin.rate', 'app.rate'].map(figure)).toEqual([100, 100, 100, 100]);
  });

  it('names each of the 12 units exactly once in part two', () => {
    const text = part(document, 'problems');
    const named = [
      ...new Set(
        seed.problems.filter((p) => p.scope === 'unit' && p.channels[0]?.startsWith('disclosure_site')).map((p) => p.unit as string),
      ),
    ];
    expect(named).toHaveLength(12);
    expect(named.map((unit) => [unit, times(text, unit)])).toEqual(named.map((unit) => [unit, 1]));
    expect(figure('sites.problemUnits')).toBe(12);
  });

  it('V08: three weaknesses of its accounts stand in the text, 40 of 40 stay 合格, and none is handed over', () => {
    const taken = langxiSnapshot(seed);
    const accounts = taken.channels.filter(({ type }) => type === 'account');
    const weak = (['account_navigation', 'account_navigation', 'account_low_output'] as const).map((category, i) =>
      problem(accounts[i] as (typeof accounts)[number], category, `薄弱环节${i}`, { level: 'warning' }),
    );
    const built = template.build({ ...taken, problems: [...taken.problems, ...weak] });
    const text = part(built, 'problems');
    for (const { unit, channelName } of weak) expect(text).toContain(`${unit}“${channelName}”`);
    expect(text).toMatch(/导航栏目内容陈旧或不能打开/u);
    expect(text).toMatch(/发布量偏少或原创偏少/u);
    const total = (what: string): number =>
      ['wechat', 'weibo', 'douyin', 'app'].reduce(
        (sum, kind) => sum + (built.figures.find(({ id }) => id === `${kind}.${what}`)?.value ?? 0),
        0,
      );
    expect([total('pass'), total('base')]).toEqual([40, 40]);
    expect(rows(built, 'problem-list')).toEqual([]);
  });

  it('prints the rows of the three attachments as the printed ones', () => {
    expect(rows(document, 'sites')).toEqual(seed.attachments[0]?.rows);
    expect(rows(document, 'paired')).toEqual(seed.attachments[1]?.rows);
    const printed = seed.attachments[2]?.rows.map((row) => row.join()).toSorted();
    expect(
      rows(document, 'accounts')
        .map((row) => row.slice(0, 4).join())
        .toSorted(),
    ).toEqual(printed);
  });
});

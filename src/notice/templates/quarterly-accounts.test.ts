import { describe, expect, it } from 'vitest';
import type { NoticeDocument } from '../model.ts';
import { figureMap, noteText, numbered, plainText } from '../outline.ts';
import { cellText } from '../table.ts';
import { account, problem, snapshot } from '../testing/fixtures.ts';
import { cangxi, cangxiSnapshot } from '../testing/seed-snapshots.ts';
import { template } from './quarterly-accounts.ts';

const paragraphText = (document: NoticeDocument, id: string): string => {
  const found = document.body.find((paragraph) => paragraph.id === id);
  return found ? plainText(found.runs, figureMap(document)) : '';
};
const rows = (document: NoticeDocument, index: number): string[][] => {
  const table = document.attachments[index]?.table;
  return table?.rows.map((row) => table.columns.map((column) => cellText(table, row, column.key))) ?? [];
};

describe('quarterly notice', () => {
  const [stale, first, second, mild] = [
    account('甲镇', 'weibo', '甲镇发布', { verdict: 'fail', level: '乡镇', unitPrinted: '甲镇人民政府' }),
    account('乙局', 'wechat', '乙局一号', { level: '县级部门' }),
    account('乙局', 'wechat', '乙局二号', { level: '县级部门' }),
    account('丙局', 'wechat', '丙局发布'),
  ];
  const base = {
    period: { kind: 'quarter', id: '2020-Q1', label: '2020年一季度', from: '2020-01-01', to: '2020-03-31', cutoff: '2020-03-31' } as const,
    channels: [first, second, mild, stale].filter((c) => c !== undefined),
    problems: [
      problem(stale as NonNullable<typeof stale>, 'account_stale', '一月停更', { rectified: 'yes' }),
      problem(stale as NonNullable<typeof stale>, 'account_stale', '三月停更', { rectified: 'partly' }),
      problem(first as NonNullable<typeof first>, 'account_duplicate', '同一平台开设多个账号', { level: 'warning', rectified: 'no' }),
      problem(second as NonNullable<typeof second>, 'account_duplicate', '同一平台开设多个账号', { level: 'warning', rectified: 'no' }),
      problem(mild as NonNullable<typeof mild>, 'account_weekly_minimum', '一周未更新', { level: 'warning' }),
    ],
  };
  const volumes = {
    groups: [
      {
        name: '乡镇',
        rows: [
          { unit: '甲镇', submitted: 5, approved: 4, errors: null },
          { unit: '丁镇', submitted: 0, approved: 0, errors: 0 },
        ],
      },
      { name: '部门', rows: [{ unit: '乙局', submitted: 9, approved: 7, errors: 1 }] },
    ],
    portalTotal: 20,
    keyAreas: 3,
    source: '门户网站',
  };

  it('puts two sightings into one cell and a shared finding into one row', () => {
    const document = template.build(snapshot({ ...base, volumes: null }));
    expect(rows(document, 0)).toEqual([
      ['政务微信', '乙局一号\n乙局二号', '乙局', '县级部门', '同一平台开设多个账号', '否'],
      ['政务微博', '甲镇发布', '甲镇人民政府', '乡镇', '一月停更\n三月停更', '部分整改'],
    ]);
  });

  it('shows what the portal counts beyond the table as its own line', () => {
    const document = template.build(snapshot({ ...base, volumes }));
    expect(paragraphText(document, 'overview.volumes')).toContain(
      '门户网站本期公开政府信息20条，其中重点领域信息3条。附件所列3个单位共报送信息14条、审发11条。门户网站公开总数与表内审发数之差9条为表外信息',
    );
    expect(rows(document, 0)).toEqual([
      ['甲镇', '5', '4', '', '乙局', '9', '7', '1'],
      ['丁镇', '0', '0', '0', '', '', '', ''],
    ]);
  });

  it('sets any other number of groups as one list', () => {
    const three = {
      ...volumes,
      groups: [...volumes.groups, { name: '园区', rows: [{ unit: '开发区', submitted: 1, approved: 1, errors: null }] }],
    };
    const document = template.build(snapshot({ ...base, volumes: three }));
    expect(rows(document, 0).map((row) => row.slice(0, 2))).toEqual([
      ['乡镇', '甲镇'],
      ['乡镇', '丁镇'],
      ['部门', '乙局'],
      ['园区', '开发区'],
    ]);
    expect(document.figures.find((f) => f.id === 'volumes.approved')?.value).toBe(12);
  });

  it('prints 等 exactly when the editor left somebody out', () => {
    const naming = { praisePerGroup: 1, blameApprovedAtMost: 4, leaveOut: ['丁镇'], praiseChannels: ['wechat:丙局发布'] };
    const document = template.build(snapshot({ ...base, volumes, naming }));
    expect(paragraphText(document, 'overview.volumes')).toContain('甲镇等审发信息数量偏少');
    expect(paragraphText(document, 'overview.accounts')).toContain('“丙局发布”政务微信运行较好');
    expect(document.proposals.find((p) => p.rule === 'blame-approved')).toMatchObject({ named: ['甲镇'], leftOut: ['丁镇'] });
  });

  it('gives every theme a heading with named examples, and drops the heading with its last problem', () => {
    const headings = (problems: typeof base.problems): string[] =>
      numbered(template.build(snapshot({ ...base, problems })).body)
        .filter(({ paragraph }) => paragraph.part === 'problems' && paragraph.level === 2)
        .map(({ label, paragraph }) => label + paragraph.heading);
    expect(headings(base.problems)).toEqual(['（一）政务新媒体更新不及时', '（二）政务新媒体管理不规范']);
    expect(headings(base.problems.slice(2, 4))).toEqual(['（一）政务新媒体管理不规范']);
  });
});

describe.skipIf(!cangxi)('苍溪, first quarter 2020', () => {
  const seed = cangxi as NonNullable<typeof cangxi>;
  const document = template.build(cangxi ? cangxiSnapshot(seed) : snapshot());
  const figure = (id: string): number | null => document.figures.find((f) => f.id === id)?.value ?? null;

  it('prints 29 of 41 accounts as 70.7 % with the base', () => {
    expect(['accounts.base', 'weibo.base', 'wechat.base', 'accounts.pass', 'accounts.rate'].map(figure)).toEqual([41, 13, 28, 29, 70.7]);
    expect(paragraphText(document, 'overview.accounts')).toContain('以上述41个为基数，合格率70.7%');
  });

  it('shows 1043 items outside the table: 2131 against 1088 approved, 1317 submitted', () => {
    expect(['volumes.portal', 'volumes.keyAreas', 'volumes.approved', 'volumes.submitted', 'volumes.outside'].map(figure)).toEqual([
      2131, 710, 1088, 1317, 1043,
    ]);
    expect(paragraphText(document, 'overview.volumes')).toContain('其中重点领域信息710条');
  });

  it('proposes the four units praised and the six that qualify for blame', () => {
    expect(document.proposals.map((p) => p.named)).toMatchObject([
      ['文昌镇', '陵江镇', '苍溪生态环境局', '县自然资源局'],
      ['高坡镇', '白桥镇', '亭子镇', '石门乡', '县交运局', '县供销社'],
      expect.arrayContaining(['高坡镇', '双河乡', '县商务经合局']),
    ]);
  });

  it('prints the rows of both attachments as the printed ones', () => {
    expect(rows(document, 0)).toEqual(seed.attachments[0]?.rows);
    expect(rows(document, 1)).toEqual(seed.attachments[1]?.rows.map((row) => row.map((cell) => cell.replaceAll(' / ', '\n'))));
    expect(document.attachments[1]?.table.merges).toEqual([
      { column: 'kind', from: 0, rows: 4 },
      { column: 'kind', from: 4, rows: 9 },
    ]);
  });

  it('says under the list how many of it fail', () => {
    const notes = document.attachments[1]?.table.notes;
    expect(notes && noteText(notes, figureMap(document))).toContain('运行不合格的账号12个');
  });
});

import type { ChannelRow, ProblemRow, Snapshot } from '../snapshot.ts';

/** A site in good order; give what differs. */
export function site(unit: string, more: Partial<ChannelRow> = {}): ChannelRow {
  return {
    id: `site:${unit}`,
    kind: 'disclosure_site',
    kindName: '信息公开网站',
    type: 'site',
    unit,
    unitPrinted: unit,
    unitGroup: null,
    level: null,
    name: `${unit}信息公开网站`,
    inBase: true,
    outside: null,
    verdict: 'no_problem',
    reasons: [],
    carryOver: 'none',
    failedInARow: 0,
    score: null,
    coverage: { run: 10, due: 10 },
    ...more,
  };
}

/** An account in good order. */
export function account(unit: string, kind: string, name: string, more: Partial<ChannelRow> = {}): ChannelRow {
  const kindName = { wechat: '微信', weibo: '微博', douyin: '抖音', app: 'APP' }[kind] ?? kind;
  return site(unit, { id: `${kind}:${name}`, kind, kindName, type: 'account', name, verdict: 'pass', ...more });
}

/** A problem of a channel. */
export function problem(channel: ChannelRow, category: string, text: string, more: Partial<ProblemRow> = {}): ProblemRow {
  return {
    id: `problem:${channel.id}:${category}:${text}`,
    unit: channel.unit,
    unitPrinted: channel.unitPrinted,
    channelId: channel.id,
    channelKind: channel.kind,
    channelName: channel.name,
    category,
    categoryName: category,
    level: 'problem',
    place: channel.name,
    path: null,
    limit: null,
    lastUpdate: null,
    foundOn: '2022-12-27',
    text,
    rectified: 'not-stated',
    periods: 1,
    carriedOver: false,
    status: '已交办',
    ...more,
  };
}

/** A month of a made-up county; give channels, problems and what else differs. */
export function snapshot(more: Partial<Snapshot> = {}, document: Partial<Snapshot['document']> = {}): Snapshot {
  return {
    schema: 'mingcha/snapshot/1',
    area: '清河县',
    period: { kind: 'month', id: '2022-12', label: '2022年12月', from: '2022-12-01', to: '2022-12-31', cutoff: '2022-12-27' },
    frozenAt: '2022-12-28T01:00:00.000Z',
    undecidedTold: true,
    sheet: { id: 'national', name: '检查指标', checks: {}, unconfirmed: [] },
    document: {
      title: '清河县人民政府办公室关于2022年12月政府网站和政务新媒体监测情况的通报',
      issuer: '清河县人民政府办公室',
      letterhead: '清河县人民政府办公室文件',
      monitor: null,
      printingOffice: null,
      number: '清政办〔2023〕1号',
      signedDate: '2023-01-04',
      printedDate: '2023-01-05',
      addressees: ['各乡镇人民政府', '县政府各部门'],
      cc: ['县档案馆'],
      disclosureMark: '主动公开',
      sealed: false,
      basis: [],
      requirements: [],
      ...document,
    },
    channels: [],
    problems: [],
    volumes: null,
    previous: null,
    naming: null,
    stock: { opening: 0, found: 0, reopened: 0, closed: 0, closing: 0 },
    ...more,
  };
}

/** A month with every kind of thing in it: n sites, failing and undecided ones, paired and single accounts, one outside the base. */
export function fullMonth(sites = 12, document: Partial<Snapshot['document']> = {}): Snapshot {
  const bad = site('乙镇', {
    verdict: 'fail',
    carryOver: 'not',
    failedInARow: 3,
    reasons: ['“政务动态”栏目超过两周未更新', '上月问题未整改'],
  });
  const half = site('县丙局', {
    unitPrinted: '县丙局（县丁办）',
    verdict: 'fail',
    carryOver: 'partly',
    failedInARow: 1,
    reasons: ['“公示公告”栏目超过半年未更新', '上月问题整改不彻底'],
  });
  const late = site('县戊局', { verdict: 'pass', reasons: ['“领导分工”栏目超过1年未更新', '“财政预算”栏目即将超过1年未更新'] });
  const soon = site('县己局', { verdict: 'pass', reasons: ['“政策解读”栏目即将超过半年未更新'] });
  const open = site('县庚局', { verdict: 'undecided', reasons: ['被网站防护拦截，未能查看'] });
  const good = Array.from({ length: Math.max(0, sites - 5) }, (_, i) => site(`第${i + 1}镇`));
  const stale = account('乙镇', 'wechat', '乙镇发布', { verdict: 'fail', reasons: ['12月20日监测到超过两周未更新'] });
  const accounts = [
    account('县丙局', 'wechat', '丙局发布'),
    account('县丙局', 'wechat', '丙局服务'),
    account('县丙局', 'weibo', '丙局发布'),
    stale,
    account('县融媒体中心', 'weibo', '清河融媒'),
    account('县融媒体中心', 'app', '看清河'),
    account('县公安局', 'douyin', '清河警方'),
    account('县旅游公司', 'douyin', '清河旅游', { inBase: false, outside: '没有备案' }),
  ];
  return snapshot(
    {
      channels: [good[0] ?? soon, bad, half, late, soon, open, ...good.slice(1), ...accounts].filter((c, i, all) => all.indexOf(c) === i),
      problems: [
        problem(bad, 'column_overdue', '“政务动态”栏目超过两周未更新', { path: ['政务动态'], carriedOver: true, periods: 3 }),
        problem(half, 'column_overdue', '“公示公告”栏目超过半年未更新', { path: ['公示公告'], carriedOver: true, periods: 2 }),
        problem(late, 'column_overdue', '“领导分工”栏目超过1年未更新', { path: ['领导分工'] }),
        problem(late, 'column_due_soon', '“财政预算”栏目即将超过1年未更新', { path: ['财政预算'], level: 'warning' }),
        problem(soon, 'column_due_soon', '“政策解读”栏目即将超过半年未更新', { path: ['政策解读'], level: 'warning' }),
        problem(stale, 'account_stale', '12月20日监测到超过两周未更新', { rectified: 'no' }),
      ],
      stock: { opening: 2, found: 4, reopened: 0, closed: 0, closing: 6 },
    },
    document,
  );
}

import type { Register } from '../../src/subjects/register.ts';
import { type Unit, unitId } from '../../src/subjects/unit.ts';
import type { AccountSilence, Scenario } from '../server/scenario.ts';
import { type AccountFact, accountRows, areasOf, unitsOf } from './register.ts';
import { figure, readSeed, type Seed } from './seed.ts';

const NETWORK = '127.8.24';

/** The notice does not say who runs 平安苍溪, and an owner we guessed would be a false statement about a real body. */
const UNSTATED_OWNER = '主办单位未注明';

/** Day of the next post after each sighting: the working day after the replay finds it. The three rows marked 否 stay as they are. */
const RESUMED: Record<string, string> = {
  '2019-12-20': '2020-01-07',
  '2019-12-23': '2020-01-08',
  '2019-12-25': '2020-01-10',
  '2019-12-26': '2020-01-13',
  '2020-01-06': '2020-01-22',
  '2020-01-16': '2020-02-08',
  '2020-02-10': '2020-02-26',
  '2020-02-11': '2020-02-27',
  '2020-02-15': '2020-03-03',
  '2020-02-20': '2020-03-09',
  '2020-02-21': '2020-03-10',
  '2020-02-25': '2020-03-12',
};

/** Where daily looking on working days finds a thing on another day than the printed one. */
const REPLAYED: Record<string, string> = {
  // 5 days after the last update: the printed pair of dates does not support the row.
  '2020-02-16': '2020-02-26',
  // Day 15 fell into the prolonged Spring Festival; 3 February is the first working day after it.
  '2020-02-07': '2020-02-03',
};

/** Files of the sample 苍溪 2020-Q1. */
export function makeCangxi(): Record<string, object> {
  const seed = readSeed('cangxi-2020-q1');
  const sightings = sightingsOf(seed);
  const scenario: Scenario = {
    seed: 'cangxi-2020-q1',
    from: '2019-10-08',
    to: '2020-04-30',
    startsAt: '2020-01-02T01:00:00.000Z',
    place: '苍溪县',
    regionCode: '510824',
    provinceMark: '川',
    styles: {},
    silences: [],
    accountSilences: sightings.map((s) => silenceOf(s)),
  };
  return {
    register: registerOf(seed),
    scenario,
    settings: settingsOf(seed),
    volumes: volumesOf(seed),
    expected: {
      accountsInBase: figure(seed, 'accounts_in_operation'),
      accountsPassing: figure(seed, 'accounts_in_operation') - new Set(sightings.map((s) => `${s.platform} ${s.account}`)).size,
      passRate: figure(seed, 'account_pass_rate'),
      submitted: seed.figures.reduce((sum, f) => sum + f.submitted, 0),
      approved: seed.figures.reduce((sum, f) => sum + f.approved, 0),
      duplicates: seed.problems.filter((p) => p.category === 'account_duplicate').map((p) => ({ unit: p.unit, accounts: p.channels })),
      sightings,
    },
  };
}

interface Sighting {
  platform: string;
  account: string;
  unit: string;
  category: 'account_stale' | 'account_zombie';
  lastUpdate: string;
  printedDay: string;
  /** First working day on which a daily look can know it; null where the first look of the quarter is earlier than the print. */
  replayDay: string | null;
  rectified: string;
}

function sightingsOf(seed: Seed): Sighting[] {
  return seed.problems.flatMap((p) => {
    if (p.category !== 'account_stale' && p.category !== 'account_zombie') return [];
    const [platform, account] = (p.channels[0] as string).split(':') as [string, string];
    const printedDay = p.detectedDate as string;
    const replayDay = p.category === 'account_zombie' ? null : (REPLAYED[printedDay] ?? printedDay);
    return [
      {
        platform,
        account,
        unit: p.unit as string,
        category: p.category,
        lastUpdate: p.lastUpdateDate as string,
        printedDay,
        replayDay,
        rectified: p.rectified,
      },
    ];
  });
}

function silenceOf(s: Sighting): AccountSilence {
  const to = s.category === 'account_zombie' ? null : RESUMED[s.lastUpdate];
  if (to === undefined) throw new Error(`no day of resumption after ${s.lastUpdate}`);
  return { platform: s.platform, account: s.account, from: s.lastUpdate, to };
}

function registerOf(seed: Seed): Register {
  const areas = areasOf(seed);
  const area = areas.at(-1)?.id as string;
  const tabled = seed.figures.map((f) => f.unit);
  const others = seed.units.map((u) => u.name).filter((name) => !tabled.includes(name));
  const units = unitsOf(seed, area, [...tabled, ...others]);
  const unstated: Unit = {
    id: unitId(area, UNSTATED_OWNER),
    areaId: area,
    name: UNSTATED_OWNER,
    kind: 'office',
    group: null,
    aliases: [],
    namePlates: [],
    parentId: null,
    order: units.length + 1,
    activeFrom: null,
    activeTo: null,
  };
  return { areas, units: [...units, unstated], sites: [], columns: [], accounts: accountRows(area, accountFacts(seed), NETWORK) };
}

/** The accounts the notice names, then as many of ours as its counts say there are, at units that have none of the platform. */
function accountFacts(seed: Seed): AccountFact[] {
  const named = seed.channels
    .filter((c) => c.kind === 'weibo' || c.kind === 'wechat')
    .map((c) => ({ platform: c.kind, name: c.name as string, unit: ownerOf(c.name as string, c.owner), level: c.level }));
  return ['weibo', 'wechat'].flatMap((platform) => {
    const own = named.filter((a) => a.platform === platform);
    const free = seed.figures.filter((f) => !own.some((a) => a.unit === f.unit));
    const missing = figure(seed, `accounts_${platform}`) - own.length;
    const step = Math.floor(free.length / missing);
    const ours = Array.from({ length: missing }, (_, i) => {
      const f = free[i * step] as Seed['figures'][number];
      const township = seed.units.find((u) => u.name === f.unit)?.kind !== 'department';
      return { platform, name: `${f.unit}（示例账号）`, unit: f.unit, level: township ? '乡镇' : '县级部门' };
    });
    return [...own, ...ours];
  });
}

function ownerOf(account: string, stated: string | null): string {
  if (stated) return stated;
  return account === '苍溪教科' ? '县教科局' : UNSTATED_OWNER;
}

function volumesOf(seed: Seed): object {
  const group = (attachmentGroup: string) => ({
    name: attachmentGroup,
    rows: seed.figures
      .filter((f) => seed.units.find((u) => u.name === f.unit)?.group === attachmentGroup)
      .map(({ unit, submitted, approved, errors }) => ({ unit, submitted, approved, errors })),
  });
  return {
    groups: [group('乡镇'), group('县级部门')],
    portalTotal: figure(seed, 'disclosed_items'),
    keyAreas: figure(seed, 'disclosed_items_key_areas'),
    source: '苍溪县人民政府门户网站',
  };
}

function settingsOf(seed: Seed): object {
  const { document, period } = seed;
  return {
    profile: 'cangxi',
    area: document.area,
    periods: [
      {
        id: '2020-Q1',
        label: period.label,
        from: period.start,
        to: period.end,
        cutoff: period.dataCutoff,
        title: document.title,
        attachments: document.declaredAttachments,
        signedDate: document.signedDate,
        number: '示例〔2020〕1号',
        printedDate: document.printedDate,
      },
    ],
    head: {
      issuer: document.issuer,
      letterhead: `${document.issuer}文件`,
      addressees: document.addressees,
      cc: [],
      disclosureMark: null,
      sealed: false,
      basis: document.basis.map(({ title, number }) => ({ title, number })),
    },
    requirements: [
      {
        heading: '落实责任',
        text: '各单位要确定专人负责政务公开和政务新媒体，发布前认真审核，发布后及时查看。不再使用的账号按程序注销，并报县信息公开办备案。',
        due: null,
      },
      { heading: '加强解读', text: '出台政策文件的单位要同步准备解读材料，采用问答、图表等多种形式，让群众看得懂、用得上。', due: null },
      {
        heading: '推进基层政务公开标准化规范化',
        text: '承担试点领域工作的单位要对照标准目录编制本级公开事项清单，并在县政府门户网站集中公开。',
        due: '2020-08-31',
      },
    ],
  };
}

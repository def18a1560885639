import type { Observation } from '../../src/checks/observation.ts';
import { sha256 } from '../../src/core/id.ts';
import { type Fact, makeFact } from '../../src/evidence/fact.ts';
import type { Problem, ProblemEvent } from '../../src/ledger/event.ts';
import type { Snapshot } from '../../src/notice/snapshot.ts';
import { type Area, areaId } from '../../src/subjects/area.ts';
import { type Account, accountId, type Site, siteId } from '../../src/subjects/channel.ts';
import { type Column, columnId } from '../../src/subjects/column.ts';
import type { Register } from '../../src/subjects/register.ts';
import { type Unit, unitId } from '../../src/subjects/unit.ts';

/** A small invented register and builders of single rows, for tests of the store. */
const city: Area = { id: areaId('青山市'), name: '青山市', level: 'city', parentId: null };
const county: Area = { id: areaId('白水县', city.id), name: '白水县', level: 'county', parentId: city.id };

const unit = (name: string, order: number, rest: Partial<Unit> = {}): Unit => ({
  id: unitId(county.id, name),
  areaId: county.id,
  name,
  kind: 'department',
  group: '县直部门',
  aliases: [],
  namePlates: [],
  parentId: null,
  order,
  activeFrom: null,
  activeTo: null,
  ...rest,
});
const housing = unit('县住建局', 1, { aliases: ['县建设局', '带,逗号和"引号"'], namePlates: ['县人防办'] });
const town = unit('东河镇', 0, { kind: 'town', group: '乡镇', activeFrom: '2001-01-01' });

const site: Site = {
  type: 'site',
  id: siteId(county.id, 'disclosure_site', housing.name, 'http://www.baishui.gov.cn/zj/'),
  areaId: county.id,
  unitId: housing.id,
  kind: 'disclosure_site',
  name: '县住建局信息公开网',
  url: 'http://www.baishui.gov.cn/zj/',
  states: [{ state: 'in_operation', from: '2019-01-01' }],
};

const column = (path: string[], rest: Partial<Column> = {}): Column => ({
  id: columnId(site.id, path),
  siteId: site.id,
  unitId: housing.id,
  parentId: path.length > 1 ? columnId(site.id, path.slice(0, -1)) : null,
  path,
  url: null,
  class: 'interpretation',
  limit: null,
  level: path.length,
  minimumPerYear: null,
  activeFrom: null,
  activeTo: null,
  ...rest,
});

export const account = (name: string, rest: Partial<Account> = {}): Account => ({
  type: 'account',
  id: accountId(county.id, 'wechat', name, town.name),
  areaId: county.id,
  unitId: town.id,
  supervisingUnitId: null,
  platform: 'wechat',
  name,
  level: '乡镇',
  filing: 'filed',
  filedOn: '2019-12-31',
  filingNumber: null,
  states: [{ state: 'in_operation', from: '2019-01-01' }],
  adapter: 'feed',
  feedUrl: 'https://feeds.example/1',
  ...rest,
});

export const WORLD = {
  city,
  county,
  housing,
  town,
  site,
  column: column(['本级政策解读', '负责人解读'], { url: 'http://www.baishui.gov.cn/zj/jd/', limit: 'P6M', minimumPerYear: 2 }),
  account: account('东河发布'),
  register: {
    areas: [city, county],
    // Printing order is not the order of the file.
    units: [town, housing],
    sites: [site],
    columns: [
      column(['本级政策解读']),
      column(['本级政策解读', '负责人解读'], { url: 'http://www.baishui.gov.cn/zj/jd/', limit: 'P6M', minimumPerYear: 2 }),
    ],
    accounts: [
      account('东河发布'),
      account('东河文旅', { platform: 'douyin', filing: 'unknown', filedOn: null, adapter: 'sheet', feedUrl: null }),
    ],
  } satisfies Register,
};

/** One look at the home page of a site; `title` may be anything a page can hold. */
export function homeFact(at: string, title = '通知', channelId: string = site.id, subjectId: string = channelId): Fact<'home'> {
  return makeFact({
    kind: 'home',
    channelId,
    subjectId,
    at,
    source: site.url,
    how: 'http/1',
    blob: sha256(`${at}${title}`),
    data: {
      url: site.url,
      outcome: 'ok',
      items: [{ title, href: `${site.url}1.html`, date: '2022-12-01', dateSource: 'visible', pinned: false }],
      newestDate: '2022-12-01',
      navigationOnly: false,
    },
  });
}

export function observation(subjectId: string, rest: Partial<Observation> = {}): Observation {
  return {
    channelId: site.id,
    subjectType: 'column',
    subjectId,
    checkId: 'column-overdue',
    checkVersion: 1,
    clause: 'LC-2',
    sheet: 'langxi/1',
    day: '2022-12-27',
    verdict: 'pass',
    reason: null,
    findings: [],
    measured: { days: 3, limit: 'P6M', late: false, note: null },
    ...rest,
  };
}

export function problem(id: string, rest: Partial<Problem> = {}): Problem {
  return {
    id,
    areaId: county.id,
    unitId: housing.id,
    channelId: site.id,
    category: 'column_overdue',
    fingerprint: `print of ${id}`,
    placeLabel: '本级政策解读—负责人解读',
    placeUrl: null,
    text: '超半年未更新（2022-06-15）',
    measured: { lastUpdate: '2022-06-15', days: 195 },
    firstFoundOn: '2022-12-27',
    recurrenceOf: null,
    ...rest,
  };
}

export function event(problemId: string, seq: number, act: ProblemEvent['act'], rest: Partial<ProblemEvent> = {}): ProblemEvent {
  return {
    problemId,
    seq,
    act,
    at: '2022-12-27T01:00:00.000Z',
    day: '2022-12-27',
    by: { role: 'machine', unitId: null, name: '系统' },
    reason: null,
    data: { facts: ['f1', 'f2'], period: '2022-12' },
    ...rest,
  };
}

export const SNAPSHOT = {
  schema: 'mingcha/snapshot/1',
  area: '白水县',
  channels: [],
  problems: [],
  stock: { opening: 1, found: 0, reopened: 0, closed: 0, closing: 1, closedAs: { struckOff: 0, withdrawn: 0, exempted: 0 } },
} as unknown as Snapshot;

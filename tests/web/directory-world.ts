import { saveContact, saveFormerName, savePostHolder } from '../../src/app/directory/save-record.ts';
import type { App } from '../../src/app/open.ts';
import { stableId } from '../../src/core/id.ts';
import { makeFact } from '../../src/evidence/fact.ts';
import { noteHosts } from '../../src/store/external-hosts.ts';
import { insertFacts } from '../../src/store/facts.ts';
import { writeRegister } from '../../src/store/register.ts';
import { WORLD } from '../support/store-world.ts';

/** As long as a name gets: an office with its two name plates and the centre it houses. */
export const LONG_UNIT = '县农业农村局（县乡村振兴局、县畜牧兽医水产服务中心、县农业综合行政执法大队）';
export const HALL = { hallAddress: '白水县5G产业园政务服务中心一楼', hallPhone: '0797-7177965' };

export interface DirectoryWorld {
  areaId: string;
  housingId: string;
  siteId: string;
}

/** An area with the hall and one unit on record, a guide that shows another telephone of the hall, and `hosts` external sites. */
export async function seedDirectory(app: App, hosts: number): Promise<DirectoryWorld> {
  const { county, housing, town, site, column, register } = WORLD;
  const many = Array.from({ length: 40 }, (_, i) => ({
    ...town,
    id: `unit_many_${i}`,
    name: i === 0 ? LONG_UNIT : `第${i}镇`,
    aliases: [],
    order: i + 9,
  }));
  await writeRegister(app.db, { ...register, units: [...register.units, ...many] });
  const by = '李四';
  await saveContact(app, county.id, { unitId: null, fields: HALL, by });
  const fields = { receivingOffice: `${LONG_UNIT}办公室`, address: '白水县人民路8号行政中心东附楼三层', phone: '0797-3331111', fax: '无' };
  await saveContact(app, county.id, { unitId: housing.id, fields, by });
  await savePostHolder(app, county.id, { id: null, unitId: housing.id, name: '王小明', post: '局长', from: '2021-01-01', to: null, by });
  await saveFormerName(app, county.id, { id: null, name: '县规划建设局', until: '2019-03-31', now: '县住建局', by });
  const url = `${site.url}zn/1.html`;
  const about = { channelId: site.id, at: app.now(), source: url, how: 'http/1', blob: null };
  const values = [{ field: 'hallPhone' as const, value: '0797-7170000', belongsTo: null }];
  const data = { url, columnId: column.id, outcome: 'ok' as const, title: '信息公开指南', values, faxOffer: null, expected: [], owed: [] };
  await insertFacts(app.db, [makeFact<'guide'>({ kind: 'guide', ...about, subjectId: stableId('page', url), data })]);
  await noteHosts(app.db, site.id, met(hosts), app.now());
  return { areaId: county.id, housingId: housing.id, siteId: site.id };
}

/** Foreign sites, the first with a long address, and one each of the names that need no decision. */
const met = (hosts: number) => [
  host('ganzhou.gov.cn', 'http://www.ganzhou.gov.cn/'),
  host('people.com.cn', 'http://www.people.com.cn/'),
  ...Array.from({ length: hosts }, (_, i) =>
    host(`firm${i}.example`, i === 0 ? `http://www.firm0.example/${'path/'.repeat(40)}` : `http://www.firm${i}.example/`),
  ),
];

const host = (name: string, url: string) => ({
  name,
  url,
  foundOn: [{ url: `${WORLD.site.url}${name}.html`, text: '友情链接' }],
  foundOnCount: 7,
});

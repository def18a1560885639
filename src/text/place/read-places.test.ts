import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePlaces, shortName } from './place.ts';
import { placeProfile } from './place-profile.ts';
import { type PlacePage, readPlaces } from './read-places.ts';

const PLACES = parsePlaces(readFileSync(new URL('../data/places.tsv', import.meta.url), 'utf8'));
const XINFENG = placeProfile(PLACES, '信丰县', ['江西省']);
const page = (text: string, parts: Partial<PlacePage> = {}): PlacePage => ({ text, title: null, publisher: null, kind: null, ...parts });
const read = (body: string, parts?: Partial<PlacePage>) => {
  const text = [parts?.title, parts?.publisher, body].filter(Boolean).join('\n');
  return readPlaces(page(text, parts), XINFENG).map(({ found, files, start, end }) => {
    expect(text.slice(start, end)).toBe(found);
    return `${found}${files ? '' : '?'}`;
  });
};

describe('another area in the place of the own one', () => {
  it.each<[string, string, Partial<PlacePage>, string[]]>([
    ['basis, a titled document', '公开依据：根据《赣州市章贡区政务公开事项标准》编制。', {}, ['赣州市章贡区']],
    ['basis named outright', '本目录引用的文件依据为章贡区，与本镇无关。', {}, ['章贡区']],
    ['basis without brackets', '按照大余县养老服务办法执行。', {}, ['大余县']],
    ['basis of another province', '依据：《江苏省实施〈社会救助暂行办法〉细则》', {}, ['江苏省']],
    [
      'cell of a catalogue',
      '正平镇社会救助领域目录\n《章贡区城乡低保实施细则》',
      { title: '正平镇社会救助领域基层政务公开标准目录' },
      ['章贡区'],
    ],
    ['cell of a page marked as catalogue', '章贡区民政部门', { kind: 'catalogue' }, ['章贡区']],
    ['title of a document', '正文。', { title: '章贡区2024年度政务公开工作方案' }, ['章贡区']],
    ['headline, for a person', '正文。', { title: '章贡区春茶飘香' }, ['章贡区?']],
    ['publisher in the text', '发布机构：章贡区民政局', {}, ['章贡区']],
    ['publisher in the next cell', '发布机构：\n章贡区民政局', {}, ['章贡区']],
    ['publisher of the metadata, for a person', '正文。', { publisher: '大余县人民政府办公室' }, ['大余县?']],
    ['publisher of metadata and text', '发布机构：大余县人民政府办公室', { publisher: '大余县人民政府办公室' }, ['大余县']],
    ['publisher, written short', '发布机构：大余住建局', {}, ['大余?']],
    ['publisher written short in the next cell', '发布机构：\n大余住建局', {}, ['大余?']],
    ['signature, written short', '特此公告。\n大余民政局\n2024年4月3日', {}, ['大余?']],
    ['basis, written short', '依据《大余城乡低保实施细则》办理。', {}, ['大余?']],
    ['basis, written short behind its city', '依据《赣州大余低保细则》，根据大余养老服务办法执行。', {}, ['大余?', '大余?']],
    ['address, written short', '办公地址：大余建设路1号', {}, ['大余?']],
    ['signature', '特此公告。\n大余县民政局\n2024年4月3日', {}, ['大余县']],
    ['own address in a guide', '办公地址：赣州市章贡区长征大道1号', { kind: 'guide' }, ['赣州市章贡区']],
    ['own address elsewhere, for a person', '联系地址：赣州市章贡区长征大道1号', {}, ['赣州市章贡区?']],
    ['我县 with another name', '我县（大余县）认真落实。', {}, ['大余县']],
    ['a document of another place, for a person', '根据《上海市城乡规划条例》，上海市各部门执行。上海市人民政府。', {}, ['上海市?']],
    ['a template of others, for a person', '大余县各部门要抓好落实。大余县办公室负责解释。', {}, ['大余县?']],
  ])('%s', (_name, text, parts, expected) => expect(read(text, parts)).toEqual(expected));
});

describe('another area rightly named', () => {
  it.each<[string, string, Partial<PlacePage>]>([
    ['a visit', '4月9日，信丰县组织两镇一行7人前往大余县、定南县考察学习。', { title: '两镇赴大余县考察学习', kind: 'news' }],
    ['a visit told by short names', '前往大余、定南考察。', {}],
    ['visitors', '大余县党政代表团来我县考察，大余县领导参加。', { title: '大余县党政代表团来我县考察' }],
    ['one mention in running text', '产品销往章贡区和周边地区。', {}],
    ['a list of places', '依据《章贡区标准》《大余县标准》《上犹县标准》比较后制定。', {}],
    ['learning from others', '参照章贡区做法，结合信丰县实际制定。', {}],
    ['cooperation', '信丰县与南山区签订对口合作协议。', { title: '南山区对口合作工作座谈会召开' }],
    ['where somebody comes from', '张某，男，江西省大余县人，大余县籍。', {}],
    ['a case handed over', '根据大余县公安局移送的线索，依法立案。', {}],
    ['a judgment', '根据《章贡区人民法院民事判决书》，予以公告。', {}],
    ['address of a winner', '中标供应商：某公司\n联系地址：赣州市章贡区长征大道1号', {}],
    ['own area, city and province as basis', '根据《江西省政务公开条例》《赣州市政务公开办法》《信丰县实施细则》', { title: '信丰县目录' }],
    ['own name in the title too', '正文。', { title: '信丰县与大余县联合开展执法的通知' }],
    ['a word and no county', '负责管理县和县以下单位，信息县级以上公开，江西城区改造，街道县道建设。', { kind: 'catalogue' }],
    ['an ordinary word', '依据城区规划，按照郊区标准。', { kind: 'catalogue' }],
    ['a market', '根据大石桥市场管理办法。', {}],
    ['who is charged in a city’s document', '（责任单位：章贡区政府、大余县政府）落实全市部署。责任单位：章贡区。', {}],
    ['a policy carried out elsewhere', '贯彻落实在章贡区建立监督制度的要求。', {}],
    ['a visit in a column of news', '信丰一行赴大余考察。大余县领导介绍情况。\n大余融媒体中心\n2024年4月3日', { kind: 'news' }],
    ['metadata of a news item', '大余县脐橙丰收。', { kind: 'news', publisher: '大余县人民政府办公室' }],
    ['metadata of a reprint', '大余县脐橙丰收。', { publisher: '大余县融媒体中心' }],
    ['metadata of the own county', '正文。', { publisher: '信丰县人民政府办公室' }],
    ['a short name in running text', '产品销往大余和周边地区，大余客商前来。', {}],
    ['a road named like a county', '办公地址：章贡路8号', {}],
    ['a road further on', '办公地址：大余北路8号', {}],
    ['a house named like a county', '办公地址：章贡大厦8楼', {}],
    ['a town of one’s own named like a county', '发布机构：石泉党政办\n石泉镇开展走访。', {}],
    ['the town by its full name', '发布机构：石泉镇人民政府', {}],
    ['a firm named like a county', '落款单位\n大余集团公司\n2024年4月3日', {}],
    ['an ordinary word that is a county’s short name', '发布机构：和平办公室\n办公地址：朝阳楼3号\n依据《长安规定》', {}],
    ['own city and county, written short', '发布机构：信丰住建局\n办公地址：赣州信丰建设路1号', {}],
    ['news of a reprint', '大余县脐橙丰收。大余县果农说。', { kind: 'news' }],
  ])('%s', (_name, text, parts) => expect(read(text, parts)).toEqual([]));
});

it('a city finds no fault with its own counties', () => {
  const city = placeProfile(PLACES, '赣州市');
  expect(readPlaces(page('章贡区目录\n根据《章贡区办法》', { title: '章贡区目录' }), city)).toEqual([]);
});

describe('an area the table does not tell for sure', () => {
  it('shares its name: all that bear it are the own one, and their cities', () => {
    const either = placeProfile(PLACES, '鼓楼区');
    expect(readPlaces(page('根据《南京市鼓楼区办法》《福州市鼓楼区办法》'), either)).toEqual([]);
    const one = placeProfile(PLACES, '鼓楼区', ['南京市']);
    expect(one.own.code).toBe('320106');
    expect(readPlaces(page('根据《福州市鼓楼区办法》'), one).map(({ found }) => found)).toEqual(['福州市鼓楼区']);
  });
  it('is not in the table: what stands above it is not foreign, nor a namesake elsewhere', () => {
    const sample = placeProfile(PLACES, '云溪县', ['江西省', '青石市']);
    expect(readPlaces(page('根据《江西省云溪县办法》《赣州市章贡区办法》制定'), sample)).toEqual([]);
    expect(readPlaces(page('根据《长沙县办法》制定'), sample)).toMatchObject([{ found: '长沙县', suggestion: null }]);
    expect(readPlaces(page('根据《长沙县办法》制定'), placeProfile(PLACES, '某某区'))).toEqual([]);
    expect(readPlaces(page('依据《白水县办法》制定'), placeProfile(PLACES, '白水县', ['青石市']))).toEqual([]);
  });
});

it.each([
  ['章贡区', '章贡'],
  ['道县', '道县'],
  ['恩施土家族苗族自治州', '恩施'],
  ['连山壮族瑶族自治县', '连山'],
  ['赣州市', '赣州'],
])('short form of %s', (full, short) => expect(shortName(full)).toBe(short));

it('a wrong row of the table is named', () => expect(() => parsePlaces('11\t北京市\t\n1x\t某县\t')).toThrow('第 2 行'));

const NOTICES = new URL('../../../../shared/seeds/notices/', import.meta.url);
const hasSeeds = existsSync(NOTICES);
if (!hasSeeds) console.warn('Seeds are absent: place findings over the five notices are not tested.');

describe.skipIf(!hasSeeds)('the five notices, each by its own area', () => {
  const AREAS: Record<string, readonly [string, ...string[]]> = {
    'xinfeng-2024-04': ['信丰县', '江西省'],
    'cangxi-2020-q1': ['苍溪县', '四川省'],
    'langxi-2022-12': ['郎溪县', '安徽省'],
    'shiquan-2023-q1': ['石泉县', '陕西省'],
    'xiangtan-2022-q3': ['湘潭市', '湖南省'],
  };
  it('finds the reported 章贡区 and nothing else', () => {
    const found = readdirSync(NOTICES).flatMap((file) => {
      const [name, ...above] = AREAS[file.replace(/\.md$/, '')] ?? [];
      if (name === undefined) return [];
      const text = readFileSync(new URL(file, NOTICES), 'utf8');
      const title = /^# (.*)$/m.exec(text)?.[1] ?? null;
      return readPlaces(page(text, { title }), placeProfile(PLACES, name, above)).map((one) => `${file}: ${one.found}`);
    });
    expect(found).toEqual(['xinfeng-2024-04.md: 章贡区']);
  });
});

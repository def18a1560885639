import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePlaces } from '../place/place.ts';
import { compileNames } from './compile-names.ts';
import { type NamesLists, namesEpoch } from './office.ts';

const PLACES = new Set(parsePlaces(readFileSync(new URL('../data/places.tsv', import.meta.url), 'utf8')).map(({ name }) => name));
const office = (name: string, ...aliases: string[]) => ({ name, aliases });
const LISTS: NamesLists = {
  area: '信丰县',
  offices: [
    office('县民政局'),
    office('县水利局'),
    office('县农业农村局'),
    office('县退役军人事务局', '县退役军人局'),
    office('县住建局', '县住房和城乡建设局'),
    office('县市场监督管理局', '县市场监管局'),
    office('县果业发展服务中心'),
    office('县乡村振兴局'),
    office('大塘埠镇'),
    office('大桥镇'),
  ],
  formerNames: [
    { name: '县扶贫办', until: '2021-06-30', now: '县乡村振兴局' },
    { name: '县规划局', until: '2019-03-31', now: null },
  ],
  postHolders: [
    { name: '王小明', post: '党组书记、局长', unit: '县民政局', from: '2021-01-01', to: null },
    { name: '李海', post: '局长', unit: '县水利局', from: null, to: '2023-12-31' },
    { name: '周立新', post: '局长', unit: '县水利局', from: '2024-01-01', to: null },
    { name: '陈建国', post: '县长', unit: null, from: null, to: null },
  ],
  places: PLACES,
  day: '2024-04-30',
};
const read = compileNames(LISTS);
const told = (text: string, reader = read) =>
  reader(text).map(({ found, suggestion, kind, start, end }) => {
    expect(text.slice(start, end)).toBe(found);
    return `${kind} ${found} → ${suggestion}`;
  });

describe('names of units', () => {
  it.each([
    ['a homophone', '由县退疫军人事务局负责。', 'unit-name 县退疫军人事务局 → 县退役军人事务局'],
    ['in the full form', '信丰县农业农忖局印发通知。', 'unit-name 信丰县农业农忖局 → 信丰县农业农村局'],
    ['a letter missing', '县市场督管理局开展检查。', 'unit-name 县市场督管理局 → 县市场监督管理局'],
    ['a letter doubled', '县农业农农村局开展检查。', 'unit-name 县农业农农村局 → 县农业农村局'],
    ['two swapped', '县果业发展务服中心。', 'unit-name 县果业发展务服中心 → 县果业发展服务中心'],
    ['a short name that sounds alike', '报县水力局备案。', 'unit-name 县水力局 → 县水利局'],
    ['a town', '在大塘阜镇召开。', 'unit-name 大塘阜镇 → 大塘埠镇'],
  ])('%s', (_name, text, expected) => expect(told(text)).toEqual([expected]));

  it.each([
    ['right names and short forms', '县民政局、县退役军人局、县住房和城乡建设局、县市场监管局、大桥镇。'],
    ['units of other areas', '南康区民政局、大余县水利局、西丰县民政局、赣州市水利局、省农业农村厅。'],
    ['other units of the same kind', '县林业局、县农机局、县审计局、县人民法院、县渔业局。'],
    ['a slip in the name of another area’s unit', '大余县水力局。'],
    ['ordinary words', '水利工程，农业农村工作，市场监督和管理，退役军人安置事务。'],
  ])('%s are no findings', (_name, text) => expect(told(text)).toEqual([]));
});

describe('former names', () => {
  it('after its last day a former name is told with the present one', () => {
    expect(told('县扶贫办要抓好落实。')).toEqual(['former-unit-name 县扶贫办 → 县乡村振兴局']);
    expect(told('信丰县扶贫办要抓好落实。')).toEqual(['former-unit-name 信丰县扶贫办 → 信丰县乡村振兴局']);
    expect(told('报县规划局审批。')).toEqual(['former-unit-name 县规划局 → null']);
  });
  it.each([
    ['said to be former', '原县扶贫办的职责。'],
    ['the renaming itself', '县扶贫办更名为县乡村振兴局。'],
    ['a year in which it was right', '2019年，县扶贫办组织培训。'],
    ['a document of then', '根据《县扶贫办关于培训的通知》执行。'],
    ['another area’s', '大余县扶贫办来函。'],
  ])('%s is no finding', (_name, text) => expect(told(text)).toEqual([]));
  it.each([
    ['2021-06-30', 0],
    ['2021-07-01', 1],
  ])('on %s: %i', (day, count) => expect(compileNames({ ...LISTS, day })('县扶贫办发出通知。')).toHaveLength(count));
});

describe('people beside their posts', () => {
  it.each([
    ['a wrong letter', '县民政局局长王小名主持会议。', 'person-name 王小名 → 王小明'],
    ['name before the post', '会上，民政局王晓明局长讲话。', 'person-name 王晓明 → 王小明'],
    ['the head of the area', '县长陈健国出席。', 'person-name 陈健国 → 陈建国'],
    ['a post he has left', '县水利局局长李海讲话。', 'person-name 李海 → 周立新'],
    ['deputy for head', '县民政局副局长王小明讲话。', 'person-name 王小明 → null'],
  ])('%s', (_name, text, expected) => expect(told(text)).toEqual([expected]));

  it.each([
    ['the right name', '县民政局党组书记、局长王小明，县长陈建国。'],
    ['another person', '县民政局局长张大海讲话；县财政局局长王小名；县民政局局长王小明、县财政局局长王晓明。'],
    ['in the past', '时任县水利局局长李海讲话；原县水利局局长李海。'],
    ['somebody else’s post', '镇长王小名参加。'],
    ['a person without a post', '村民王小名、陈健国。'],
  ])('%s is no finding', (_name, text) => expect(told(text)).toEqual([]));
  it.each([
    ['2023-12-31', 0],
    ['2024-01-01', 1],
  ])('the last day of a post, on %s: %i', (day, count) =>
    expect(compileNames({ ...LISTS, day })('县水利局局长李海讲话。')).toHaveLength(count),
  );
});

it('one reader serves all days between two changes', () => {
  expect(namesEpoch(LISTS, '2024-04-30')).toBe(namesEpoch(LISTS, '2024-02-01'));
  expect(namesEpoch(LISTS, '2021-06-30')).not.toBe(namesEpoch(LISTS, '2021-07-01'));
  expect(namesEpoch(LISTS, '2023-12-31')).not.toBe(namesEpoch(LISTS, '2024-01-01'));
  expect(namesEpoch(LISTS, '2020-12-31')).not.toBe(namesEpoch(LISTS, '2021-01-01'));
});

const SEEDS = new URL('../../../../shared/seeds/', import.meta.url);
const hasSeeds = existsSync(SEEDS);
if (!hasSeeds) console.warn('Seeds are absent: names over the notices are not tested.');

describe.skipIf(!hasSeeds)('the notices, each with its own units', () => {
  const AREAS: Record<string, string> = {
    'xinfeng-2024-04': '信丰县',
    'cangxi-2020-q1': '苍溪县',
    'langxi-2022-12': '郎溪县',
    'shiquan-2023-q1': '石泉县',
  };
  it('raise no finding', () => {
    const found = readdirSync(new URL('data/', SEEDS)).flatMap((file) => {
      const area = AREAS[file.replace(/\.json$/, '')];
      if (area === undefined) return [];
      const { units } = JSON.parse(readFileSync(new URL(`data/${file}`, SEEDS), 'utf8')) as {
        units: { name: string; aliases: string[] }[];
      };
      const reader = compileNames({ ...LISTS, area, offices: units, formerNames: [], postHolders: [], day: '2024-04-30' });
      const text = readFileSync(new URL(`notices/${file.replace(/json$/, 'md')}`, SEEDS), 'utf8');
      return text.split('\n').flatMap((line) => reader(line).map((one) => `${file}: ${one.found} → ${one.suggestion}`));
    });
    expect(found).toEqual([]);
  });
});

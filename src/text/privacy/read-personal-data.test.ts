import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { maskNumber, maskPersonal } from './mask-personal.ts';
import { readPersonalData } from './read-personal-data.ts';
import { card, identity } from './testing/numbers.ts';

const people = ['王小明', '李红', '张伟', '赵丽'].map((name, i) => ({
  name,
  id: identity(`5108241990010100${i}`),
  old: `51082490010100${i}`,
  card: card(`62284800601234567${i}`),
  account: `8810012000123456${i}`,
  mobile: `1391234567${i}`,
}));
type Person = (typeof people)[number];
const sheet = (heads: string, row: (person: Person) => string): string => [heads, ...people.map(row)].join('\n');
const told = (text: string): string[] => [
  ...new Set(readPersonalData(text).map(({ kind, severity, files }) => `${kind} ${severity}${files ? ' files' : ''}`)),
];

describe('lists in attachments', () => {
  it.each<[string, string, string[]]>([
    ['of people who get money (seeds Q08)', sheet('姓名\t身份证号\t金额', (p) => `${p.name}\t${p.id}\t500`), ['identity-number 2 files']],
    ['old numbers under their head', sheet('姓名\t身份证号\t金额', (p) => `${p.name}\t${p.old}\t500`), ['identity-number 2 files']],
    ['old numbers under another head', sheet('姓名\t编号\t金额', (p) => `${p.name}\t${p.old}\t500`), []],
    ['bank cards', sheet('户主\t银行卡号\t金额', (p) => `${p.name}\t${p.card}\t500`), ['bank-card 2 files']],
    ['accounts without check digit', sheet('户主\t一卡通账号\t金额', (p) => `${p.name}\t${p.account}\t500`), ['bank-card 2']],
    ['accounts of units', sheet('单位名称\t账号\t金额', (p) => `某县第${people.indexOf(p)}公司\t${p.account}\t500`), []],
    ['mobiles of recipients', sheet('序号\t姓名\t联系电话\t补贴金额', (p) => `1\t${p.name}\t${p.mobile}\t500`), ['mobile-number 2 files']],
    ['mobiles beside names', sheet('姓名\t电话', (p) => `${p.name}\t${p.mobile}`), ['mobile-number 3']],
    [
      'the head below a title',
      sheet('2023年补贴发放公示表\n序号\t姓名\t联系电话\t金额', (p) => `1\t${p.name}\t${p.mobile}\t500`),
      ['mobile-number 2 files'],
    ],
    ['roster of an office', sheet('姓名\t职务\t联系电话', (p) => `${p.name}\t科员\t${p.mobile}`), []],
    ['people in charge', sheet('河流\t河长姓名\t联系电话', (p) => `东河\t${p.name}\t${p.mobile}`), []],
    ['covered', sheet('姓名\t身份证号\t电话', (p) => `${p.name}\t510824********0012\t139****5670`), []],
    ['amounts and counts', sheet('姓名\t金额\t面积', (p) => `${p.name}\t1234567890\t123456789012`), []],
  ])('%s', (_name, text, expected) => expect(told(text)).toEqual(expected));

  it('every row is found at its place', () => {
    const text = sheet('姓名\t身份证号\t开户账号\t电话', (p) => `${p.name}\t${p.id}\t${p.card}\t${p.mobile}`);
    const words = readPersonalData(text).map(({ start, end }) => text.slice(start, end));
    expect(words).toEqual(people.flatMap((p) => [p.id, p.card, p.mobile]));
  });
});

describe('tables of a page, one line a cell', () => {
  const page = (heads: string[]): string => [...heads, ...people.flatMap((p) => [p.name, p.mobile])].join('\n');
  it('bare numbers below the head of an office are its own', () => expect(told(page(['科室', '负责人', '办公电话']))).toEqual([]));
  it('others are for a person to judge', () => expect(told(page(['姓名', '号码']))).toEqual(['mobile-number 4']));
});

describe('masking', () => {
  it.each([
    ['139****5670', '13912345670'],
    ['139 **** 5670', '139 1234 5670'],
    [`510${'*'.repeat(11)}0012`, '510824199001010012'],
    ['12****78', '12345678'],
  ])('%s', (masked, number) => expect(maskNumber(number)).toBe(masked));

  it('covers every number of a text, office ones too, and keeps its length', () => {
    const text = `咨询电话：${people[0]?.mobile}；张三${people[1]?.id}，账号881001200012345678，电话0839-5222222，川府发〔2023〕12号`;
    const masked = maskPersonal(text);
    expect(masked).toHaveLength(text.length);
    expect(masked).toBe(
      `咨询电话：139****5670；张三510***********${people[1]?.id.slice(-4)}，账号881***********5678，电话0839-5222222，川府发〔2023〕12号`,
    );
  });
});

it('texts made to be slow to read are read in time', () => {
  const began = process.cpuUsage();
  for (const text of ['1'.repeat(200_000), '1 '.repeat(50_000), '1234 '.repeat(40_000), '1\t'.repeat(50_000), '住址：区'.repeat(20_000)])
    readPersonalData(text);
  const { user, system } = process.cpuUsage(began);
  expect((user + system) / 1e6).toBeLessThan(5);
});

const NOTICES = new URL('../../../../shared/seeds/notices/', import.meta.url);
const here = existsSync(NOTICES);
if (!here) console.warn('skipped: no shared notices beside the repository');
it.skipIf(!here)('notices of offices hold no personal data beyond their own contacts', () => {
  for (const name of readdirSync(NOTICES)) expect(readPersonalData(readFileSync(new URL(name, NOTICES), 'utf8')), name).toEqual([]);
});

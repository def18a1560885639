import type { CalendarDate } from '../core/date.ts';
import type { FactData } from '../evidence/facts.ts';
import { check } from './guide-fields.ts';
import { column, fact, SITE, testCheck } from './lib/case-table.ts';

const guides = column({ path: ['信息公开指南'], class: 'guide', limit: null });
const at = '2024-04-30';
const subject = { column: guides, site: SITE };
const HALL = '信丰县5G产业园政务服务中心一楼';
const PHONE = '0797—7177965';

const look = (day: CalendarDate, data: Partial<FactData<'guide'>>, url = 'http://zjj.example.gov.cn/zn/1.html') =>
  fact('guide', day, {
    url,
    columnId: guides.id,
    outcome: 'ok',
    title: '县统计局信息公开指南',
    values: [],
    faxOffer: null,
    expected: [
      { field: 'hallAddress', value: HALL },
      { field: 'hallPhone', value: PHONE },
    ],
    owed: [],
    ...data,
  });
const stated = (address: string, phone: string, belongsTo: string | null = null): FactData<'guide'>['values'] => [
  { field: 'hallAddress', value: address, belongsTo },
  { field: 'hallPhone', value: phone, belongsTo },
];

testCheck(check, [
  {
    name: 'the hall with address and telephone of the county office',
    at,
    subject,
    facts: [look(at, { values: stated('信丰县府前路1号', '0797-3330000', '县政府办') })],
    verdict: 'fail',
    level: 'problem',
    texts: [
      `信息公开指南中政务服务厅地址写成“信丰县府前路1号”（与县政府办登记的相同），应为“${HALL}”`,
      `信息公开指南中政务服务厅电话写成“0797-3330000”（与县政府办登记的相同），应为“${PHONE}”`,
    ],
    measured: { wrong: 2, right: 0 },
  },
  {
    name: 'the right values, written otherwise',
    at,
    subject,
    facts: [look(at, { values: stated('5G产业园县政务服务中心1楼', '（0797）7177965') })],
    verdict: 'pass',
  },
  {
    name: 'another unit as receiving office',
    at,
    subject,
    facts: [
      look(at, {
        values: [{ field: 'receivingOffice', value: '信丰县教育体育局办公室', belongsTo: '县教体局' }],
        expected: [{ field: 'receivingOffice', value: '信丰县乡村振兴局办公室' }],
      }),
    ],
    verdict: 'fail',
    texts: ['信息公开指南中受理机构写成“信丰县教育体育局办公室”（是县教体局的机构），应为“信丰县乡村振兴局办公室”'],
  },
  {
    name: 'a fax offered without a number',
    at,
    subject,
    facts: [look(at, { values: stated(HALL, PHONE), faxOffer: '2.传真申请。' })],
    verdict: 'fail',
    texts: ['信息公开指南写明可用传真（“2.传真申请。”），却没有传真号码'],
  },
  {
    name: 'wrong at an earlier look, right today',
    at,
    subject,
    facts: [look('2024-04-29', { values: stated(HALL, '0797-3330000') }), look(at, { values: stated(HALL, PHONE) })],
    verdict: 'pass',
  },
  {
    name: 'wrong at an earlier look, taken away today',
    at,
    subject,
    facts: [look(at, { values: stated(HALL, PHONE).slice(0, 1), owed: [{ field: 'hallPhone', found: '0797-3330000' }] })],
    verdict: 'fail',
    texts: [`信息公开指南中政务服务厅电话曾写成“0797-3330000”，现已删去，但没有写上“${PHONE}”`],
  },
  {
    name: 'no record of anything',
    at,
    subject,
    facts: [look(at, { values: stated('某处', '0797-1'), expected: [] })],
    verdict: 'cannot-tell',
    reason: 'needs-person',
  },
  {
    name: 'written so that only a person can tell',
    at,
    subject,
    facts: [
      look(at, {
        values: [{ field: 'address', value: '云溪县人民路民政局院内', belongsTo: null }],
        expected: [{ field: 'address', value: '云溪县人民路民政局办公楼内' }],
      }),
    ],
    verdict: 'cannot-tell',
    reason: 'needs-person',
    texts: ['信息公开指南中办公地址“云溪县人民路民政局院内”与登记的“云溪县人民路民政局办公楼内”写法不同，请人工看是不是同一处'],
    level: 'note',
  },
  { name: 'looked at 7 days ago', at, subject, facts: [look('2024-04-23', { values: stated(HALL, PHONE) })], verdict: 'pass' },
  {
    name: 'looked at 8 days ago',
    at,
    subject,
    facts: [look('2024-04-22', { values: stated(HALL, PHONE) })],
    verdict: 'not-run',
    reason: 'no-evidence',
  },
  { name: 'not opened', at, subject, facts: [look(at, { outcome: 'blocked' })], verdict: 'not-run', reason: 'blocked' },
  { name: 'a column of another class', at, subject: { ...subject, column: column() }, facts: [], verdict: 'not-applicable' },
  {
    name: 'the application column, without a guide',
    at,
    subject: { ...subject, column: column({ path: ['依申请公开'], class: 'guide' }) },
    facts: [],
    verdict: 'not-applicable',
  },
]);

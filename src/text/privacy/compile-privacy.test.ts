import { describe, expect, it } from 'vitest';
import { compilePrivacy } from './compile-privacy.ts';
import { isIdentityNumber } from './identity-number.ts';
import { card, identity, sequence, spoilt } from './testing/numbers.ts';

const read = compilePrivacy();
const ID = identity('51082419900101001');
const ID_X = Array.from({ length: 99 }, (_, i) =>
  identity(`341822198512${String(i % 28 || 1).padStart(2, '0')}0${String(i).padStart(2, '0')}`),
).find((id) => id.endsWith('X')) as string;
const OLD_PREFECTURE = identity('51292119680203123');
const CARD = card('622848006012345678');
const CARD_16 = card('622202400001234');
const OLD_CARD = card('955880240000123456');
const MOBILE = '13912345670';

/** Kind, severity and whether it may file, of each finding; nothing for none. */
const CASES: readonly (readonly [name: string, block: string, findings: string])[] = [
  // identity numbers
  ['labelled', `身份证号：${ID}`, 'identity-number 2 files'],
  ['bare in a cell', ID, 'identity-number 2 files'],
  ['last place X', `公民身份号码${ID_X}。`, 'identity-number 2 files'],
  ['last place x', ID_X.toLowerCase(), 'identity-number 2 files'],
  ['of a prefecture long gone', OLD_PREFECTURE, 'identity-number 2 files'],
  ['parted at the date', `身份证 ${ID.slice(0, 6)} ${ID.slice(6, 14)} ${ID.slice(14)}`, 'identity-number 2 files'],
  ['a blank after every digit', [...ID].join(' '), 'identity-number 2 files'],
  ['full-width', [...ID].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(''), 'identity-number 2 files'],
  ['behind a pupil letter', `学籍号G${ID}`, 'identity-number 2 files'],
  ['within a certificate of disability', `残疾人证号：${ID}43`, 'identity-number 2 files'],
  ['two in a row', `张三 ${ID}、李四 ${OLD_PREFECTURE}`, 'identity-number 2 files, identity-number 2 files'],
  ['called a serial number', `编号：${ID}`, 'identity-number 2'],
  ['old kind with its name', '身份证号：510824900101001', 'identity-number 2'],
  ['old kind without a word', '510824900101001', ''],
  ['wrong check digit', `身份证号：${spoilt(ID)}`, ''],
  ['no such province', identity('99082419900101001'), ''],
  ['no such city', identity('11082419900101001'), ''],
  ['no such day', identity('51082419900230001'), ''],
  ['born in another century', identity('51082418900101001'), ''],
  ['covered', `${ID.slice(0, 6)}********${ID.slice(14)}`, ''],
  ['part of a longer number', `7${ID}`, ''],
  ['followed by more digits', `${ID}88`, ''],
  ['order number with a dash', `2023-${ID}`, ''],
  ['behind letters', `NO${ID}`, ''],
  ['in an address', `http://example.gov.cn/art/${ID}.html`, ''],
  ['in a query', `id=${ID}`, ''],
  ['file name', `附件/${ID}.jpg`, ''],
  ['credit code of digits', `统一社会信用代码：${ID}`, ''],
  ['credit code', '统一社会信用代码 91510824MA6XXXXX1Q', ''],
  // bank cards
  ['card with a word', `银行卡号：${CARD}`, 'bank-card 2 files'],
  ['card of 16 digits', `账号：${CARD_16}`, 'bank-card 2 files'],
  [
    'card in fours',
    `卡号 ${CARD.slice(0, 4)} ${CARD.slice(4, 8)} ${CARD.slice(8, 12)} ${CARD.slice(12, 16)} ${CARD.slice(16)}`,
    'bank-card 2 files',
  ],
  ['bank and account', `开户行：某农商行，账号：${CARD}`, 'bank-card 2 files'],
  ['card of an older kind', `工资卡账号：${OLD_CARD}`, 'bank-card 2'],
  ['long card without a word', `张三 ${CARD}`, 'bank-card 2'],
  ['short card without a word', `张三 ${CARD_16}`, ''],
  ['last digit wrong', `银行卡号：${spoilt(CARD)}`, ''],
  ['account of a unit', `户名：某县财政局 开户行：某银行 账号：${CARD}`, ''],
  ['account to pay into', `缴费账户：${CARD}`, ''],
  ['account for donations', `捐赠账号：${CARD}`, ''],
  ['order number', `订单号：${CARD}`, ''],
  // mobile numbers
  ['of an applicant', `申请人张某，手机${MOBILE}`, 'mobile-number 2'],
  ['beside an identity number', `${ID}，${MOBILE}`, 'identity-number 2 files, mobile-number 2'],
  ['beside a name', `王小明 ${MOBILE}`, 'mobile-number 3'],
  ['several people', `王小明 139 1234 5670、李红 138-1234-5671、张伟 ${MOBILE}`, 'mobile-number 3, mobile-number 3, mobile-number 3'],
  ['without a word', `（${MOBILE}）`, 'mobile-number 4'],
  ['for enquiries', `咨询电话：${MOBILE}`, ''],
  ['for complaints', `监督举报电话：0839-5222222，${MOBILE}`, ''],
  ['of an office', `办公电话 ${MOBILE}`, ''],
  ['person to ask', `联系人：王小明，联系电话：${MOBILE}`, ''],
  ['to be called', `如有疑问，请拨打${MOBILE}`, ''],
  ['covered mobile', '13912**5670，139****5670', ''],
  ['not given to any operator', '张三 14012345670', ''],
  ['part of a serial number', `NO.2023${MOBILE}`, ''],
  ['mail address', `${MOBILE}@example.com`, ''],
  ['office telephone', '电话：0839-5222222，传真：08395222223', ''],
  // home addresses
  ['home down to the door', '家庭住址：某县陵江镇红军路12号3单元502室', 'personal-address 3'],
  ['home without a door', '现住址：某县陵江镇柳池村', ''],
  ['where an office is', '地址：某县陵江镇红军路12号3楼302室', ''],
  // all the rest
  ['dates and numbers of documents', '川府发〔2023〕12号，2023-01-04 10:20:30，共 1234567890123 元', ''],
  ['index number', '索引号：11341722003251630P/202301-00012', ''],
];

describe('personal data in a block', () => {
  it.each(CASES)('%s', (_name, block, expected) => {
    const findings = read(block);
    expect(findings.map(({ kind, severity, files }) => `${kind} ${severity}${files ? ' files' : ''}`).join(', ')).toBe(expected);
  });

  it('keeps the exact place, and shows nothing in the clear', () => {
    const block = `张三，身份证号：${ID}，银行卡号：${CARD}，手机${MOBILE}`;
    const findings = read(block);
    expect(findings.map(({ start, end }) => block.slice(start, end))).toEqual([ID, CARD, MOBILE]);
    expect(findings.map(({ found }) => found)).toEqual([
      `510${'*'.repeat(11)}${ID.slice(-4)}`,
      `622${'*'.repeat(12)}${CARD.slice(-4)}`,
      '139****5670',
    ]);
    const shown = JSON.stringify(findings);
    for (const number of [ID, CARD, MOBILE]) expect(shown).not.toContain(number.slice(3, -4));
  });

  it('hardly any string of digits is taken for an identity number', () => {
    const next = sequence(7);
    const random = (): string => Array.from({ length: 18 }, () => Math.floor(next() * 10)).join('');
    const taken = Array.from({ length: 200_000 }, random).filter(isIdentityNumber).length;
    expect(taken / 200_000).toBeLessThan(5e-5);
  });
});

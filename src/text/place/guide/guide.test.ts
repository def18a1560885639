import { describe, expect, it } from 'vitest';
import type { GuideField } from '../../../core/guide-field.ts';
import { compareGuide, type ExpectedValue } from './compare-guide.ts';
import { likeness } from './compare-values.ts';
import { readGuideFields } from './read-guide.ts';
import { guideFindings } from './tell-guide.ts';

const read = (text: string) => {
  const { values, faxWithoutNumber } = readGuideFields(text);
  for (const { value, start, end } of values) expect(text.slice(start, end)).toBe(value);
  if (faxWithoutNumber) expect(text.slice(faxWithoutNumber.start, faxWithoutNumber.end)).toBe(faxWithoutNumber.text);
  return Object.fromEntries(values.map(({ field, value }) => [field, value]));
};

describe('reading a guide', () => {
  it('a line each, full-width colons, spaced labels', () => {
    const text = [
      '（一）受理机构',
      '受理机构名称：云溪县民政局办公室',
      '地　　址：云溪县人民路8号民政大楼203室',
      '通讯地址：云溪县人民路8号',
      '电 话：（0558）6543210',
      '传　真：0558—6543211',
      '邮　编：２３６０００',
      '办公时间：周一至周五上午8：00-12：00，下午2：30-5：30（法定节假日除外）',
      '电子信箱：mzj@yunxi.gov.cn',
    ].join('\n');
    expect(read(text)).toEqual({
      receivingOffice: '云溪县民政局办公室',
      address: '云溪县人民路8号民政大楼203室',
      mailAddress: '云溪县人民路8号',
      phone: '（0558）6543210',
      fax: '0558—6543211',
      postcode: '２３６０００',
      hours: '周一至周五上午8：00-12：00，下午2：30-5：30（法定节假日除外）',
      email: 'mzj@yunxi.gov.cn',
    });
  });

  it('several in one sentence, several numbers', () => {
    expect(
      read(
        '本机关受理机构为云溪县司法局办公室，办公地址：云溪县新华路3号，邮政编码：236001；联系电话：0558-6543210、6543212；传真号码：0558-6543211。',
      ),
    ).toEqual({
      receivingOffice: '云溪县司法局办公室',
      address: '云溪县新华路3号',
      postcode: '236001',
      phone: '0558-6543210、6543212',
      fax: '0558-6543211',
    });
  });

  it('cells of a table', () => {
    expect(
      read('受理机构\n云溪县水利局办公室\n办公地址\n云溪县滨河路1号\n联系电话/传真\n0558-6543210\n办公时间\n8:00-12:00,14:30-17:30'),
    ).toMatchObject({
      receivingOffice: '云溪县水利局办公室',
      address: '云溪县滨河路1号',
      hours: '8:00-12:00,14:30-17:30',
    });
  });

  it('a table with its labels in a head row', () => {
    const hall =
      '查阅场所\n场所名称\n地址\n联系电话\n云溪县档案馆\n云溪县西街1号\n0558-1111111\n云溪县政务服务中心\n云溪县兴业路2号\n0558-7654321\n二、其他';
    expect(read(hall)).toEqual({ hallAddress: '云溪县兴业路2号', hallPhone: '0558-7654321' });
    const own = '受理机构\n办公地址\n联系电话\n云溪县水利局办公室\n云溪县滨河路1号\n0558-6543210';
    expect(read(own)).toEqual({ receivingOffice: '云溪县水利局办公室', address: '云溪县滨河路1号', phone: '0558-6543210' });
  });

  it('an empty cell does not shift the next', () => {
    expect(read('联系电话\n0558-6543210\n传真\n邮政编码\n236000')).toEqual({ phone: '0558-6543210', postcode: '236000' });
  });

  it('one number for telephone and fax', () => {
    expect(read('电话（传真）：0558-6543210')).toEqual({ phone: '0558-6543210', fax: '0558-6543210' });
  });

  it.each([
    ['by a name line', '3.云溪县政务服务中心\n地址：云溪县兴业路2号\n电话：0558-7654321'],
    ['by the words before the label', '查阅场所：政务服务大厅地址：云溪县兴业路2号；政务服务大厅电话：0558-7654321'],
    [
      'by a bracket',
      '可到云溪县档案馆（地址：云溪县西街1号，电话：0558-1111111）、政务服务中心（地址：云溪县兴业路2号，电话：0558-7654321）查阅。',
    ],
  ])('the hall is told from the unit %s', (_name, text) => {
    expect(read(text)).toEqual({ hallAddress: '云溪县兴业路2号', hallPhone: '0558-7654321' });
  });

  it('what is under 监督 or in the application form is nobody we compare', () => {
    const head = Array.from({ length: 12 }, (_, i) => `第${i}段说明文字。`).join('\n');
    expect(
      read(
        `${head}\n四、监督方式\n监督电话：0558-1234567\n投诉地址：云溪县东街1号\n云溪县政府信息公开申请表\n联系电话\n通信地址\n云溪县某路\n传真`,
      ),
    ).toEqual({});
  });

  it('a navigation word is no office', () => expect(read('工作机构\n互动交流\n受理机构\n办事大厅首页')).toEqual({}));
});

describe('a fax offered', () => {
  const fax = (text: string) => readGuideFields(text).faxWithoutNumber?.text ?? null;
  it.each([
    ['as a way', '2.传真申请。申请人可以通过传真方式提出申请。', '2.传真申请。'],
    ['beside letters', '申请人可采用信函、传真、电子邮件方式提出申请。', '申请人可采用信函、传真、电子邮件方式提出申请。'],
    ['as a label without number', '传真：\n邮政编码：236000', '传真：'],
  ])('%s, without number', (_name, text, expected) => expect(fax(text)).toBe(expected));
  it.each([
    ['with a number', '可采用信函、传真方式提出申请。\n传真：0558-6543211'],
    ['with a number behind other words', '通过传真申请的，请发至本机关传真电话：0558-6543211。'],
    ['with a number in the next cell', '可采用传真方式提出申请。\n传真\n0558-6543211'],
    ['refused', '本机关不接受传真方式提出的申请。'],
    ['said to be none', '传真：无'],
    ['for the answer', '可通过自行领取、信函、传真等方式答复。'],
    ['not at all', '可以当面提出申请。'],
  ])('%s: no finding', (_name, text) => expect(fax(text)).toBeNull());
});

describe('the same, written otherwise', () => {
  it.each<[GuideField, string, string]>([
    ['phone', '0797—7177965', '0797-7177965'],
    ['phone', '（0797）7177965', '7177965'],
    ['phone', '０７９７－７１７７９６５', '0797-7177965'],
    ['phone', '0797--7177965', '0797 7177965'],
    ['phone', '7177965、7177966', '0797-7177966'],
    ['phone', '7177965/66', '7177966'],
    ['fax', '无', '无'],
    ['postcode', '３４１６００', '341600'],
    ['email', 'XX@163.COM', 'xx@163.com'],
    ['email', 'xx#163.com', 'xx@163.com'],
    ['hallAddress', '江西省赣州市信丰县5G产业园县政务服务中心1楼', '信丰县5G产业园政务服务中心一楼'],
    ['hallAddress', '5Ｇ产业园 政务服务大厅一层', '信丰县5G产业园政务服务中心一楼'],
    ['address', '云溪县人民路8號', '人民路8号'],
    ['address', '云溪县人民路8号民政大楼203室', '云溪县人民路8号'],
    ['address', '人民路8号（县医院对面）', '云溪县人民路8号'],
    ['address', '人民路十二号二楼', '人民路12号2楼'],
    ['hours', '上午8:00-12:00，下午2:30-5:30', '8：00－12：00，14：30－17：30（工作日）'],
    ['hours', '夏令时8:00-12:00,15:00-18:00；冬令时8:00-12:00,14:30-17:30', '8:00-12:00 14:30-17:30'],
    ['receivingOffice', '县民政局办公室', '云溪县民政局办公室'],
    ['receivingOffice', '本局办公室', '云溪县民政局办公室'],
    ['receivingOffice', '云溪县民政局', '云溪县民政局办公室'],
  ])('%s %s = %s', (field, found, expected) => expect(likeness(field, found, expected)).toBe('same'));

  it.each<[GuideField, string, string, 'near' | 'other']>([
    ['phone', '0797-7177966', '0797-7177965', 'other'],
    ['phone', '0796-7177965', '0797-7177965', 'other'],
    ['fax', '0797-7177965', '无', 'other'],
    ['postcode', '341601', '341600', 'other'],
    ['address', '云溪县人民路18号', '云溪县人民路8号', 'other'],
    ['address', '云溪县人民路8号', '云溪县人民路83号', 'other'],
    ['address', '云溪县新华路1号政府大院', '5G产业园政务服务中心一楼', 'other'],
    ['address', '云溪县人民路民政局院内', '云溪县人民路民政局办公楼内', 'near'],
    ['mailAddress', '云溪县民政局政务公开办公室', '云溪县人民路8号', 'near'],
    ['hours', '8:00-12:00,14:00-17:00', '8:00-12:00,14:30-17:30', 'other'],
    ['hours', '工作日', '8:00-12:00', 'near'],
    ['receivingOffice', '云溪县教育体育局办公室', '云溪县乡村振兴局办公室', 'near'],
  ])('%s %s ≠ %s: %s', (field, found, expected, like) => expect(likeness(field, found, expected)).toBe(like));
});

describe('guides made with the errors of the 信丰 report (D12)', () => {
  const HALL: ExpectedValue[] = [
    { field: 'hallAddress', value: '信丰县5G产业园政务服务中心一楼' },
    { field: 'hallPhone', value: '0797—7177965' },
  ];
  const guide = (unit: string, hall: { address: string; phone: string }) =>
    [
      `信丰县${unit}信息公开指南`,
      `受理机构：信丰县${unit}办公室`,
      '（二）查阅场所',
      '政务服务厅',
      `地址：${hall.address}`,
      `电话：${hall.phone}`,
    ].join('\n');
  const answers = (text: string, expected: ExpectedValue[], belongsTo: string | null = null) =>
    compareGuide(
      readGuideFields(text).values.map(({ field, value }) => ({ field, value, belongsTo })),
      expected,
    ).filter(({ state }) => state === 'wrong');

  it.each(['市场监督管理局', '统计局', '退役军人事务局', '应急管理局', '农业农村局', '财政局', '商务局'])(
    '%s: the hall with the address and telephone of the county office',
    (unit) => {
      expect(answers(guide(unit, { address: '信丰县府前路1号县政府大院', phone: '0797-3330000' }), HALL, '县政府办')).toEqual([
        { field: 'hallAddress', state: 'wrong', found: '信丰县府前路1号县政府大院', expected: HALL[0]?.value, belongsTo: '县政府办' },
        { field: 'hallPhone', state: 'wrong', found: '0797-3330000', expected: HALL[1]?.value, belongsTo: '县政府办' },
      ]);
      expect(answers(guide(unit, { address: '信丰县5G产业园政务服务中心一楼', phone: '0797—7177965' }), HALL)).toEqual([]);
    },
  );

  it('县乡村振兴局: another unit’s office', () => {
    const expected: ExpectedValue[] = [{ field: 'receivingOffice', value: '信丰县乡村振兴局办公室' }];
    expect(answers('受理机构：信丰县教育体育局办公室\n网站申请：信丰县教育体育局办公室', expected, '县教体局')).toMatchObject([
      { field: 'receivingOffice', found: '信丰县教育体育局办公室', expected: '信丰县乡村振兴局办公室', belongsTo: '县教体局' },
    ]);
  });

  it('without a record nobody can tell', () => {
    expect(compareGuide([{ field: 'phone', value: '0797-3330000', belongsTo: '县政府办' }], [])).toMatchObject([{ state: 'unknown' }]);
  });

  it('a field that stands twice is right only when it is right twice', () => {
    const twice = ['0797-7177965', '0797-3330000'].map((value) => ({ field: 'phone' as const, value, belongsTo: null }));
    expect(compareGuide(twice, [{ field: 'phone', value: '7177965' }])).toMatchObject([{ state: 'wrong', found: '0797-3330000' }]);
  });
});

describe('a guide as a draft', () => {
  const text = '县乡村振兴局信息公开指南\n受理机构：信丰县教育体育局办公室\n办公地址：信丰县人民路8号\n可采用信函、传真方式提出申请。';
  it('tells what is not as recorded, whose it is, and the fax without a number', () => {
    const expected: ExpectedValue[] = [
      { field: 'receivingOffice', value: '信丰县乡村振兴局办公室' },
      { field: 'address', value: '人民路8号' },
    ];
    const found = guideFindings(text, expected, (field) => (field === 'receivingOffice' ? '县教体局' : null));
    for (const one of found) expect(text.slice(one.start, one.end)).toBe(one.found);
    expect(found).toMatchObject([
      { kind: 'foreign-unit', found: '信丰县教育体育局办公室', suggestion: '信丰县乡村振兴局办公室', files: true },
      { kind: 'guide-field-empty', found: '可采用信函、传真方式提出申请。', suggestion: null },
    ]);
  });
  it('without records only the fax can be told', () => {
    expect(guideFindings(text, []).map(({ kind }) => kind)).toEqual(['guide-field-empty']);
  });
});

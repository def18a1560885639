import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serveApp } from '../../../tests/web/serve.ts';
import { all, openParts, wordText } from '../../notice/testing/parts.ts';
import { printedBody, printedRows } from '../../notice/testing/read-document.ts';
import { findNotice } from '../../store/notices.ts';
import { writeAreaSettings } from '../area-settings.ts';
import { importUpload } from '../import/import-upload.ts';
import { workbook } from '../import/testing/workbooks.ts';
import { closePeriod } from '../periods/close-period.ts';
import { draftNotice } from './draft-notice.ts';
import { documentOf } from './files.ts';
import { noticeCopy } from './notice-copy.ts';

const AT = '2023-01-10T01:00:00.000Z';
const OFFICE = { role: 'office', unitId: null, name: '县政务公开办' } as const;
const BUREAUS = ['甲', '乙', '丙', '丁', '戊', '己'];
const TOWNS = ['东', '南', '西', '北', '中', '上'];

let served: Served;
let areaId = '';
beforeAll(async () => {
  served = await serveApp(null);
  const { db, blobs } = served.app;
  const report = await importUpload({
    db,
    blobs,
    areaName: '大河县',
    fileName: '表.xlsx',
    at: AT,
    bytes: workbook({
      单位: [
        ['单位名称', '单位类别', '单位分组'],
        ...BUREAUS.map((name) => [`县${name}局`, '部门', '县直单位']),
        ...TOWNS.map((name) => [`${name}镇`, '镇', '乡镇']),
      ],
      信息量: [
        ['单位名称', '期间', '年度任务数', '累计发布数', '本期发布数'],
        ...BUREAUS.map((name, i) => [`县${name}局`, '2022年12月', '100', `${i * 20}`, '5']),
        ...TOWNS.map((name, i) => [`${name}镇`, '2022年12月', '100', `${i === 0 ? 99 : 100 + i}`, '1']),
      ],
      来信办理: [
        ['平台名称', '来信类别', '期间', '收到件数', '逾期件数'],
        ['依申请公开平台', '依申请公开信件', '2022年12月', '4', '0'],
      ],
      活动: [
        ['活动名称', '活动日期', '主办单位'],
        ['安全生产宣传日', '2022-12-16', '县乙局'],
        ['政府开放日', '2022-12-02', '县甲局'],
      ],
      政策文件: [
        ['文件标题', '文号', '牵头起草部门', '期间', '已有解读形式'],
        ['水利资金管理细则', '大水字〔2022〕5号', '县丙局', '2022年四季度', '问答'],
        ['节水办法', '', '县丙局', '2022年四季度', '问答、图解'],
      ],
    }),
  });
  areaId = report.areaId;
  await writeAreaSettings(db, areaId, {
    head: {
      issuer: '大河县政务公开办',
      addressees: ['各乡镇人民政府', '县直各单位'],
      basis: [{ title: '某省管理办法', number: '某政发〔2015〕3号', until: '2022-06-30', replacedBy: '某政发〔2022〕8号' }],
      contacts: [{ matter: '政务公开工作', name: '王某', phone: '52180001', qq: null }],
    },
    noticeTemplates: { month: 'monthly-report', quarter: 'quarterly-check' },
  });
  for (const id of ['2022-12', '2022-Q4'])
    await closePeriod(served.app, areaId, id, { cutoff: '2022-12-31', day: '2023-01-10', at: AT, by: OFFICE });
});
afterAll(() => served?.stop());

async function drafted(period: string, template: string) {
  const id = await draftNotice(served.app, areaId, period, template, { title: '通报', signedDate: '2023-01-10' }, AT);
  const notice = await findNotice(served.app.db, id);
  if (!notice) throw new Error('the draft was not kept');
  return { notice, document: await documentOf(template, notice.snapshot) };
}

describe('kinds of notice from the store', () => {
  it('writes the monthly report from what the office imported', async () => {
    const { document } = await drafted('2022-12', 'monthly-report');
    const text = printedBody(document).join('\n');
    expect(text).toContain('附件所列12个单位今年以来累计主动公开政府信息914条。本期新增公开：县直单位30条、乡镇6条。');
    // The towns are on pace but for one: nobody of them is called the last of anything unasked.
    expect(text).toContain('县甲局、县乙局、县丙局、县丁局、县戊局依次居县直单位末5位');
    expect(text).not.toContain('居乡镇末');
    expect(text).toContain('依申请公开平台收到依申请公开信件4件。均在规定时限内办理，没有逾期。');
    expect(text.indexOf('政府开放日')).toBeLessThan(text.indexOf('安全生产宣传日'));
    expect(printedRows(document, 'publishing-1')[0]).toEqual(['县己局', '100', '100', '5', '100.00']);
  });

  it('is written in every form: sections and bullets as text, rates as numbers', async () => {
    const { notice } = await drafted('2022-12', 'monthly-report');
    const bytesOf = async (format: 'docx' | 'pdf' | 'xlsx'): Promise<Uint8Array> =>
      (await noticeCopy(served.app, notice, format, false)).bytes;
    const part = await openParts(await bytesOf('docx'));
    const lines = all(await part('word/document.xml'), 'w:p').map(wordText);
    expect(lines).toEqual(expect.arrayContaining(['［基本情况］', expect.stringMatching(/^●信息发布情况。/)]));
    const book = read(await bytesOf('xlsx'));
    const rows = utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[0] ?? ''] as never, { header: 1 });
    expect(rows.find((row) => row[0] === '县乙局')).toEqual(['县乙局', 100, 20, 5, 20]);
    expect(new TextDecoder('latin1').decode((await bytesOf('pdf')).slice(0, 5))).toBe('%PDF-');
  });

  it('lists documents short of interpretation in the quarterly check', async () => {
    const { document } = await drafted('2022-Q4', 'quarterly-check');
    expect(printedRows(document, 'interpretations')).toEqual([
      ['1', '大水字〔2022〕5号', '水利资金管理细则', '缺访谈、图解、音频、H5等其中1种形式的政策解读', '县丙局'],
    ]);
  });

  it('warns of a basis the office knows to be superseded', async () => {
    const { notice } = await drafted('2022-12', 'monthly-report');
    expect(notice.disagreements.map(({ kind, message }) => [kind, message])).toEqual([
      ['legal-basis', expect.stringMatching(/某政发〔2015〕3号.*2022年6月30日.*现行的是某政发〔2022〕8号/)],
    ]);
  });

  it('keeps contacts out of the public copy', async () => {
    const { notice } = await drafted('2022-12', 'problems-and-requirements');
    const html = async (masked: boolean): Promise<string> =>
      new TextDecoder().decode((await noticeCopy(served.app, notice, 'html', masked)).bytes);
    expect(await html(false)).toContain('政务公开工作联系人：王某，电话52180001');
    expect(await html(true)).not.toMatch(/王某|52180001/);
  });

  it('refuses a template for another kind of period, naming those that fit', async () => {
    await expect(drafted('2022-12', 'quarterly-check')).rejects.toMatchObject({
      code: 'bad-input',
      next: expect.stringContaining('monthly-report'),
    });
  });
});

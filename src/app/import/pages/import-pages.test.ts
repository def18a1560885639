import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../tests/support/database.ts';
import { readAccount, silenceOf } from '../../../checks/lib/account-reading.ts';
import { folderStore } from '../../../evidence/folder-store.ts';
import type { BlobStore } from '../../../evidence/store.ts';
import { readAccountKeys } from '../../../store/account-keys.ts';
import { factsBetween } from '../../../store/facts.ts';
import { freshDays, listPosts } from '../../../store/posts.ts';
import { readRegister } from '../../../store/register.ts';
import type { ImportReport } from '../import-report.ts';
import { importUpload } from '../import-upload.ts';
import { workbook } from '../testing/workbooks.ts';
import { unpackPages } from './unpack-pages.ts';

const AT = '2024-03-10T01:00:00.000Z';
const LATER = '2024-03-11T01:00:00.000Z';
const BIZ = 'MzA3NjU0MzIxMA==';
const URL_1 = `https://mp.weixin.qq.com/s?__biz=${BIZ}&mid=1&idx=1&sn=ab`;

const article = (title: string, ct: number, { name = '大河发布', link = URL_1, reads = '12' } = {}): string =>
  `<!DOCTYPE html><html><body><h1 id="activity-name">${title}</h1><div id="js_content">正文</div><script>var biz = "${BIZ}"; var nickname = "${name}"; var ct = "${ct}"; var msg_title = "${title}"; var msg_link = "${link}&amp;chksm=xyz#rd"; var copyright_stat = "1"; var read_num = "${reads}" * 1;</script></body></html>`;
const deleted = (from: string | null): string =>
  `${from === null ? '' : `<!-- saved from url=(0060)${from} -->\n`}<!DOCTYPE html><html><body><div class="weui-msg"><div class="weui-msg__title">该内容已被发布者删除</div></div></body></html>`;
const MARCH_5 = 1_709_600_000;

let test: TestDatabase;
let folder: string;
let blobs: BlobStore;
/** Each test has an area of its own. */
let areaName = '';
let areas = 0;
beforeAll(async () => {
  test = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'mingcha-pages-'));
  blobs = folderStore(folder);
});
beforeEach(async () => {
  areaName = `大河${++areas}县`;
  await load(
    '底册.xlsx',
    workbook({
      单位: [
        ['单位名称', '单位类别'],
        ['县政府办', '部门'],
        ['大河镇', '镇'],
      ],
      新媒体账号: [
        ['主办单位', '平台', '账号名称', '是否备案'],
        ['县政府办', '微信', '大河发布', '是'],
        ['大河镇', '微信', '大河镇发布', '是'],
        ['大河镇', '微博', '大河镇发布', '是'],
      ],
    }),
  );
});
afterAll(async () => {
  await test.drop();
  await rm(folder, { recursive: true });
});

const load = (fileName: string, bytes: Uint8Array | string, at = AT): Promise<ImportReport> =>
  importUpload({ db: test.db, blobs, areaName, fileName, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes, at });
const sheet = ({ sheets }: ImportReport) => sheets.map((each) => [each.added, each.changed, each.unchanged]);
async function accountNamed(report: ImportReport, name: string) {
  const account = (await readRegister(test.db, report.areaId)).accounts.find((each) => each.name === name && each.platform === 'wechat');
  if (!account) throw new Error(name);
  return account;
}

describe('saved pages', () => {
  it('an article goes to the account it names, with its page, reads and state; twice changes nothing', async () => {
    const html = article('防汛会议', MARCH_5);
    const first = await load('推文.html', html);
    expect([sheet(first), first.questions]).toEqual([[[1, 0, 0]], []]);
    expect(sheet(await load('推文.html', html, LATER))).toEqual([[0, 0, 1]]);
    const account = await accountNamed(first, '大河发布');
    const [post] = await listPosts(test.db, account.id, '2024-01-01', '2024-12-31');
    expect(post).toMatchObject({
      title: '防汛会议',
      date: '2024-03-05',
      url: URL_1,
      original: true,
      state: 'shown',
      reads: { value: 12, atLeast: false },
    });
    expect(Buffer.from(await blobs.get(post?.blob as string)).toString()).toBe(html);
    expect((await readAccountKeys(test.db, first.areaId)).get(`biz:${BIZ}`)).toBe(account.id);
  });

  it('proves life on its day and never silence', async () => {
    const report = await load('推文.html', article('防汛会议', MARCH_5));
    const account = await accountNamed(report, '大河发布');
    expect(await freshDays(test.db, [account.id])).toEqual(new Map());
    const facts = await factsBetween(test.db, [account.id], ['account-posts'], '2024-01-01T00:00:00.000Z', '2025-12-31T00:00:00.000Z');
    expect(facts.map(({ how, data }) => [how, data.freshOn, data.posts.length])).toEqual([['saved/1', null, 1]]);
    const reading = readAccount({ 'account-posts': facts });
    expect(silenceOf(reading, 'P14D', '2024-03-10', 7).state).toBe('in-time');
    expect(silenceOf(reading, 'P14D', '2024-05-10', 7)).toMatchObject({ state: 'unknown', unknown: { verdict: 'not-run' } });
  });

  it('a post that is gone keeps its day and gets its state; another spelling of its address is the same', async () => {
    const report = await load('推文.html', article('防汛会议', MARCH_5));
    const account = await accountNamed(report, '大河发布');
    const gone = await load('删除.html', deleted(`${URL_1}&chksm=123&scene=21#wechat_redirect`), LATER);
    expect([sheet(gone), gone.questions]).toEqual([[[0, 1, 0]], []]);
    expect(await listPosts(test.db, account.id, '2024-03-05', '2024-03-05')).toMatchObject([
      { title: '防汛会议', state: 'deleted', reads: { value: 12 } },
    ]);
    const unknown = await load('删除.html', deleted(URL_1.replace('mid=1', 'mid=2')), LATER);
    expect([sheet(unknown), unknown.questions]).toEqual([[[0, 0, 0]], [expect.stringContaining('没有登记过这一条')]]);
    expect((await load('删除.html', deleted(null), LATER)).questions).toEqual([expect.stringContaining('没有原来的网址')]);
  });

  it('a renamed account is known by its mark, an unknown one is a question with the near names', async () => {
    await load('甲.html', article('甲', MARCH_5));
    const renamed = await load('乙.html', article('乙', MARCH_5, { name: '活力大河', link: URL_1.replace('mid=1', 'mid=3') }));
    expect([sheet(renamed), renamed.questions]).toEqual([[[1, 0, 0]], []]);
    const strange = article('丙', MARCH_5, { name: '大河发部' }).replaceAll(BIZ, 'MzB0000000000==');
    const asked = await load('丙.html', strange);
    expect([sheet(asked), asked.questions]).toEqual([[[0, 0, 0]], [expect.stringContaining('“大河发部”没有登记，是不是：大河发布')]]);
  });

  it('what a sheet brought in before is no second post', async () => {
    await load(
      '推文.xlsx',
      workbook({
        发布记录: [
          ['账号名称', '平台', '发布日期', '标题', '链接'],
          ['大河发布', '微信', '2024-03-05', '防汛会议', ''],
          ['大河发布', '微信', '2024-03-04', '春耕', `${URL_1.replace('mid=1', 'mid=9')}&scene=1`],
        ],
      }),
    );
    const report = await load('推文.html', article('防汛会议', MARCH_5));
    expect(sheet(report)).toEqual([[0, 0, 1]]);
    expect(sheet(await load('春耕.html', article('春耕', MARCH_5 - 86_400, { link: URL_1.replace('mid=1', 'mid=9') })))).toEqual([
      [0, 0, 1],
    ]);
    const account = await accountNamed(report, '大河发布');
    expect((await listPosts(test.db, account.id, '2024-03-01', '2024-03-31')).map(({ title, state }) => [title, state])).toEqual([
      ['春耕', 'shown'],
      ['防汛会议', 'shown'],
    ]);
  });

  it('a zip holds pages and web archives; a gate among them is ours and stops nothing', async () => {
    const mhtml = `From: <Saved by Blink>\r\nSnapshot-Content-Location: ${URL_1}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="----X"\r\n\r\n------X\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\nContent-Location: ${URL_1}\r\n\r\n${Buffer.from(article('乙', MARCH_5, { link: URL_1.replace('mid=1', 'mid=4') })).toString('base64')}\r\n------X--\r\n`;
    const zip = new JSZip()
      .file('三月/甲.html', article('甲', MARCH_5))
      .file('三月/乙.mhtml', mhtml)
      .file('三月/甲_files/frame.html', '<p>frame</p>')
      .file('三月/读我.txt', 'x')
      .file('三月/验证.html', '<html><body><p>当前环境异常，完成验证后即可继续访问</p></body></html>');
    const report = await load('三月.zip', await zip.generateAsync({ type: 'uint8array' }));
    expect(sheet(report)).toEqual([[2, 0, 0]]);
    expect(report.warnings).toEqual(['“三月/验证.html”没有导入：保存到的是平台的验证页（环境异常、访问频繁），不是文章。']);
  });

  it('an account that is cancelled or moved is a question, never changed by a page', async () => {
    const report = await load('注销.html', '<html><body><p>此帐号已自主注销，内容无法查看</p></body></html>');
    expect(report.questions).toEqual([expect.stringContaining('账号已注销')]);
  });

  it.each([
    ['坏.zip', 'PK\u0003\u0004xxxx', '已损坏'],
    ['坏.mhtml', 'nothing', '没有网页'],
  ])('%s is refused with what to do', async (name, bytes, message) => {
    await expect(load(name, bytes)).rejects.toMatchObject({ code: 'bad-input', message: expect.stringContaining(message) });
  });
  it('a zip without pages, and an area nobody registered', async () => {
    const empty = await new JSZip().file('a.txt', 'x').generateAsync({ type: 'uint8array' });
    await expect(load('空.zip', empty)).rejects.toMatchObject({ code: 'bad-input' });
    await expect(
      importUpload({ db: test.db, blobs, areaName: '河口县', fileName: 'a.html', bytes: Buffer.from(article('甲', MARCH_5)), at: AT }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});

it('a web archive with a boundary of one letter is not taken to pieces without end', async () => {
  const bytes = Buffer.from(`Content-Type: multipart/related; boundary="-"\r\n\r\n${'-'.repeat(15_000_000)}`);
  const before = process.memoryUsage().rss;
  await expect(unpackPages(bytes, '甲.mhtml')).rejects.toThrow(/没有网页/);
  // Five million pieces, each with a table of its heads, would take some thousand megabytes.
  expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000);
});

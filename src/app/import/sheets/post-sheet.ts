import { type Approximate, readApproximate } from '../../../core/approximate.ts';
import type { Remarks } from '../remarks.ts';
import type { RowReader } from './row-reader.ts';
import type { SheetSpec } from './spec.ts';
import { PLATFORM_WORDS, YES_NO_NAMES, YES_NO_WORDS } from './words.ts';

/** 发布记录: posts of accounts that have no feed, and up to which day the list is complete. */
export const POST_SHEET: SheetSpec = {
  id: 'post',
  title: '发布记录',
  synonyms: ['发布情况', '账号发布记录', '新媒体发布记录', '推文', '文章列表', '发布明细', '发布信息'],
  purpose: '账号发布的内容，一条一行；没有发布的账号只填账号和截至日期。同一份导出重复导入不会重复计数。',
  ignored: ['转发数', '评论数', '在看', '分享数', '作者'],
  fields: {
    account: {
      title: '账号名称',
      synonyms: ['账号', '名称', '新媒体名称', '公众号', '公众号名称', '政务新媒体名称'],
      required: true,
      hint: '名称要能在“新媒体账号”表（或已登记的账号）里找到。',
      examples: ['某县住建', '大河发布'],
      width: 26,
    },
    platform: {
      title: '平台',
      synonyms: ['平台类型', '账号平台', '类别'],
      hint: '同名账号在几个平台上时必填。',
      values: PLATFORM_WORDS.names,
      examples: ['微信', '抖音'],
      width: 12,
    },
    unit: { title: '主办单位', synonyms: ['单位名称', '单位'], hint: '一般不填；用于区分同平台同名账号。', examples: ['', ''], width: 20 },
    day: {
      title: '发布日期',
      synonyms: ['日期', '发布时间', '时间', '更新日期', '推送日期', '推送时间'],
      hint: '如 2022-12-27。',
      examples: ['2022-12-20', ''],
      width: 14,
    },
    title: {
      title: '标题',
      synonyms: ['文章标题', '内容', '信息标题', '推文标题', '作品标题', '视频标题'],
      hint: '内容的标题；没有标题的写开头一句。',
      examples: ['关于公布供水检测结果的公告', ''],
      width: 44,
    },
    url: { title: '链接', synonyms: ['文章链接', '地址', '网址', '原文链接', 'url'], hint: '没有的不填。', examples: ['', ''], width: 36 },
    original: {
      title: '是否原创',
      synonyms: ['原创', '是否为原创', '原创/转载'],
      hint: '从下拉列表选择；不清楚的不填。',
      values: [YES_NO_NAMES.yes, YES_NO_NAMES.no],
      examples: ['是', ''],
      width: 10,
    },
    reads: {
      title: '阅读数',
      synonyms: ['阅读量', '播放量', '播放数', '浏览量'],
      hint: '平台显示的数，如 687、10万+；没有的不填。',
      examples: ['687', ''],
      width: 10,
    },
    likes: { title: '点赞数', synonyms: ['点赞', '点赞量', '赞'], hint: '平台显示的数；没有的不填。', examples: ['9', ''], width: 10 },
    fresh: {
      title: '截至日期',
      synonyms: ['统计截至', '截止日期', '统计截止日期', '数据截至'],
      hint: '到这一天为止的发布都已列全。据此才能判断“超期未更新”；不填则不判断。',
      examples: ['2022-12-27', '2022-12-27'],
      width: 14,
    },
  },
  read(row, drafts, { today, remarks }) {
    const account = row.name('account');
    const platform = row.choice('platform', PLATFORM_WORDS);
    const unit = row.name('unit');
    const [day, title, url, original, freshOn] = [
      row.date('day'),
      row.plain('title'),
      row.url('url'),
      row.choice('original', YES_NO_WORDS),
      row.date('fresh'),
    ];
    if (day !== undefined && day > today) return row.fault('day', `晚于导入当天 ${today}，应为已经发布的日期`);
    if (freshOn !== undefined && freshOn > today) return row.fault('fresh', `晚于导入当天 ${today}，应不晚于它`);
    if (day !== undefined && freshOn !== undefined && day > freshOn) return row.fault('day', `晚于截至日期 ${freshOn}，两者至少有一个不对`);
    const [blankDay, blankTitle] = [row.cell('day').text === '', row.cell('title').text === ''];
    if (blankDay !== blankTitle)
      return row.fault(blankDay ? 'day' : 'title', '必填：发布日期和标题要一起填；没有发布的账号两格都空着，填截至日期');
    if (blankDay && blankTitle && freshOn === undefined) return row.fault('fresh', '这一行没有发布日期和标题，就要填截至日期');
    const shown = { reads: figureOf(row, 'reads', remarks), likes: figureOf(row, 'likes', remarks) };
    if (account === undefined || (!blankDay && (day === undefined || title === undefined))) return;
    drafts.posts.push({
      place: row.place,
      platform,
      account,
      unit,
      day: day ?? null,
      title: title ?? null,
      url: url ?? null,
      original: original === undefined ? null : original === 'yes',
      ...shown,
      freshOn,
    });
  },
};

/** A figure of an export is a bonus: one that cannot be read is said and left out, the post itself counts. */
function figureOf(row: RowReader, field: string, remarks: Remarks): Approximate | undefined {
  const { text, shown } = row.cell(field);
  if (text === '' || /^(\/|-+|—+)$/.test(text)) return undefined;
  const read = readApproximate(text);
  if (read === null)
    remarks.warn(
      '里有看不懂的阅读数或点赞数（应为 687、10万+ 这样的数），没有导入。',
      `“${row.place.sheet}”第 ${row.place.row} 行（${shown}）`,
    );
  return read ?? undefined;
}

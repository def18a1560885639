import { ACCOUNT_FIELDS } from './media-fields.ts';
import type { SheetSpec } from './spec.ts';
import { PLATFORM_WORDS } from './words.ts';

/** 优质作品: good work of accounts with its form, as evidence for later notices (seeds R13). */
export const PRACTICE_SHEET: SheetSpec = {
  id: 'practice',
  title: '优质作品',
  synonyms: ['优秀作品', '精品内容', '创新形式', '内容形式', '优质内容', '典型作品'],
  purpose: '账号的好作品和表现形式（海报、漫画、直播、短视频等），一件一行；一个季度有三种以上形式的账号会列为表扬建议。',
  ignored: ['阅读量', '点赞数', '推荐理由'],
  fields: {
    ...ACCOUNT_FIELDS,
    day: {
      title: '发布日期',
      synonyms: ['日期', '发布时间', '时间'],
      required: true,
      hint: '如 2022-12-27。',
      examples: ['2022-12-20', '2022-12-21'],
      width: 14,
    },
    form: {
      title: '表现形式',
      synonyms: ['形式', '作品形式', '内容形式'],
      required: true,
      hint: '如：海报、漫画、直播、短视频、H5、长图。',
      examples: ['海报', '直播'],
      width: 14,
    },
    title: { title: '作品标题', synonyms: ['标题', '作品名称'], hint: '没有的不填。', examples: ['', ''], width: 36 },
    url: { title: '链接', synonyms: ['地址', '网址', 'url'], hint: '没有的不填。', examples: ['', ''], width: 36 },
  },
  read(row, drafts, { today }) {
    const [account, platform, day, form] = [
      row.name('account'),
      row.choice('platform', PLATFORM_WORDS),
      row.date('day'),
      row.plain('form'),
    ];
    const [title, url] = [row.plain('title') ?? null, row.url('url') ?? null];
    if (account === undefined || day === undefined || form === undefined) return;
    if (day > today) return row.fault('day', `晚于导入当天 ${today}，应为已经发布的日期`);
    drafts.records.push({
      place: row.place,
      kind: 'practice',
      day,
      unit: undefined,
      account: { name: account, platform },
      key: [day, form, url ?? title ?? ''],
      data: { form, title, url },
    });
  },
};

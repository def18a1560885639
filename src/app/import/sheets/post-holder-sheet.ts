import { UNDATED } from '../../../disclosure/office-record.ts';
import type { SheetSpec } from './spec.ts';

/** 任职人员: who holds which post since when; kept by the office, for names and posts in its pages (proofreading L2). */
export const POST_HOLDER_SHEET: SheetSpec = {
  id: 'post-holder',
  title: '任职人员',
  synonyms: ['领导名单', '任职名单', '领导信息', '领导班子', '任职情况'],
  purpose: '需要核对姓名和职务的人员，一人一职一行；离任的填离任日期，不要删除。',
  ignored: ['性别', '分工', '排序'],
  fields: {
    name: { title: '姓名', synonyms: ['人员姓名'], required: true, hint: '全名。', examples: ['张某某', '李某某'], width: 12 },
    post: {
      title: '职务',
      synonyms: ['现任职务', '职位'],
      required: true,
      hint: '照文件的写法，如：副县长、县民政局局长。',
      examples: ['副县长', '局长'],
      width: 24,
    },
    unit: {
      title: '单位',
      synonyms: ['任职单位', '所在单位'],
      hint: '职务所在的单位；县领导可不填。',
      examples: ['', '县民政局'],
      width: 24,
    },
    from: {
      title: '任职日期',
      synonyms: ['起任日期', '任职时间'],
      hint: '如 2022-12-27；不清楚的不填。',
      examples: ['2021-10-01', ''],
      width: 14,
    },
    to: { title: '离任日期', synonyms: ['免职日期', '离任时间'], hint: '任职的最后一天；仍在任的不填。', examples: ['', ''], width: 14 },
  },
  read(row, drafts) {
    const [name, post, unit] = [row.plain('name')?.replace(/\s+/g, ''), row.plain('post'), row.name('unit')];
    const [from, to] = [row.date('from') ?? null, row.date('to') ?? null];
    if (name === undefined || post === undefined) return;
    if (!/^[\p{Script=Han}·]{2,15}$/u.test(name)) return row.fault('name', '不是姓名，应为2个以上的汉字');
    if (from !== null && to !== null && to < from) return row.fault('to', `早于任职日期 ${from}`);
    const about = { unit, account: undefined, perUnit: true as const };
    drafts.records.push({
      ...{ place: row.place, kind: 'post-holder', day: from ?? UNDATED, ...about },
      ...{ key: [name, post, from ?? ''], data: { name, post, from, to } },
    });
  },
};

import type { SheetSpec } from './spec.ts';

/** 活动: what an account should announce and report (seeds R16). */
export const ACTIVITY_SHEET: SheetSpec = {
  id: 'activity',
  title: '活动',
  synonyms: ['活动清单', '活动安排', '活动计划', '宣传活动', '重点活动', '活动登记'],
  purpose: '应当在账号上发布的活动，一项一行；活动后 7 天仍没有相关发布的会列出。',
  ignored: ['参加人数', '负责人', '形式'],
  fields: {
    name: {
      title: '活动名称',
      synonyms: ['活动', '活动主题', '活动内容'],
      required: true,
      hint: '写标题里会出现的名称。',
      examples: ['第三届桃花节开幕式', '安全生产月宣传咨询日'],
      width: 36,
    },
    day: {
      title: '活动日期',
      synonyms: ['活动时间', '举办日期', '举办时间', '开展时间'],
      required: true,
      hint: '如 2022-03-10；连续几天的写第一天。',
      examples: ['2022-03-10', '2022-06-16'],
      width: 14,
    },
    unit: {
      title: '主办单位',
      synonyms: ['单位', '单位名称', '承办单位', '责任单位'],
      hint: '名称要能在“单位”表里找到；不填则在全部账号里找。',
      examples: ['县文旅局', ''],
      width: 22,
    },
    place: { title: '地点', synonyms: ['活动地点', '举办地点'], hint: '没有的不填。', examples: ['', ''], width: 20 },
    body: {
      title: '领导机构',
      synonyms: ['牵头机构', '组织机构', '领导小组'],
      hint: '如“县政务公开工作领导小组办公室”；没有的不填。',
      examples: ['', ''],
      width: 30,
    },
    post: {
      title: '主持人职务',
      synonyms: ['出席领导职务', '领导职务', '主持领导'],
      hint: '写职务，如“县委常委、副县长”；没有的不填。',
      examples: ['', ''],
      width: 20,
    },
    host: {
      title: '主持人姓名',
      synonyms: ['主持人', '出席领导姓名'],
      hint: '可不填；对外公开的表格不含姓名。',
      examples: ['', ''],
      width: 12,
    },
  },
  read(row, drafts) {
    const [name, day, unit, place] = [row.plain('name'), row.date('day'), row.name('unit'), row.plain('place')];
    const host = { body: row.plain('body') ?? null, post: row.plain('post') ?? null, name: row.plain('host') ?? null };
    const isLed = Object.values(host).some((word) => word !== null);
    if (name === undefined || day === undefined) return;
    drafts.records.push({
      place: row.place,
      kind: 'activity',
      day,
      unit,
      account: undefined,
      key: [name, day],
      // Without it, as the records before: the same file again changes nothing.
      data: { name, place: place ?? null, ...(isLed ? { host } : {}) },
    });
  },
};

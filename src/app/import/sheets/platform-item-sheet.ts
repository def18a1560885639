import type { SheetSpec } from './spec.ts';

/** 政府信息公开平台: items as the platform exports them, each with the platform's own number (seeds D07). */
export const PLATFORM_ITEM_SHEET: SheetSpec = {
  id: 'platform-item',
  title: '公开平台信息',
  synonyms: ['政府信息公开平台', '政府信息公开专栏', '信息公开平台', '公开平台', '公开平台导出', '主动公开信息', '主动公开目录'],
  purpose: '政府信息公开平台导出的信息，一条一行；同一份导出重复导入不会重复计数。',
  ignored: ['发布机构', '点击数', '浏览次数', '文号', '成文日期', '主题分类', '体裁分类', '状态', '审核人', '作者'],
  fields: {
    title: {
      title: '信息标题',
      synonyms: ['标题', '信息名称', '名称', '文件名称'],
      required: true,
      hint: '平台上的标题。',
      examples: ['关于公布供水检测结果的公告', '关于印发工作要点的通知'],
      width: 44,
    },
    day: {
      title: '公开日期',
      synonyms: ['发布日期', '发布时间', '公开时间', '发文日期'],
      required: true,
      hint: '如 2022-12-27。',
      examples: ['2022-12-20', '2022-12-21'],
      width: 14,
    },
    unit: {
      title: '公开单位',
      synonyms: ['单位', '单位名称', '主办单位', '责任单位', '信息来源', '公开责任部门'],
      hint: '名称要能在“单位”表里找到；不填则不分单位计数。',
      examples: ['县住建局', '大河镇'],
      width: 22,
    },
    sourceId: {
      title: '信息编号',
      synonyms: ['编号ID', '信息ID', 'ID', '平台编号', '信息标识', '文章ID'],
      hint: '平台给每条信息的编号；有编号的按编号去重，没有的按链接或标题。',
      examples: ['100231', '100232'],
      width: 14,
    },
    indexNumber: { title: '索引号', synonyms: ['信息索引号'], hint: '没有的不填。', examples: ['', ''], width: 22 },
    column: {
      title: '栏目',
      synonyms: ['栏目名称', '所属栏目', '公开目录', '目录'],
      hint: '没有的不填。',
      examples: ['通知公告', ''],
      width: 18,
    },
    url: { title: '链接', synonyms: ['网址', '地址', '信息链接', 'url'], hint: '没有的不填。', examples: ['', ''], width: 36 },
  },
  read(row, drafts, { today }) {
    const [title, day, unit] = [row.plain('title'), row.date('day'), row.name('unit')];
    const [sourceId, indexNumber, column, url] = [row.plain('sourceId'), row.plain('indexNumber'), row.plain('column'), row.url('url')];
    if (title === undefined || day === undefined) return;
    if (day > today) return row.fault('day', `晚于导入当天 ${today}，应为已经公开的日期`);
    drafts.records.push({
      place: row.place,
      kind: 'platform-item',
      day,
      unit,
      account: undefined,
      key: sourceId !== undefined ? ['id', sourceId] : url !== undefined ? ['url', url] : ['title', unit ?? '', day, title],
      data: { title, sourceId: sourceId ?? null, indexNumber: indexNumber ?? null, column: column ?? null, url: url ?? null },
    });
  },
};

import { COLUMN_CLASS_NAMES } from '../../../subjects/column.ts';
import { classOfColumn } from '../../../subjects/column-library.ts';
import type { SheetSpec } from './spec.ts';
import { COLUMN_CLASS_WORDS } from './words.ts';

/** 栏目: the columns of each site that are watched, with class and limit. */
export const COLUMN_SHEET: SheetSpec = {
  id: 'column',
  title: '栏目',
  synonyms: ['栏目名单', '栏目表', '栏目底册', '栏目信息', '栏目清单', '网站栏目', '信息公开栏目'],
  purpose: '要监测更新的栏目，一个栏目一行；上级栏目自动补齐。',
  ignored: ['栏目层级', '级别'],
  fields: {
    unit: {
      title: '主办单位',
      synonyms: ['单位名称', '单位', '所属单位'],
      required: true,
      hint: '网站的主办单位。',
      examples: ['县住建局', '县住建局'],
      width: 24,
    },
    site: {
      title: '网站',
      synonyms: ['网站名称', '所属网站', '所在网站', '网站地址'],
      hint: '单位只有一个网站时不填；有几个时填网站名称、类别或首页地址。',
      examples: ['', ''],
      width: 24,
    },
    path: {
      title: '栏目路径',
      synonyms: ['栏目', '栏目名称', '栏目全称', '路径'],
      required: true,
      hint: '从一级栏目写起，各级用“—”“>”或“/”隔开：本级政策解读—负责人解读。',
      examples: ['本级政策解读—负责人解读', '双随机一公开'],
      width: 34,
    },
    url: {
      title: '栏目地址',
      synonyms: ['网址', '栏目网址', '地址', '链接', '栏目链接', '列表页地址'],
      hint: '栏目列表页的网址；只起归类作用、没有列表的栏目不填。',
      examples: ['https://www.example.gov.cn/zjj/jd/', 'https://www.example.gov.cn/zjj/ssj/'],
      width: 40,
    },
    class: {
      title: '栏目类别',
      synonyms: ['类别', '类型', '栏目类型', '栏目分类'],
      hint: '从下拉列表选择；不填则按栏目名称归类，并在导入结果里列出，请核对。',
      values: COLUMN_CLASS_WORDS.names,
      examples: ['政策解读', '其他'],
      width: 14,
    },
    limit: {
      title: '更新时限',
      synonyms: ['时限', '更新周期', '更新频率', '更新期限', '更新要求', '期限'],
      hint: '超过多久不更新算超期：两周、14天、3个月、半年、1年；没有时限写“不限”。',
      examples: ['半年', '1年'],
      width: 12,
    },
    owner: {
      title: '责任单位',
      synonyms: ['维护单位', '保障单位', '内容保障单位', '负责单位'],
      hint: '负责更新的单位；不填就是主办单位。',
      examples: ['', ''],
      width: 22,
    },
    minimum: {
      title: '每年最少条数',
      synonyms: ['年最少条数', '最少条数', '年度最低条数'],
      hint: '一年至少应发布的条数；没有要求的不填。',
      examples: ['', ''],
      width: 14,
    },
    from: { title: '启用日期', synonyms: ['开设日期'], hint: '栏目开始的日期；一直就有的不填。', examples: ['', ''], width: 14 },
    to: { title: '停用日期', synonyms: ['关闭日期', '撤销日期'], hint: '栏目最后一天；仍在的不填。', examples: ['', ''], width: 14 },
  },
  read(row, drafts, { remarks }) {
    const [unit, path] = [row.name('unit'), row.path('path')];
    const stated = row.choice('class', COLUMN_CLASS_WORDS);
    const draft = {
      site: row.plain('site'),
      url: row.url('url'),
      limit: row.limit('limit'),
      owner: row.name('owner'),
      minimumPerYear: row.count('minimum'),
      activeFrom: row.date('from'),
      activeTo: row.date('to'),
    };
    if (draft.activeFrom && draft.activeTo && draft.activeTo < draft.activeFrom)
      row.fault('to', `早于启用日期 ${draft.activeFrom}，应不早于它`);
    if (unit === undefined || path === undefined) return;
    if (stated === undefined && row.cell('class').text === '') {
      remarks.warn(`没有填栏目类别，按名称归为“${COLUMN_CLASS_NAMES[classOfColumn(path)]}”，请核对。`, `“${path.join('—')}”`);
    }
    drafts.columns.push({ place: row.place, unit, path, class: stated, ...draft });
  },
};

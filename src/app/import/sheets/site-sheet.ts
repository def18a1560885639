import type { SheetSpec } from './spec.ts';
import { readState, STATE_FIELDS } from './state-fields.ts';
import { SITE_KIND_WORDS } from './words.ts';

/** 网站: every site with its owner, kind and address. */
export const SITE_SHEET: SheetSpec = {
  id: 'site',
  title: '网站',
  synonyms: ['网站名单', '网站表', '网站底册', '政府网站', '信息公开网站', '网站信息', '网站清单'],
  purpose: '要监测的网站，一个网站一行。',
  ignored: ['检查结果', '监测发现的突出问题', '网站标识码', '备案号'],
  fields: {
    unit: {
      title: '主办单位',
      synonyms: ['单位名称', '单位', '所属单位', '主办单位名称'],
      required: true,
      hint: '网站归哪个单位，名称要能在“单位”表里找到。',
      examples: ['县住建局', '大河镇'],
      width: 24,
    },
    kind: {
      title: '网站类别',
      synonyms: ['类别', '类型', '网站类型'],
      required: true,
      hint: '从下拉列表选择。',
      values: SITE_KIND_WORDS.names,
      examples: ['信息公开网站', '信息公开网站'],
      width: 16,
    },
    url: {
      title: '首页地址',
      synonyms: ['网址', '网站地址', '首页网址', '域名', '地址', '网站域名', '链接'],
      required: true,
      hint: '网站首页的网址。',
      examples: ['https://www.example.gov.cn/zjj/', 'https://www.example.gov.cn/dahe/'],
      width: 40,
    },
    name: {
      title: '网站名称',
      synonyms: ['名称'],
      hint: '不填则用“单位名称＋网站类别”。',
      examples: ['县住建局信息公开网站', ''],
      width: 28,
    },
    ...STATE_FIELDS,
  },
  read(row, drafts, { today }) {
    const [unit, kind, url, name] = [row.name('unit'), row.choice('kind', SITE_KIND_WORDS), row.url('url'), row.name('name')];
    const state = readState(row, today);
    if (unit !== undefined && kind !== undefined && url !== undefined)
      drafts.sites.push({ place: row.place, unit, kind, url, name, ...state });
  },
};

import { UNIT_KIND_NAMES } from '../../../subjects/unit.ts';
import { splitNames } from '../words/fold.ts';
import { kindByName } from '../words/unit-kind.ts';
import type { SheetSpec } from './spec.ts';
import { UNIT_KIND_WORDS } from './words.ts';

/** 县住建局（县人防办） → name and plates; a short remark in brackets, 县粮食局（筹）, stays part of the name. */
export function splitPlates(printed: string): { name: string; plates: string[] } {
  const match = /^(.+?)（([^（）]{3,})）$/.exec(printed);
  const plates = match ? splitNames((match[2] as string).replace(/^加?挂/, '').replace(/牌子$/, '')) : [];
  return match && plates.every((plate) => plate.length >= 3) ? { name: match[1] as string, plates } : { name: printed, plates: [] };
}

/** 单位: the only sheet that brings units into the register. */
export const UNIT_SHEET: SheetSpec = {
  id: 'unit',
  title: '单位',
  synonyms: ['单位名单', '单位表', '单位底册', '单位信息', '单位清单', '单位目录'],
  purpose: '本地区的全部单位。其他各表里的单位名称都要能在这张表（或已登记的单位）里找到。',
  ignored: ['检查结果', '监测发现的突出问题'],
  fields: {
    name: {
      title: '单位名称',
      synonyms: ['单位', '名称', '单位全称', '单位简称', '部门名称', '机构名称', '主办单位'],
      required: true,
      hint: '通报里使用的名称。加挂牌子可直接写在括号里：县住建局（县人防办）。',
      examples: ['县住建局', '大河镇'],
      width: 26,
    },
    kind: {
      title: '单位类别',
      synonyms: ['类别', '类型', '单位类型', '单位性质', '性质'],
      hint: '从下拉列表选择；不填则按名称末尾的字推断，并在导入结果里列出，请核对。',
      values: UNIT_KIND_WORDS.names,
      examples: ['部门', '镇'],
      width: 16,
    },
    group: {
      title: '分组',
      synonyms: ['组别', '单位分组', '所属分组'],
      hint: '通报表格里的分组，如：县直部门、乡镇。',
      examples: ['县直部门', '乡镇'],
      width: 14,
    },
    aliases: {
      title: '别名',
      synonyms: ['曾用名', '其他名称', '又称', '别称', '简称', '全称'],
      hint: '同一单位的其他叫法，多个用顿号隔开。导入只增加别名，不删除已有的。',
      examples: ['县住房和城乡建设局', '大河镇人民政府'],
      width: 30,
    },
    plates: {
      title: '加挂牌子',
      synonyms: ['挂牌', '挂牌名称', '牌子', '加挂'],
      hint: '同一机构的第二块牌子，多个用顿号隔开。',
      examples: ['县人防办', ''],
      width: 22,
    },
    parent: {
      title: '上级单位',
      synonyms: ['主管单位', '隶属单位', '所属单位', '上级'],
      hint: '下属单位、居委会、村填所属单位；其问题记在上级单位名下。',
      examples: ['', ''],
      width: 20,
    },
    order: {
      title: '排序',
      synonyms: ['顺序', '排列顺序', '排序号'],
      hint: '通报表格里的先后，填整数；不填按表中先后。',
      examples: ['1', '2'],
      width: 8,
    },
    from: {
      title: '启用日期',
      synonyms: ['成立日期', '设立日期'],
      hint: '单位成立的日期，如 2019-03-01；一直就有的不填。',
      examples: ['', ''],
      width: 14,
    },
    to: {
      title: '停用日期',
      synonyms: ['撤销日期', '撤并日期'],
      hint: '单位撤销后的最后一天；仍在的不填。',
      examples: ['', ''],
      width: 14,
    },
  },
  read(row, drafts, { remarks }) {
    const printed = row.name('name');
    const kind = row.choice('kind', UNIT_KIND_WORDS);
    const draft = {
      group: row.name('group'),
      aliases: row.names('aliases'),
      parent: row.name('parent'),
      order: row.count('order'),
      activeFrom: row.date('from'),
      activeTo: row.date('to'),
    };
    const plates = row.names('plates');
    if (printed === undefined) return;
    const named = splitPlates(printed);
    const guessed = kind === undefined && row.cell('kind').text === '' ? kindByName(named.name) : null;
    if (guessed) remarks.warn(`没有填单位类别，按名称归为“${UNIT_KIND_NAMES[guessed]}”，请核对。`, named.name);
    if (draft.activeFrom && draft.activeTo && draft.activeTo < draft.activeFrom)
      row.fault('to', `早于启用日期 ${draft.activeFrom}，应不早于它`);
    drafts.units.push({
      place: row.place,
      name: named.name,
      // A wrong kind is one fault, not two: the import stops anyway.
      kind: kind ?? guessed ?? (row.cell('kind').text === '' ? undefined : 'department'),
      namePlates: [...new Set([...named.plates, ...plates])],
      ...draft,
    });
  },
};

import type { SheetSpec } from './spec.ts';

/** 单位曾用名: names of units that were merged, renamed or abolished, each with its last day (proofreading L2). */
export const FORMER_NAME_SHEET: SheetSpec = {
  id: 'former-name',
  title: '单位曾用名',
  synonyms: ['曾用名', '原单位名称', '更名单位', '撤并单位'],
  purpose: '本地已更名、合并、撤销的单位名称，一个名称一行；停用之后的文章再用，就提示现名称。',
  ignored: ['依据', '文号'],
  fields: {
    name: {
      title: '曾用名',
      synonyms: ['原名称', '原单位', '旧名称'],
      required: true,
      hint: '停用的名称。',
      examples: ['县扶贫办', '县文广新局'],
      width: 24,
    },
    until: {
      title: '停用日期',
      synonyms: ['更名日期', '撤销日期', '截止日期'],
      required: true,
      hint: '使用这一名称的最后一天。',
      examples: ['2021-06-30', '2019-03-31'],
      width: 14,
    },
    now: {
      title: '现名称',
      synonyms: ['现单位', '新名称'],
      hint: '现在应写的名称；撤销后没有承接单位的不填。',
      examples: ['县乡村振兴局', ''],
      width: 24,
    },
  },
  read(row, drafts) {
    const [name, until, now] = [row.plain('name'), row.date('until'), row.plain('now') ?? null];
    if (name === undefined || until === undefined) return;
    if (name === now) return row.fault('now', '与曾用名相同，应填更名后的名称');
    const about = { unit: undefined, account: undefined };
    drafts.records.push({ place: row.place, kind: 'former-name', day: until, ...about, key: [name], data: { name, until, now } });
  },
};

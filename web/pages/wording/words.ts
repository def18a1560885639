import type { z } from 'zod';
import type { wording } from '../../../src/contract/endpoints/wording.ts';
import type { wordingEntry } from '../../../src/contract/text-review.ts';

export type Lists = z.output<(typeof wording)['output']>;
export type Entry = Lists['entries'][number];
export type NewEntry = z.input<typeof wordingEntry>;

export const LIST_NAMES: Readonly<Record<Entry['list'], string>> = {
  phrase: '规范表述',
  'wrong-word': '易错词',
  'accepted-term': '认可用语',
  'spam-term': '植入词',
};
export const KIND_NAMES: Readonly<Record<Entry['kind'], string>> = {
  core: '重要提法',
  organ: '机构名称',
  law: '法律法规名称',
  document: '文件名称',
  campaign: '专项工作名称',
  term: '政务用语',
  idiom: '成语',
};
export const STATE_NAMES: Readonly<Record<Entry['state'], string>> = { holds: '有效', ended: '已止用', 'to-come': '未启用' };

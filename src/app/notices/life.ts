import type { KeptAct } from '../../store/notice-acts.ts';
import type { Notice } from '../../store/notices.ts';

/** Where a notice stands. What was approved is the version that was read: words saved later are in hand again. */
export type Stage = 'drafting' | 'submitted' | 'approved' | 'returned' | 'discarded' | 'issued' | 'replaced';
export const STAGE_NAMES: Record<Stage, string> = {
  drafting: '拟稿中',
  submitted: '待审核',
  approved: '审核通过，待印发',
  returned: '已退回修改',
  discarded: '已作废',
  issued: '已印发',
  replaced: '已被更正',
};

/** Where a notice stands by its acts and the version of its words. */
export function stageOf(state: Notice['state'], acts: readonly Pick<KeptAct, 'act' | 'editVersion'>[], version: number): Stage {
  if (state !== 'draft') return state;
  const last = acts.at(-1);
  if (!last || last.editVersion !== version) return 'drafting';
  return last.act === 'submitted' || last.act === 'approved' || last.act === 'returned' ? last.act : 'drafting';
}

/** A name without what typing it twice would make different. */
const plainName = (name: string): string => name.normalize('NFKC').replace(/\s+/gu, '');

/** Those who wrote the words under review; none of them may approve them. */
export function authorsOf(acts: readonly KeptAct[], savedBy: string | null): string[] {
  const submitted = acts.filter(({ act }) => act === 'submitted').map(({ byName }) => byName);
  return [...new Set([...submitted, ...(savedBy === null ? [] : [savedBy])].map(plainName))];
}

export const isAuthor = (name: string, authors: readonly string[]): boolean => authors.includes(plainName(name));

/** Why somebody may not approve the words under review; null where nothing speaks against it. */
export const ownDraft = (name: string, acts: readonly KeptAct[], savedBy: string | null): string | null =>
  isAuthor(name, authorsOf(acts, savedBy)) ? `${name}参与了拟稿，不能审核自己的稿子。` : null;

import { describe, expect, it } from 'vitest';
import type { KeptAct } from '../../store/notice-acts.ts';
import type { NoticeAct } from '../../store/states.ts';
import { authorsOf, isAuthor, stageOf } from './life.ts';

const act = (name: NoticeAct, editVersion: number, byName = '王某'): KeptAct => ({
  noticeId: 'n',
  seq: 1,
  act: name,
  byRole: 'office',
  byName,
  at: '2022-12-28T01:00:00.000Z',
  editVersion,
  note: null,
});

describe('where a notice stands', () => {
  it.each([
    ['nothing was done', 'draft', [], 0, 'drafting'],
    ['sent in', 'draft', [act('submitted', 2)], 2, 'submitted'],
    ['approved', 'draft', [act('submitted', 2), act('approved', 2)], 2, 'approved'],
    ['returned', 'draft', [act('submitted', 2), act('returned', 2)], 2, 'returned'],
    ['saved after the approval', 'draft', [act('submitted', 2), act('approved', 2)], 3, 'drafting'],
    ['issued', 'issued', [act('issued', 2)], 2, 'issued'],
    ['thrown away after the approval', 'discarded', [act('approved', 2), act('discarded', 2)], 2, 'discarded'],
    ['corrected', 'replaced', [act('issued', 2)], 2, 'replaced'],
  ] as const)('%s', (_, state, acts, version, stage) => {
    expect(stageOf(state, acts, version)).toBe(stage);
  });
});

describe('who wrote', () => {
  const authors = authorsOf([act('submitted', 1, '王 某'), act('approved', 1, '李某')], '赵某');
  it.each([
    ['王某', true],
    ['王　某', true],
    ['赵某 ', true],
    ['李某', false],
  ])('%s: %s', (name, wrote) => {
    expect(isAuthor(name, authors)).toBe(wrote);
  });
});

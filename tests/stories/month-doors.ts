import type { Played } from './month-world.ts';

/** The doors of the story that are shut: by the address a person types, and by what its page would ask. */
export const SHUT: readonly (readonly [
  Played,
  readonly (readonly [page: string, heading: string])[],
  readonly (readonly [path: string, body: object | null, status: number])[],
])[] = [
  [
    'firm',
    [
      ['/desk', '人工复核'],
      ['/ledger', '问题台账'],
      ['/notices', '通报'],
      ['/users', '用户与令牌'],
    ],
    [
      ['/desk', null, 403],
      ['/problems', null, 403],
      ['/problems/UNFIXED', null, 403],
      ['/notices/NOTICE', null, 403],
      ['/assessment/2022', null, 403],
      ['/desk-reviews', { problemIds: ['UNFIXED'], order: { act: 'confirmed' } }, 403],
    ],
  ],
  [
    'unit',
    [
      ['/desk', '人工复核'],
      ['/overview', '概览'],
      ['/trail', '操作留痕'],
    ],
    [
      ['/raw-findings', null, 403],
      ['/my-unit?unitId=TOWN', null, 403],
      ['/problems/OTHER', null, 404],
      ['/problems/OTHER/answer', { text: '已改正' }, 404],
      ['/problems/hand-over', { problemIds: ['UNFIXED'] }, 403],
      ['/problems/recheck', { problemIds: ['UNFIXED'], result: 'fixed', reason: '自己看过' }, 403],
      ['/problems/close', { problemIds: ['UNFIXED'] }, 403],
      ['/draws/DRAW/publish', {}, 403],
    ],
  ],
  [
    'centre',
    [
      ['/trail', '操作留痕'],
      ['/users', '用户与令牌'],
    ],
    [
      ['/notices/NOTICE/issue', { version: 0, note: null }, 403],
      ['/problems/hand-over', { problemIds: ['UNFIXED'] }, 403],
      ['/problems/close', { problemIds: ['UNFIXED'] }, 403],
      ['/inspections', {}, 403],
      ['/problems/UNFIXED/answer', { text: '已改正' }, 403],
    ],
  ],
  [
    'office',
    [['/users', '用户与令牌']],
    [
      ['/problems/UNFIXED/answer', { text: '已改正' }, 403],
      ['/problems/receive', { problemIds: ['UNFIXED'] }, 403],
      ['/periods/2022-12/close', { cutoff: '2022-12-31' }, 400],
      ['/periods/2022-12/close', { cutoff: '2022-12-28' }, 422],
    ],
  ],
];

/** Puts what the names of the table stand for in this month into a text. */
export const filledWith =
  (names: Readonly<Record<string, string>>) =>
  (text: string): string =>
    Object.entries(names).reduce((filled, [name, value]) => filled.replace(name, value), text);

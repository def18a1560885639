import type { z } from 'zod';
import type { desk } from '../../../src/contract/endpoints/desk.ts';
import type { deskFinding } from '../../../src/contract/endpoints/desk-finding.ts';
import type { deskReview } from '../../../src/contract/endpoints/desk-review.ts';

export type Desk = z.output<(typeof desk)['output']>;
export type Row = Desk['rows'][number];
export type Finding = z.output<(typeof deskFinding)['output']>;
export type Order = z.input<(typeof deskReview)['input']>['order'];
export type DeskAct = Order['act'];
/** An act that needs more words before it is done. */
export type Asking = 'rejected' | 'merged' | 'exempted';

export const DONE_WORDS: Record<DeskAct, string> = {
  confirmed: '认定为问题',
  rejected: '不予认定',
  merged: '并入其他问题',
  exempted: '豁免',
  undone: '撤回',
};

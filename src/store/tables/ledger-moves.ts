import type { CalendarDate } from '../../core/date.ts';

export const LEDGER_MOVES = ['found', 'reopened', 'closed'] as const;
/** 存量变动: into the stock for the first time, back into it, out of it. */
export type LedgerMove = (typeof LEDGER_MOVES)[number];

/** Tables written by the database itself (migration 0027); this program only reads them. */
export interface LedgerMoveTables {
  ledgerMove: {
    areaId: string;
    problemId: string;
    seq: number;
    day: CalendarDate;
    move: LedgerMove;
  };
}

import type { CalendarDate } from '../../core/date.ts';

export const LEDGER_MOVES = ['found', 'reopened', 'closed'] as const;
/** 存量变动: into the stock for the first time, back into it, out of it. */
export type LedgerMove = (typeof LEDGER_MOVES)[number];

/** Tables written by the database itself (migrations 0027, 0030); this program only reads them. */
export interface LedgerMoveTables {
  ledgerMove: {
    areaId: string;
    problemId: string;
    seq: number;
    day: CalendarDate;
    move: LedgerMove;
  };
  /** 逾期: acts that came after the last permitted day while the next move may have been the unit's. */
  ledgerLate: {
    areaId: string;
    problemId: string;
    seq: number;
    day: CalendarDate;
  };
}

import type { SheetChoice } from './sheets/choices.ts';

/** What a person decided about a file after looking at its preview. */
export interface ImportChoices {
  /** Kind, head and columns by sheet name, where they differ from what was proposed. */
  sheets: Readonly<Record<string, SheetChoice>>;
  /** Sheets whose rows and columns were put together again and looked at. */
  confirmed: readonly string[];
  /** All of them were: said once on a terminal. */
  allConfirmed?: boolean;
  /** Whether the problems of an earlier notice go into the ledger. */
  history: boolean;
}

/** Nothing decided: everything as recognised, nothing into the ledger that the file does not call a list of problems. */
export const NO_CHOICES: ImportChoices = { sheets: {}, confirmed: [], history: false };

const BEFORE = 'terminal/';

/** What an act of the terminal is called in the trail, beside the names of endpoints. */
export const terminalAct = (command: string): string => `${BEFORE}${command}`;

/** The same in words; null for an act that is none of the terminal's. */
export const terminalActName = (act: string): string | null =>
  act.startsWith(BEFORE) ? `终端命令 mingcha ${act.slice(BEFORE.length)}` : null;

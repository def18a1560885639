/** Closed list of error classes; each has one process exit code. Code steers by `code`, never by message text. */
export const ERROR_CODES = {
  usage: 2,
  'bad-input': 3,
  'not-found': 4,
  conflict: 5,
  refused: 6,
  'not-allowed': 7,
  unavailable: 8,
  interrupted: 9,
  'not-signed-in': 10,
  'too-often': 11,
  internal: 70,
} as const;
export type ErrorCode = keyof typeof ERROR_CODES;

/** One place in an input that is wrong: where it is, what stands there, and what would be right. */
export interface InputFault {
  /** Sheet name or file name. */
  sheet?: string;
  /** Row as the user counts it, from 1, header included. */
  row?: number;
  /** Column letter as a spreadsheet shows it. */
  column?: string;
  /** Column title or name of the field; a JSON path where no person reads it. */
  field?: string;
  /** Where it stands in what was sent: names and positions (from 0) parted by dots. */
  path?: string;
  /** What stands there, as text. */
  value?: string;
  /** What is wrong and what would be right, in Chinese. */
  message: string;
}

/** Every error that reaches a user: Chinese message plus the next step to take. */
export class MingchaError extends Error {
  readonly code: ErrorCode;
  readonly next: string;
  readonly faults: readonly InputFault[];
  constructor(code: ErrorCode, message: string, next: string, options: { faults?: readonly InputFault[]; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'MingchaError';
    this.code = code;
    this.next = next;
    this.faults = options.faults ?? [];
  }
}

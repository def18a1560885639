import type { Outcome } from '../../evidence/outcome.ts';

/** One question a page's script asked for the entries of its list. */
export interface DataCall {
  url: string;
  method: string;
  /** Null when no answer came. */
  status: number | null;
  /** `ok`, or how it failed. */
  outcome: Outcome;
  /** What the answer says of its entries; `unknown` where it does not say. */
  entries: 'none' | 'some' | 'unknown';
}

/** Content systems report their own faults with status 200: {"code":500,"msg":…}, {"success":false}. */
const FAULT =
  /"(?:code|status|errcode|errno|ret|resultcode|statuscode)"\s*:\s*"?(?:-\d|[45]\d\d)|"(?:success|ok)"\s*:\s*"?false|"(?:error|exception)"\s*:\s*"?[^"\s,}]*[^"\s,}nulfase]/i;
const NO_ROWS = /"(?:\w*(?:total|count|num|records?|size))"\s*:\s*"?0\b|<totalrecord>\s*0\s*</i;
const EMPTY_LIST = /:\s*\[\s*\]|^\s*\[\s*\]\s*$|<recordset>\s*<\/recordset>|<recordset\s*\/>/;
const FILLED_LIST = /\[\s*[{["]|<record>|<li\b|<tr\b/i;

/**
 * Whether the answer to a data call holds entries. `none` accuses the owner of the list, so it wants an empty list in so many
 * words and no word of a fault.
 */
export function entriesIn(body: string): DataCall['entries'] {
  if (FAULT.test(body)) return 'unknown';
  if (FILLED_LIST.test(body)) return 'some';
  return EMPTY_LIST.test(body) || NO_ROWS.test(body) ? 'none' : 'unknown';
}

import type { z } from 'zod';
import { fieldName, fieldWords } from '../contract/field-name.ts';
import { type InputFault, MingchaError } from '../core/error.ts';
import { issueWords, nearestIssues } from '../core/shape-words.ts';
import type { Route } from './load-routes.ts';

/** How many faults the message itself names; the rest are shown at their fields. */
const MOST_SAID = 3;
const MOST_FAULTS = 100;

/** What was handed in does not have the contract's shape: every wrong field by the name people know it by. */
export function refusedInput({ id, endpoint }: Route, { issues }: z.ZodError): MingchaError {
  const first = issues.flatMap(nearestIssues).filter(({ path }, i, all) => all.findIndex((one) => one.path.join() === path.join()) === i);
  const faults = first.map(
    (issue): InputFault => ({
      field: fieldWords(id, issue.path),
      path: issue.path.join('.'),
      message: issueWords(issue),
    }),
  );
  const said = faults.slice(0, MOST_SAID).map(({ field, message }) => `${field}：${message}`);
  const all = faults.length > MOST_SAID ? `共 ${faults.length} 处不对。${said.join('；')}……` : `${said.join('；')}。`;
  const next =
    endpoint.method === 'POST'
      ? '请改正后重新提交。'
      : `请从页面上的链接重新进入，或去掉地址中的这${faults.length > 1 ? '几' : '一'}项（${faults.map(({ path }) => path).join('、')}）。`;
  return new MingchaError('bad-input', all, next, { faults: faults.slice(0, MOST_FAULTS) });
}

/** The faults an application named by the fields of this endpoint, with the names people know; others stay as they are. */
export function withNames({ id }: Pick<Route, 'id'>, error: MingchaError): MingchaError {
  if (error.faults.length === 0) return error;
  const { code, message, next, cause } = error;
  return new MingchaError(code, message, next, { faults: error.faults.map((fault) => named(id, fault)), cause });
}

function named(id: string, fault: InputFault): InputFault {
  // Of a file, a field is a title of its columns.
  if (fault.row !== undefined) return fault;
  const path = fault.path ?? fault.field ?? '';
  const steps = path.split('.').map((one) => (/^\d+$/.test(one) ? Number(one) : one));
  return fieldName(id, steps) === null ? fault : { ...fault, field: fieldWords(id, steps), path };
}

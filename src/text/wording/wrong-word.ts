import { type InputFault, MingchaError } from '../../core/error.ts';
import type { Severity } from '../finding.ts';
import { dataRows } from './phrase.ts';

/** A spelling known to be wrong (易错词). */
export interface WrongWord {
  wrong: string;
  right: string;
  /** Longer strings that hold the wrong one and are right (按装 within 按装置): there it is not told. */
  unless: readonly string[];
  severity: Severity;
}

/**
 * Reads the list: `wrong right unless severity` by tab, `unless` divided by `|`.
 * @throws bad-input that names every wrong row and says what would be right.
 */
export function parseWrongWords(table: string): WrongWord[] {
  const faults: InputFault[] = [];
  const rows = dataRows(table).map(({ cells, row }) => {
    const [wrong = '', right = '', unless = '', severity = ''] = cells;
    const excepted = unless.split('|').filter(Boolean);
    if (wrong.length < 2) faults.push({ row, field: 'wrong', value: wrong, message: '错误写法至少两个字' });
    if (right === '' || right === wrong)
      faults.push({ row, field: 'right', value: right, message: '正确写法不能空着，也不能与错误写法相同' });
    for (const one of excepted)
      if (!one.includes(wrong)) faults.push({ row, field: 'unless', value: one, message: `例外“${one}”里没有“${wrong}”，起不了作用` });
    if (!/^[1-4]$/.test(severity)) faults.push({ row, field: 'severity', value: severity, message: '等级只能是 1、2、3、4' });
    return { wrong, right, unless: excepted, severity: Number(severity) as Severity };
  });
  if (faults.length > 0)
    throw new MingchaError('bad-input', `易错词表有${faults.length}处不对。`, '请按每行的提示改正后再用。', { faults });
  return rows;
}

import { type InputFault, MingchaError } from '../core/error.ts';

/** Results go to standard output, everything said to a person while working goes to standard error. */
export const out = (text = ''): void => void process.stdout.write(`${text}\n`);
export const say = (text = ''): void => void process.stderr.write(`${text}\n`);
export const outJson = (value: unknown): void => out(JSON.stringify(value));

const FAULTS_SHOWN = 30;

/** `工作表“单位” 第5行 “类别”列 “镇子”：…` */
export function faultLine(fault: InputFault): string {
  const place = [
    fault.sheet === undefined ? '' : `“${fault.sheet}”`,
    fault.row === undefined ? '' : `第${fault.row}行`,
    fault.column === undefined ? '' : `${fault.column}列`,
    fault.field === undefined ? '' : `“${fault.field}”`,
    fault.value === undefined ? '' : `（现为“${fault.value}”）`,
  ].join('');
  return place ? `${place}：${fault.message}` : fault.message;
}

/** Prints an error with its places and the next step; answers the exit code's class. */
export function sayError(error: unknown): MingchaError {
  const known =
    error instanceof MingchaError
      ? error
      : new MingchaError(
          'internal',
          `程序内部错误：${error instanceof Error ? error.message : String(error)}`,
          '请带上这段信息和操作步骤反馈问题；重新运行不会丢失数据。',
          { cause: error },
        );
  say(`错误：${known.message}`);
  for (const fault of known.faults.slice(0, FAULTS_SHOWN)) say(`  · ${faultLine(fault)}`);
  if (known.faults.length > FAULTS_SHOWN) say(`  · ……另有 ${known.faults.length - FAULTS_SHOWN} 处`);
  say(`下一步：${known.next}`);
  if (known.code === 'internal' && error instanceof Error && process.env.MINGCHA_DEBUG) say(error.stack);
  return known;
}

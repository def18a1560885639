import type { Command } from './command.ts';
import { EXIT_CODE_NAMES, EXIT_CODES } from './exit-codes.ts';

/** Columns a text takes on a terminal: a Chinese character takes two. */
function width(text: string): number {
  return [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2e80 ? 2 : 1), 0);
}

/** The text filled up with blanks to a width, with one blank at least. */
export const pad = (text: string, columns: number): string => text + ' '.repeat(Math.max(1, columns - width(text)));

/** `mingcha --help`. */
export function overviewHelp(commands: readonly Command[]): string {
  return [
    '明察 mingcha：政府网站与政务新媒体监测、台账、通报',
    '',
    '用法：mingcha 命令 [参数] [选项]        mingcha 命令 --help 查看一个命令',
    '',
    '命令：',
    ...commands.map((command) => `  ${pad(command.name, 12)}${command.summary}`),
    '',
    '退出码：',
    ...Object.entries(EXIT_CODES).map(([key, code]) => `  ${pad(String(code), 12)}${EXIT_CODE_NAMES[key as keyof typeof EXIT_CODES]}`),
  ].join('\n');
}

/** `mingcha 命令 --help`. */
export function commandHelp(command: Command): string {
  const options = Object.entries(command.options).map(
    ([key, spec]) => `  ${pad(`--${key}${spec.value ? ` ${spec.value}` : ''}`, 26)}${spec.help}`,
  );
  return [
    command.summary,
    '',
    `用法：mingcha ${[command.name, command.arguments, options.length ? '[选项]' : ''].filter(Boolean).join(' ')}`,
    ...(options.length ? ['', '选项：', ...options] : []),
    ...(command.examples.length ? ['', '例：', ...command.examples.map((line) => `  ${line}`)] : []),
  ].join('\n');
}

import type { Config } from '../app/config.ts';
import { MingchaError } from '../core/error.ts';

/** One option of a command. `value` names what follows it, in Chinese; without it the option is a switch. */
export interface OptionSpec {
  value?: string;
  multiple?: boolean;
  help: string;
}

export interface CommandInput {
  values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  positionals: readonly string[];
  config: Config;
  /** Root of the installation: where samples, fonts and the built page lie. */
  root: string;
}

/**
 * What one call of a command changes of what the installation holds.
 * - null: nothing. It finds the database read-only and leaves no line in the trail.
 * - of one area, or of none (null): it is run with its line in the trail.
 * - 'by itself': it brings the whole database up, or fills an empty one, and sees to its line itself (`lineOf`).
 */
export type Change = null | 'by itself' | { area: string | null; about?: Readonly<Record<string, string>> };

/** A command of the terminal. One file in `commands/`, read at start; the file name is the command's name. */
export interface Command {
  name: string;
  /** One line for the overview. */
  summary: string;
  /** Positional part of the usage line: `文件…`. */
  arguments: string;
  /** Fewest and most positionals. */
  count: readonly [number, number];
  options: Readonly<Record<string, OptionSpec>>;
  examples: readonly string[];
  /** Says what this call changes, from its words alone. May throw 'usage' for words that are wrong. */
  changes(input: CommandInput): Change;
  /** Answers the exit code; 0 when it answers nothing. */
  run(input: CommandInput): Promise<number | undefined>;
}

/** Reads a text option; undefined when it was not given. */
export function textOption(input: CommandInput, name: string): string | undefined {
  const value = input.values[name];
  return typeof value === 'string' ? value : undefined;
}

/** Reads an option that is a whole number; null when it was not given. Throws 'usage' for anything else. */
export function wholeOption(input: CommandInput, name: string): number | null {
  const text = textOption(input, name);
  if (text === undefined) return null;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new MingchaError('usage', `--${name} 的值“${text}”不是整数。`, `请写成整数，例如 --${name} 8。`);
}

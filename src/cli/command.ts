import type { Config } from '../app/config.ts';

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
  /** Answers the exit code; 0 when it answers nothing. */
  run(input: CommandInput): Promise<number | undefined>;
}

/** Reads a text option; undefined when it was not given. */
export function textOption(input: CommandInput, name: string): string | undefined {
  const value = input.values[name];
  return typeof value === 'string' ? value : undefined;
}

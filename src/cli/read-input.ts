import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../app/config.ts';
import { MingchaError } from '../core/error.ts';
import type { Command, CommandInput } from './command.ts';

/** Options and arguments of a command. Throws 'usage' for those it does not know. */
export function readInput(command: Command, args: readonly string[]): CommandInput {
  const root = process.env.MINGCHA_ROOT ?? join(import.meta.dirname, '..', '..');
  const options = Object.fromEntries(
    Object.entries(command.options).map(([key, spec]) => [
      key,
      { type: spec.value ? ('string' as const) : ('boolean' as const), multiple: spec.multiple ?? false },
    ]),
  );
  let parsed: { values: CommandInput['values']; positionals: string[] };
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true }) as typeof parsed;
  } catch (cause) {
    const bad = args.find((arg) => arg.startsWith('--') && !((arg.slice(2).split('=')[0] as string) in options));
    const bare = args.find(
      (arg, at) => arg.startsWith('--') && command.options[arg.slice(2)]?.value && (args[at + 1] ?? '-').startsWith('-'),
    );
    const without = bare && `“mingcha ${command.name}”的选项 ${bare} 后面没有写${command.options[bare.slice(2)]?.value}。`;
    throw new MingchaError(
      'usage',
      bad ? `“mingcha ${command.name}”没有选项 ${bad}。` : (without ?? `“mingcha ${command.name}”的参数写法不对。`),
      `输入 mingcha ${command.name} --help 查看用法。`,
      { cause },
    );
  }
  const [fewest, most] = command.count;
  if (parsed.positionals.length < fewest || parsed.positionals.length > most) {
    throw new MingchaError(
      'usage',
      `“mingcha ${command.name}”需要：${command.arguments || '不带参数'}。`,
      `输入 mingcha ${command.name} --help 查看用法。`,
    );
  }
  return { ...parsed, config: readConfig(process.env, root), root };
}

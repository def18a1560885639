import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../app/config.ts';
import { MingchaError } from '../core/error.ts';
import type { Command, CommandInput } from './command.ts';
import { EXIT_CODES } from './exit-codes.ts';
import { commandHelp, overviewHelp } from './help.ts';
import { commandNames, loadCommand } from './load.ts';
import { out, outJson, sayError } from './print.ts';

/** Entry of the terminal program. Holds only start-up: find the command, read its options, run, answer the exit code. */
async function main(argv: readonly string[]): Promise<number> {
  const names = await commandNames();
  const [first, ...rest] = argv;
  const asksHelp = first === undefined || first === '--help' || first === '-h' || first === 'help';
  const name = first === 'help' ? rest[0] : first;
  if (asksHelp && (name === undefined || !names.includes(name))) {
    out(overviewHelp(await Promise.all(names.map(loadCommand))));
    return EXIT_CODES.ok;
  }
  if (name === undefined || !names.includes(name))
    throw new MingchaError('usage', `没有“${name}”这个命令。`, `可用的命令：${names.join('、')}。输入 mingcha --help 查看说明。`);
  const command = await loadCommand(name);
  if (asksHelp || rest.includes('--help') || rest.includes('-h')) {
    out(commandHelp(command));
    return EXIT_CODES.ok;
  }
  return (await command.run(readInput(command, rest))) ?? EXIT_CODES.ok;
}

function readInput(command: Command, args: readonly string[]): CommandInput {
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
    throw new MingchaError(
      'usage',
      bad ? `“mingcha ${command.name}”没有选项 ${bad}。` : `“mingcha ${command.name}”的参数写法不对。`,
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

// A reader that has seen enough (| head) is no fault of the work: it goes on to its end, and what is said goes nowhere.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const known = sayError(error);
    if (process.argv.includes('--json'))
      outJson({ error: { code: known.code, message: known.message, next: known.next, faults: known.faults } });
    process.exitCode = EXIT_CODES[known.code];
  },
);

import { MingchaError } from '../core/error.ts';
import { EXIT_CODES } from './exit-codes.ts';
import { commandHelp, overviewHelp } from './help.ts';
import { commandNames, loadCommand } from './load.ts';
import { out, outJson, sayError } from './print.ts';
import { readInput } from './read-input.ts';
import { runCommand } from './run-command.ts';

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
  return (await runCommand(command, readInput(command, rest))) ?? EXIT_CODES.ok;
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

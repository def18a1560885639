import type { Command, CommandInput } from './command.ts';

/**
 * Runs a command. One that changes something leaves a line in the trail (操作留痕) before it begins, and its end after it; one that
 * only looks finds the database read-only, so what says by mistake that it changes nothing is refused by the database itself.
 */
export async function runCommand(command: Command, input: CommandInput): Promise<number | undefined> {
  const change = command.changes(input);
  if (change === null) return command.run({ ...input, config: { ...input.config, readOnly: true } });
  if (change === 'by itself') return command.run(input);
  // Loaded when it is wanted: many commands need no database.
  const { runTraced } = await import('./traced.ts');
  return runTraced(command, input, change);
}

import { hostname } from 'node:os';
import { areaIdMeant } from '../app/find-area.ts';
import { withApp } from '../app/open.ts';
import { inTrail, type TrailedChange } from '../app/people/in-trail.ts';
import { terminalAct } from '../app/people/terminal-act.ts';
import type { Change, Command, CommandInput } from './command.ts';
import { terminalPerson } from './terminal-person.ts';

/** Runs a command that changes something, with its line in the trail (操作留痕). */
export async function runTraced(
  command: Command,
  input: CommandInput,
  change: Exclude<Change, string | null>,
): Promise<number | undefined> {
  const { config } = input;
  return withApp(config, async (app) => {
    const areaId = change.area === null ? null : await areaIdMeant(app.db, change.area);
    // What the command opens is this database: it is not waited for on its way out, and stopped by us.
    const within = { ...input, config: { ...config, databaseUrl: app.databaseUrl } };
    return inTrail(app, { ...lineOf(command.name, input), areaId, about: change.about ?? {} }, () => command.run(within));
  });
}

/** The line of a command. Whoever may run it owns the data folder: the system's account is all there is to know of a person. */
export const lineOf = (name: string, { positionals, values }: Pick<CommandInput, 'positionals' | 'values'>): TrailedChange => ({
  areaId: null,
  userId: null,
  name: `终端 ${terminalPerson(process.env)}`,
  role: 'terminal',
  act: terminalAct(name),
  about: {},
  given: { ...(positionals.length > 0 ? { arguments: positionals } : {}), ...values },
  address: hostname(),
});

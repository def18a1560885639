import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Command } from './command.ts';

/** Reads the commands' folder, sorted; a file whose name is not its command's stops the start. */
export async function loadCommands(): Promise<Map<string, Command>> {
  const folder = join(import.meta.dirname, 'commands');
  const files = (await readdir(folder)).filter((file) => /^[a-z-]+\.[jt]s$/.test(file)).sort();
  const commands = new Map<string, Command>();
  for (const file of files) {
    const { command } = (await import(pathToFileURL(join(folder, file)).href)) as { command: Command };
    if (`${command.name}` !== file.replace(/\.[jt]s$/, ''))
      throw new Error(`command ${command.name} lives in ${file}: name the file after the command`);
    commands.set(command.name, command);
  }
  return commands;
}

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Command } from './command.ts';

const FOLDER = join(import.meta.dirname, 'commands');

/** Names of the commands: one file each in the commands' folder, sorted. */
export async function commandNames(): Promise<string[]> {
  const files = (await readdir(FOLDER)).filter((file) => /^[a-z-]+\.[jt]s$/.test(file));
  return files.map((file) => file.replace(/\.[jt]s$/, '')).sort();
}

/** Loads one command alone: what the others need is not read. A file whose name is not its command's stops the start. */
export async function loadCommand(name: string): Promise<Command> {
  const extension = import.meta.filename.slice(-3);
  const { command } = (await import(pathToFileURL(join(FOLDER, `${name}${extension}`)).href)) as { command: Command };
  if (command.name !== name) throw new Error(`command ${command.name} lives in ${name}${extension}: name the file after the command`);
  return command;
}

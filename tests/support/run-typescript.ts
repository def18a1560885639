import { resolve } from 'node:path';

/** Command and arguments that run a TypeScript file of this repository in a process of its own, on any Node we support. */
export function runTypeScript(file: string, ...args: string[]): [command: string, args: string[]] {
  const stripsTypes = Number(process.versions.node.split('.')[0]) >= 24;
  const loader = stripsTypes ? ['--disable-warning=ExperimentalWarning'] : ['--import', 'tsx'];
  return [process.execPath, [...loader, resolve(import.meta.dirname, '..', '..', file), ...args]];
}

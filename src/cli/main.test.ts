import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { runTypeScript } from '../../tests/support/run-typescript.ts';

it('a reader that closes early is no error', async () => {
  const [command, args] = runTypeScript('src/cli/main.ts', 'audit', '--help');
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(said).toBe('');
});

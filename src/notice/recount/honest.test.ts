import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mutate } from '../../../bench/recount/mutations.ts';
import { readDocument } from '../../extract/document/read-document.ts';
import { recount } from './recount.ts';

const FOLDER = join(import.meta.dirname, 'testing');
const named = (folder: string): string[] => readdirSync(join(FOLDER, folder)).map((name) => join(folder, name));
const blocksOf = async (name: string) => (await readDocument(readFileSync(join(FOLDER, name)), name)).blocks;

describe('notices without an error', () => {
  it.each([...named('notices'), ...named('traps'), ...named('field/tuned'), ...named('field/held')])(
    '%s: no figure is accused',
    async (name) => {
      const { figures } = recount(await blocksOf(name));
      expect(figures.length).toBeGreaterThan(0);
      expect(
        figures.filter(({ verdict }) => verdict === 'disagrees').map(({ figure, recomputed }) => `${figure.quote} → ${recomputed}`),
      ).toEqual([]);
    },
  );
});

it('a changed digit of a checked figure, or of a cell it counts, is found in 95 of 100 cases', async () => {
  let found = 0;
  let all = 0;
  for (const name of named('notices')) {
    const { mutations } = mutate(await blocksOf(name));
    all += mutations.length;
    found += mutations.filter((mutation) => mutation.found).length;
  }
  expect(named('notices').length).toBeGreaterThanOrEqual(12);
  expect(all).toBeGreaterThan(1_000);
  expect(found / all).toBeGreaterThanOrEqual(0.95);
});

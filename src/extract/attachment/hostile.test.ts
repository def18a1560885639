import { describe, expect, it, vi } from 'vitest';
import { fuzzSeed } from '../../../bench/attachments/fuzz.ts';
import { cpuMs } from '../../../tests/support/cpu.ts';
import { readAttachment } from './read-attachment.ts';
import { seedFiles } from './testing/seeds.ts';

const seeds = await seedFiles();

describe('broken files of every kind', () => {
  it.each(seeds.map((seed) => [seed.name, seed] as const))('%s: each form ends with an outcome, in time', async (_, seed) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined); // the library of workbooks complains of each unknown record
    const ends = await fuzzSeed(seed, 24, 5_000);
    vi.restoreAllMocks();
    expect(Object.values(ends).reduce((sum, count) => sum + count, 0)).toBe(24);
    expect(await readAttachment(seed.bytes, { name: seed.name })).toMatchObject({ outcome: 'read', truncated: false });
  });

  const MB = 1_048_576;
  it.each([
    ['blanks', 'a.txt', ' '.repeat(4 * MB)],
    ['tables never closed', 'a.xls', '<table>'.repeat(60_000)],
    ['cells without end', 'a.csv', ','.repeat(MB)],
    ['a quote never closed', 'a.csv', `"${'""'.repeat(MB)}`],
    ['groups never closed', 'a.rtf', `{\\rtf1${'{\\b '.repeat(250_000)}`],
    ['cells of a row of RTF', 'a.rtf', `{\\rtf1${'\\cell'.repeat(400_000)}\\row}`],
    ['streams never ended', 'a.pdf', `%PDF-1.4\n${'1 0 obj<</Filter/FlateDecode>>stream\n'.repeat(20_000)}`],
  ] as const)('a megabyte of %s is read in seconds', async (_, name, content) => {
    const began = cpuMs();
    await readAttachment(Buffer.from(content), { name });
    expect(cpuMs() - began).toBeLessThan(5_000);
  });
});

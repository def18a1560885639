import JSZip from 'jszip';
import { expect, it } from 'vitest';
import { stampZip } from './zip-stamp.ts';

async function zip(date: string): Promise<Uint8Array> {
  const file = new JSZip();
  file.file('a.txt', 'a', { date: new Date(date) }).file('b/c.txt', 'c', { date: new Date(date) });
  return file.generateAsync({ type: 'uint8array' });
}

it('makes zips of different moments equal and leaves them readable', async () => {
  const [first, second] = [await zip('2022-12-27T10:00:00Z'), await zip('2024-01-01T08:30:00Z')];
  expect(Buffer.compare(first, second)).not.toBe(0);
  expect(Buffer.compare(stampZip(first), stampZip(second))).toBe(0);
  expect(await (await JSZip.loadAsync(first)).file('b/c.txt')?.async('string')).toBe('c');
});

it('refuses what is no zip', () => {
  expect(() => stampZip(new Uint8Array(40))).toThrow('not a zip');
});

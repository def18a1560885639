/**
 * Builds src/text/data/lm.bin, the counts behind layer L4, from a folder of official texts (*.txt.xz) and the dictionary of jieba;
 * the trees that judge (typo-trees.json, made by train-typos.ts) are packed with them. The same input gives the same bytes.
 * Run: npm run build:lm [-- FOLDER] [--out FILE] [--without FILE.jsonl]
 * `--without` leaves out the paragraphs that are a `target` in that file: to measure on them honestly.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { countInto, countWordsInto, keep, startCounting } from '../../src/text/statistics/counting.ts';
import { countsOf } from '../../src/text/statistics/counts.ts';
import { packModel } from '../../src/text/statistics/model-file.ts';
import { readBackground, targetsOf } from './lm/background.ts';
import { fetchDictionary, wordColumns } from './lm/dictionary.ts';
import { EVEN_WEIGHTS, fitWeights } from './lm/interpolation.ts';
import { readTrees } from './typos/trees-file.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const { positionals, values } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' }, without: { type: 'string' } } });
const folder = positionals[0] ?? here('../../../shared/proofreading/background');
const out = values.out ?? here('../../src/text/data/lm.bin');

const background = readBackground(folder, values.without === undefined ? new Set() : targetsOf(values.without));
const words = fetchDictionary();
const counted = startCounting(26);
countWordsInto(counted, words);
// One paragraph in twenty of the documents waits until the weights of the orders have been fitted on it.
const waiting: { line: string; weight: number }[] = [];
for (const { lines, weight } of background) {
  lines.forEach((line, i) => {
    if (weight > 1 && i % 400 < 20) waiting.push({ line, weight });
    else countInto(counted, line, weight);
  });
}
const weights = fitWeights(
  countsOf(keep(counted), EVEN_WEIGHTS),
  waiting.map(({ line }) => line),
);
for (const { line, weight } of waiting) countInto(counted, line, weight);
const parts = { ...keep(counted), ...weights, ...wordColumns(words) };
const bytes = packModel({ parts, trees: readTrees(here('typos/typo-trees.json')) });
writeFileSync(out, bytes);
const sha256 = createHash('sha256').update(bytes).digest('hex');
console.log(
  `${out}: ${bytes.length} bytes, ${parts.pairs.length} pairs, ${parts.triples.length} triples, ${parts.longer.keys.length} longer n-grams, ${parts.words.length} words, sha256 ${sha256}`,
);

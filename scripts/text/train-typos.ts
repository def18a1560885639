/**
 * Trains the trees that judge in layer L4 and writes typos/typo-trees.json; run `npm run build:lm` afterwards.
 * Policy documents are cut into parts; the slips we put into a part are judged with counts made without it. Once more all of them with
 * counts of statutes alone, so that the judge also meets text whose subject the counts hardly know; and a stretch of statutes.
 * Run: node scripts/text/train-typos.ts [FOLDER] [--out FILE] [--without FILE.jsonl]
 */

import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Counted, countInto, countWordsInto, keep, startCounting } from '../../src/text/statistics/counting.ts';
import { countsOf } from '../../src/text/statistics/counts.ts';
import { FEATURES } from '../../src/text/statistics/features.ts';
import type { Knowledge } from '../../src/text/statistics/knowledge.ts';
import { knowledgeOf } from '../../src/text/statistics/model.ts';
import { isHan } from '../../src/text/statistics/tokens.ts';
import { readBackground, targetsOf } from './lm/background.ts';
import { fetchDictionary, wordColumns } from './lm/dictionary.ts';
import { EVEN_WEIGHTS, fitWeights } from './lm/interpolation.ts';
import { boost } from './typos/boosting.ts';
import { ExampleRows, gather } from './typos/examples.ts';
import { SlipMaker } from './typos/inject.ts';
import { randomFrom } from './typos/random.ts';
import { writeTrees } from './typos/trees-file.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const { positionals, values } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' }, without: { type: 'string' } } });
const folder = positionals[0] ?? here('../../../shared/proofreading/background');
const out = values.out ?? here('typos/typo-trees.json');

const PARTS = 4;
/** Times each part is given other slips. */
const ROUNDS = 3;
/** Paragraphs of statutes judged, and where they begin. */
const STATUTES = { from: 60_000, count: 5_000 };

const background = readBackground(folder, values.without === undefined ? new Set() : targetsOf(values.without));
const words = fetchDictionary();
const documents = background.filter(({ weight }) => weight > 1);
const paragraphs = documents.flatMap(({ lines }) => lines);
const weight = Math.max(...documents.map((source) => source.weight));
const statutes = background.filter((source) => source.weight === 1).flatMap(({ lines }) => lines);
const rows = new ExampleRows();

const statutesOnly = countedStatutes(() => true);
learn(statutesOnly, paragraphs, 1);
const size = Math.ceil(paragraphs.length / PARTS);
for (let part = 0; part < PARTS; part += 1) {
  const counted = part === 0 ? statutesOnly : countedStatutes(() => true);
  const isHeld = (i: number): boolean => i >= part * size && i < (part + 1) * size;
  paragraphs.forEach((line, i) => {
    if (!isHeld(i)) countInto(counted, line, weight);
  });
  const held = paragraphs.filter((_, i) => isHeld(i));
  for (let round = 0; round < ROUNDS; round += 1) learn(counted, held, 100 * (round + 1) + part);
}
const isStatuteHeld = (i: number): boolean => i >= STATUTES.from && i < STATUTES.from + STATUTES.count;
const withoutSome = countedStatutes((i) => !isStatuteHeld(i));
for (const line of paragraphs) countInto(withoutSome, line, weight);
learn(
  withoutSome,
  statutes.filter((_, i) => isStatuteHeld(i)),
  200,
);

const columns = rows.columns.map((column) => Float32Array.from(column));
const trees = boost(
  { features: FEATURES, columns, labels: Uint8Array.from(rows.labels) },
  { trees: 300, depth: 6, rate: 0.08, sample: 0.5, leastWeight: 4, seed: 1 },
);
writeTrees(out, trees);
console.log(`${out}: ${trees.roots.length} trees from ${rows.labels.length} edits`);

function countedStatutes(isCounted: (i: number) => boolean): Counted {
  const counted = startCounting(26);
  countWordsInto(counted, words);
  statutes.forEach((line, i) => {
    if (isCounted(i)) countInto(counted, line, 1);
  });
  return counted;
}

function learn(counted: Counted, held: readonly string[], seed: number): void {
  const knowledge = known(counted, held);
  const random = randomFrom(seed);
  const { single } = knowledge.model.counts;
  const characters = new Map<string, number>();
  single.forEach((count, id) => {
    if (isHan(id) && count >= 20) characters.set(String.fromCharCode(id), count);
  });
  gather(knowledge, held, new SlipMaker(words, characters, random), random, rows);
  console.log(`${rows.labels.length} edits, ${rows.labels.reduce((sum, label) => sum + label, 0)} right`);
}

function known(counted: Counted, held: readonly string[]): Knowledge {
  const parts = keep(counted);
  const sample = held.filter((_, i) => i % 20 === 0);
  return knowledgeOf({ ...parts, ...fitWeights(countsOf(parts, EVEN_WEIGHTS), sample), ...wordColumns(words) });
}

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readTrees } from '../../scripts/text/typos/trees-file.ts';
import type { BlockReader, Finding } from '../../src/text/finding.ts';
import { compileStatistics } from '../../src/text/statistics/compile.ts';
import { readModel } from '../../src/text/statistics/model.ts';
import { notIn } from './background.ts';
import { injectMix, loadConfusions, SLIPS } from './inject.ts';
import { perTenThousand, type Read, sentenceScores } from './score.ts';
import { background, cleanNews, hasShared, newspaperPairs, odwPairs, type Pair, policyPairs } from './shared-data.ts';

/**
 * `node bench/proofreading/statistics.ts [--model FILE] [--trees FILE]`: layer L4 alone, at several thresholds of the score the judge
 * gives before the density of slips in the text is allowed for.
 * The model that ships counted the sentences of the policy set: for an honest figure there, give counts and trees that were made with
 * `--without` that set (`npm run build:lm -- --without FILE --out FILE`, `train-typos.ts --without FILE --out FILE`).
 */
if (!hasShared) {
  console.warn('SKIPPED: ../shared/proofreading is absent, nothing was measured.');
  process.exit(0);
}
const { values } = parseArgs({ options: { model: { type: 'string' }, trees: { type: 'string' } } });
const THRESHOLDS = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

const bytes = readFileSync(values.model ?? fileURLToPath(new URL('../../src/text/data/lm.bin', import.meta.url)));
const before = process.memoryUsage.rss();
const started = process.cpuUsage();
const shipped = readModel(bytes);
const model = values.trees === undefined ? shipped : { ...shipped, trees: readTrees(values.trees) };
const read: BlockReader = compileStatistics(model);
const loaded = process.cpuUsage(started);
console.log(
  `${bytes.length} bytes, ready in ${((loaded.user + loaded.system) / 1e6).toFixed(2)} s of processor time, ${Math.round((process.memoryUsage.rss() - before) / 2 ** 20)} MB more resident`,
);

const policy = policyPairs();
const news = cleanNews();
const odw = odwPairs();
const texts = [background('laws'), background('policies_AB')];
const strict = notIn(
  texts,
  odw.map(({ target }) => target),
);
const confusions = loadConfusions();
const cleanPolicy = [...new Set(policy.map(({ target }) => target))];
measure('policy B, injected substitutions', policy);
measure(
  'EC-ODW dev, not in the background',
  odw.filter(({ target }) => strict.has(target)),
);
measure('newspaper homophones', newspaperPairs());
mix('realistic mix in policy B', cleanPolicy);
mix('realistic mix in 学习强国', news);

/** Sentence correction, and false flags on the sentences that hold no error. */
function measure(name: string, pairs: readonly Pair[]): void {
  const reads = readAll(pairs);
  console.log(`\n${name}: ${pairs.length} sentences`);
  for (const least of THRESHOLDS) {
    const { precision, recall, f1 } = sentenceScores(reads, ({ score }) => score >= least);
    console.log(`  ${least.toFixed(2)}  P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}  ${falseFlags(reads, least)}`);
  }
}

/** What is found of one slip in each sentence, and at which price in the sentences as they were. */
function mix(name: string, sentences: readonly string[]): void {
  const clean = readAll(sentences.map((sentence) => ({ source: sentence, target: sentence })));
  const slips = injectMix(sentences, confusions);
  const found = slips.map((slip) => ({
    slip,
    near: read(slip.source).filter(({ start, end }) => start <= slip.end + 1 && end >= slip.start - 1),
  }));
  console.log(`\n${name}: ${slips.length} slips`);
  for (const least of THRESHOLDS) {
    const byKind = SLIPS.map(
      (kind) =>
        `${kind} ${share(
          found.filter(({ slip }) => slip.kind === kind),
          least,
        )}`,
    );
    console.log(`  ${least.toFixed(2)}  found ${share(found, least)}  ${falseFlags(clean, least)}  ${byKind.join(', ')}`);
  }
}

/** Reads every sentence and tells how fast, in characters per second of processor time. */
function readAll(pairs: readonly Pair[]): Read[] {
  const start = process.cpuUsage();
  const reads = pairs.map((pair) => ({ ...pair, findings: read(pair.source) }));
  const { user, system } = process.cpuUsage(start);
  const characters = pairs.reduce((sum, { source }) => sum + source.length, 0);
  console.log(`  (${Math.round(characters / ((user + system) / 1e3))}k characters a second)`);
  return reads;
}

function falseFlags(reads: readonly Read[], least: number): string {
  const clean = reads.filter(({ source, target }) => source === target);
  const characters = clean.reduce((sum, { source }) => sum + source.length, 0);
  const flags = clean.flatMap(({ findings }) => findings.filter(({ score }) => score >= least)).length;
  return characters === 0 ? '' : `false ${perTenThousand(flags, characters).toFixed(2)} per 10k (${flags} in ${characters})`;
}

function share(found: readonly { near: readonly Finding[] }[], least: number): string {
  return percent(found.filter(({ near }) => near.some(({ score }) => score >= least)).length / Math.max(1, found.length));
}

function percent(part: number): string {
  return `${(part * 100).toFixed(1)} %`;
}

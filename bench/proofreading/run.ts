import { openProofreader, THRESHOLDS } from '../../src/app/proof/open-proofreader.ts';
import { proofFile } from '../../src/app/proof/proof-file.ts';
import { proofLayers } from '../../src/app/proof/request.ts';
import { notIn } from './background.ts';
import { injectMix, loadConfusions, SLIPS } from './inject.ts';
import { EDIT_KINDS, editedPhrases } from './phrase-edits.ts';
import {
  candidatesOf,
  corrected,
  FEEDS,
  type Feed,
  type Keep,
  perTenThousand,
  type Read,
  readAll,
  sentenceScores,
  sweep,
} from './score.ts';
import {
  background,
  cleanNews,
  hasShared,
  newspaperPairs,
  odwPairs,
  phrases,
  policyPairs,
  realErrors,
  SEEDS,
  seedNotice,
} from './shared-data.ts';
import { speeds } from './speed.ts';

/**
 * `node bench/proofreading/run.ts [--quick] [--missed]`: everything issue 5 asks of proofreading, measured on the developer data
 * beside the repository. `--model FILE`: other counts than those that ship (`npm run build:lm -- --without FILE --out FILE`).
 * `--quick` takes one sentence in ten; `--missed` prints what was missed and what was falsely flagged.
 */
if (!hasShared) {
  console.warn('SKIPPED: ../shared/proofreading is absent, nothing was measured.');
  process.exit(0);
}
const quick = process.argv.includes('--quick');
const showMissed = process.argv.includes('--missed');
const DAY = '2026-11-22';
const modelAt = process.argv.indexOf('--model');
const model: { model?: string } = modelAt < 0 ? {} : { model: process.argv[modelAt + 1] as string };
const some = <T>(list: readonly T[]): T[] => (quick ? list.filter((_, i) => i % 10 === 0) : [...list]);
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const row = (name: string, ...cells: (string | number)[]): void => console.log(`${name.padEnd(58)} ${cells.join('  ')}`);
const shipped: Keep = ({ layer, score }) => score >= (THRESHOLDS[layer] ?? 0);

const all = await openProofreader({ day: DAY, layers: proofLayers(undefined), ...model });
const lists = await openProofreader({ day: DAY, layers: ['L1', 'L2'] });
const statistics = await openProofreader({ day: DAY, layers: ['L4'], ...model });
const confusions = loadConfusions();
const policy = some(policyPairs());
const cleanPolicy = policy.map(({ target }) => target);
const news = some(cleanNews());

console.log(`\nThe dev part of the data; the held-back part is not here. ${quick ? 'One sentence in ten.' : ''}`);

console.log('\n1. Official wording and names (L1+L2)');
const edits = some(
  editedPhrases(
    phrases().filter((phrase) => phrase.length >= 6),
    confusions,
  ),
);
const hits = edits.map((edit) => ({
  edit,
  found: lists.readText(edit.text).findings.some(({ start, end }) => start <= edit.end && end >= edit.start),
}));
row(
  `phrases ${new Set(edits.map(({ phrase }) => phrase)).size}, one-letter edits in running text found`,
  percent(hits.filter(({ found }) => found).length / hits.length),
);
for (const kind of EDIT_KINDS) {
  const own = hits.filter(({ edit }) => edit.kind === kind);
  row(`  ${kind}`, percent(own.filter(({ found }) => found).length / own.length), `of ${own.length}`);
}
if (showMissed) for (const { edit, found } of hits) if (!found) console.log(`    missed ${edit.kind}: ${edit.phrase} | ${edit.text}`);
for (const feed of FEEDS) clean('false flags, policy and news', lists, [...cleanPolicy, ...news], feed);

const odw = some(odwPairs());
const strict = notIn(
  [background('laws'), background('policies_AB')],
  odw.map(({ target }) => target),
);
const mixed = injectMix([...cleanPolicy, ...news], confusions);
for (const feed of FEEDS) {
  console.log(`\n2. Statistics (L4) alone, sentence correction, ${feed}`);
  correction('policy B, injected', readAll(statistics, policy, feed), [0.5, 0.65]);

  console.log(`\n3. All layers, sentence correction, ${feed}`);
  correction('policy B, injected', readAll(all, policy, feed), [0.5, 0.65]);
  const odwReads = readAll(all, odw, feed);
  correction('EC-ODW dev', odwReads, []);
  correction(
    'EC-ODW dev, not in the background',
    odwReads.filter(({ target }) => strict.has(target)),
    [],
  );
  correction('newspaper homophones (dev)', readAll(all, some(newspaperPairs()), feed), []);

  console.log(`\n4. Realistic mix of errors, all layers at the thresholds that ship, ${feed}`);
  mix(feed);
  clean('false flags, policy', all, cleanPolicy, feed);
  clean('false flags, news', all, news, feed);
  clean(
    'false flags, EC-ODW targets',
    all,
    odw.map(({ target }) => target),
    feed,
  );
}

console.log('\n5. EC-ODW dev in texts of so many sentences, all layers');
for (const size of [1, 5, 20, 100]) {
  const reads = piecesOf(odw, size).flatMap((piece) => readAll(all, piece, 'as one document'));
  const { precision, recall, f1 } = sentenceScores(reads, shipped);
  row(`  ${size}`, `P ${percent(precision)} R ${percent(recall)} F1 ${percent(f1)}`);
}

console.log('\n6. Real reported errors and seeds');
const real = realErrors();
const caught = real.filter(({ carrierWrong, carrierRight }) => {
  const { start, end } = difference(carrierWrong, carrierRight);
  const seen = all.readText(carrierWrong).findings.some((finding) => finding.start <= end && finding.end >= start);
  if (!seen && showMissed) console.log(`    missed: ${carrierWrong} → ${carrierRight}`);
  return seen;
});
row(
  'reported errors found (dev)',
  `${caught.length} of ${real.length}`,
  `false on the corrected sentences ${real.flatMap(({ carrierRight }) => all.readText(carrierRight).findings).length}`,
);
for (const { file, mustFind } of SEEDS) {
  const { findings } = await proofFile(all, seedNotice(file), `${file}.md`);
  const wanted = mustFind.filter((words) => findings.some((finding) => finding.found.includes(words) || words.includes(finding.found)));
  const others = findings.filter(({ found: words }) => !mustFind.some((one) => one.includes(words) || words.includes(one)));
  row(
    file,
    `found ${wanted.length} of ${mustFind.length}`,
    `other ${others.length}${others.map(({ found: words }) => `：${words}`).join('')}`,
  );
}

console.log('\n7. Speed and memory (processor time, one process each)');
const fresh = [...cleanNews(), ...newspaperPairs().map(({ target }) => target)].join('\n');
for (const { name, startUp, perSecond, megabytes } of speeds({ fresh, long: background('policies_AB') }, model.model))
  row(
    name,
    `${Math.round(perSecond / 1000)}k letters/s`,
    `start-up ${startUp.toFixed(2)} s of processor time`,
    `${Math.round(megabytes)} MB`,
  );

/** What is found of one slip in each sentence, at the thresholds that ship and at others of L4, and what it costs in the same sentences without slips. */
function mix(feed: Feed): void {
  const reads = readAll(all, mixed, feed);
  const candidates = mixed.map((one, i) => ({
    one,
    near: (reads[i] as Read).findings.filter(({ start, end }) => start <= one.end + 1 && end >= one.start - 1),
  }));
  const found = candidates.map(({ one, near }) => {
    const told = near.filter(shipped);
    return { one, seen: told.length > 0, right: corrected(one.source, told) === one.target };
  });
  row(`sentences ${found.length}: found`, percent(share(found, 'seen')), 'rightly corrected', percent(share(found, 'right')));
  for (const kind of SLIPS) {
    const own = found.filter(({ one }) => one.kind === kind);
    row(`  ${kind}`, percent(share(own, 'seen')), percent(share(own, 'right')), `of ${own.length}`);
  }
  const { findings, characters } = candidatesOf(all, [...cleanPolicy, ...news], feed);
  const flags = findings.flat();
  for (const least of [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95]) {
    const keep: Keep = (finding) => (finding.layer === 'L4' ? finding.score >= least : shipped(finding));
    const recall = candidates.filter(({ near }) => near.some(keep)).length / candidates.length;
    row(`  with L4 from ${least}`, percent(recall), `${perTenThousand(flags.filter(keep).length, characters).toFixed(2)} false per 10k`);
  }
}

function piecesOf<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
}

function share(list: readonly { seen: boolean; right: boolean }[], what: 'seen' | 'right'): number {
  return list.filter((one) => one[what]).length / Math.max(1, list.length);
}

function clean(name: string, reader: typeof all, sentences: readonly string[], feed: Feed): void {
  const { findings, characters } = candidatesOf(reader, sentences, feed);
  const flags = findings.flatMap((own, i) => own.filter(shipped).map((finding) => ({ sentence: sentences[i] as string, finding })));
  row(name, `${perTenThousand(flags.length, characters).toFixed(2)} per 10k`, `(${flags.length} in ${characters})`, feed);
  if (showMissed)
    for (const { sentence, finding } of flags)
      console.log(`    ${finding.layer} ${finding.found}→${finding.suggestion} ${finding.score.toFixed(2)} | ${sentence}`);
}

function correction(name: string, reads: readonly Read[], recalls: readonly number[]): void {
  const { precision, recall, f1 } = sentenceScores(reads, shipped);
  const best = sweep(reads, shipped, 1);
  const at = recalls.map((wanted) => {
    const { precision: reached } = sweep(reads, shipped, wanted);
    return `P at R${wanted * 100} ${reached === null ? '–' : percent(reached)}`;
  });
  row(
    `${name} (${reads.length})`,
    `shipped P ${percent(precision)} R ${percent(recall)} F1 ${percent(f1)}`,
    `best F1 ${percent(best.f1)} at ${best.at}`,
    ...at,
  );
}

/** Where two sentences differ, in the first of them. */
function difference(a: string, b: string): { start: number; end: number } {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return { start, end: a.length - end };
}

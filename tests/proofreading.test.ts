import { describe, expect, it } from 'vitest';
import { injectMix, loadConfusions } from '../bench/proofreading/inject.ts';
import { editedPhrases } from '../bench/proofreading/phrase-edits.ts';
import { perTenThousand } from '../bench/proofreading/score.ts';
import { cleanNews, hasShared, phrases, policyPairs, SEEDS, seedNotice } from '../bench/proofreading/shared-data.ts';
import { openProofreader, type Proofreader } from '../src/app/proof/open-proofreader.ts';
import { proofFile } from '../src/app/proof/proof-file.ts';
import { proofLayers } from '../src/app/proof/request.ts';

/** A small part of bench/proofreading, so that a change that costs recall or brings false flags is seen the same day. */
if (!hasShared) console.warn('SKIPPED: ../shared/proofreading is absent, recall and false flags of proofreading were not measured.');

const DAY = '2026-11-22';
const every = <T>(list: readonly T[], step: number): T[] => list.filter((_, i) => i % step === 0);

function flags(reader: Proofreader, sentences: readonly string[]): number {
  const read = sentences.map((sentence) => reader.readText(sentence));
  const letters = read.reduce((sum, { characters }) => sum + characters, 0);
  return perTenThousand(
    read.reduce((sum, { findings }) => sum + findings.length, 0),
    letters,
  );
}

describe.skipIf(!hasShared)('recall and false flags on a part of the developer data', async () => {
  if (!hasShared) return;
  const confusions = loadConfusions();
  const clean = [...every(policyPairs(), 6).map(({ target }) => target), ...every(cleanNews(), 6)];
  const all = await openProofreader({ day: DAY, layers: proofLayers(undefined) });

  it('official wording: one-letter edits in running text are found, clean text is left alone', async () => {
    const lists = await openProofreader({ day: DAY, layers: ['L1', 'L2'] });
    const edits = every(
      editedPhrases(
        phrases().filter((phrase) => phrase.length >= 6),
        confusions,
      ),
      5,
    );
    const found = edits.filter((edit) =>
      lists.readText(edit.text).findings.some(({ start, end }) => start <= edit.end && end >= edit.start),
    );
    expect(found.length / edits.length).toBeGreaterThan(0.95);
    expect(flags(lists, clean)).toBeLessThanOrEqual(0.2);
  });

  it('all layers: a realistic mix of slips, at no more than one false flag in ten thousand letters', () => {
    const mixed = injectMix(clean, confusions);
    const found = mixed.filter(({ source, start, end }) =>
      all.readText(source).findings.some((finding) => finding.start <= end + 1 && finding.end >= start - 1),
    );
    expect(found.length / mixed.length).toBeGreaterThan(0.4);
    expect(flags(all, clean)).toBeLessThanOrEqual(1);
  });

  it.each(SEEDS)('$file: what was reported is found, and hardly anything else', async ({ file, mustFind }) => {
    const { findings } = await proofFile(all, seedNotice(file), `${file}.md`);
    for (const words of mustFind) expect(findings.some(({ found }) => found.includes(words) || words.includes(found))).toBe(true);
    const others = findings.filter(({ found }) => !mustFind.some((words) => words.includes(found) || found.includes(words)));
    expect(others.map(({ found }) => found).slice(1)).toEqual([]);
  });
});

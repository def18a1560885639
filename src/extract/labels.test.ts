import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measureFolder } from '../../bench/extract/measure.ts';

/** Hand-labelled real pages lie beside the checkout; they are third-party material and never part of it. */
const FOLDER = join(import.meta.dirname, '../../../shared/pages');
const there = existsSync(FOLDER);
if (!there) console.warn(`SKIPPED: no labelled pages at ${FOLDER}, the accuracy of the reader is not measured`);

/** Least share of right answers per field. */
const GOALS: Readonly<Record<string, number>> = {
  'page kind': 0.95,
  charset: 1,
  metas: 1,
  'list items (F1)': 0.97,
  'list newest date': 0.97,
  'list pinned items': 0.97,
  'home newest date': 0.97,
  'empty list': 1,
  'article title': 0.95,
  'article publishDate': 0.95,
  'article not wrong by meta': 1,
  'article source': 0.9,
  'footer siteIdCode': 0.95,
  'footer icp': 0.95,
  'footer police': 0.95,
  'footer host': 0.95,
  'guide elements': 0.9,
};

describe.skipIf(!there)('labelled real pages', () => {
  const accuracy = there ? measureFolder(FOLDER) : { fields: [], pages: 0, msPerPage: 0 };
  it('are there', () => {
    expect(accuracy.pages).toBeGreaterThan(40);
  });
  it.each(Object.entries(GOALS))('%s at least %d', (name, goal) => {
    const field = accuracy.fields.find((f) => f.name === name);
    expect(field, `${name} was measured`).toBeDefined();
    expect((field?.right ?? 0) / (field?.of ?? 1), field?.misses.join('\n')).toBeGreaterThanOrEqual(goal);
  });
});

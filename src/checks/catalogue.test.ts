import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { MingchaError } from '../core/error.ts';
import { loadSheets } from '../sheets/load.ts';
import { sheetFor } from '../sheets/resolve.ts';
import { type Catalogue, checkCatalogue, loadCatalogue, requireCovered } from './catalogue.ts';
import type { CheckDefinition } from './define.ts';

const sheets = loadSheets();
const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await loadCatalogue(sheets);
});

function refusal(act: () => void): MingchaError {
  try {
    act();
  } catch (error) {
    if (error instanceof MingchaError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('the catalogue as shipped', () => {
  it('covers every clause in force of every profile', () => {
    for (const sheet of sheets) expect(() => requireCovered(catalogue, sheetFor(sheets, sheet.profile, sheet.validFrom))).not.toThrow();
  });
  it('has unique ids, checks and cards apart', () => {
    const ids = [...catalogue.checks.map(({ id }) => id), ...catalogue.cards.map(({ id }) => id)];
    expect(new Set(ids).size).toBe(ids.length);
    expect(catalogue.checks.length).toBeGreaterThanOrEqual(20);
    expect(catalogue.cards.length).toBeGreaterThanOrEqual(37);
  });
  it('has every check tested by a table that shows it firing', () => {
    for (const { id } of catalogue.checks) {
      expect(existsSync(here(`./${id}.test.ts`)), id).toBe(true);
      expect(readFileSync(here(`./${id}.test.ts`), 'utf8'), id).toMatch(/^testCheck\(check, \[/m);
    }
  });
  it('speaks Chinese to the user everywhere', () => {
    for (const { words, page, id } of catalogue.checks)
      for (const text of [...Object.values(words), page.why, page.looksAt, page.limits, ...page.fires, ...page.passes])
        expect(text, id).toMatch(/[\u4e00-\u9fff]/);
  });
  it('shows examples that fire and that pass', () => {
    for (const { page, id } of catalogue.checks) expect(Math.min(page.fires.length, page.passes.length), id).toBeGreaterThan(0);
  });
});

describe('a broken catalogue stops the start and says what to do', () => {
  const first = (): CheckDefinition => catalogue.checks[0] as CheckDefinition;
  const check = (parts: Partial<CheckDefinition>): Catalogue => ({
    ...catalogue,
    checks: [{ ...first(), ...parts }, ...catalogue.checks.slice(1)],
  });

  it('a clause that no sheet has', () => {
    const error = refusal(() => checkCatalogue(check({ clause: 'SV-99' }), sheets));
    expect(error.message).toContain('SV-99');
    expect(error.next).toContain('src/sheets/data');
  });
  it('an unknown evidence kind', () => {
    expect(refusal(() => checkCatalogue(check({ needs: ['tea-leaves' as never] }), sheets)).message).toContain('tea-leaves');
  });
  it('missing words', () => {
    const words = { ...first().words, remedy: ' ' };
    expect(refusal(() => checkCatalogue(check({ words }), sheets)).message).toContain('remedy');
  });
  it('a clause in force with neither a check nor a card', () => {
    const bare = { ...catalogue, cards: catalogue.cards.filter(({ id }) => id !== 'falsification') };
    const error = refusal(() => requireCovered(bare, sheetFor(sheets, 'national', '2022-12-27')));
    expect(error.message).toContain('SV-1.5 存在弄虚作假行为');
    expect(error.next).toContain('src/checks/cards');
  });
  it('a sheet that sets an option the check does not have', () => {
    const wrong = sheets.map((sheet) => ({
      ...sheet,
      clauses: sheet.clauses.map((clause) =>
        clause.id === 'SV-3' ? { ...clause, options: { 'home-stale': { windowdays: 14 } } } : clause,
      ),
    }));
    const error = refusal(() => checkCatalogue(catalogue, wrong));
    expect(error.message).toContain('SV-3');
    expect(error.next).toContain('docs/checks/home-stale.md');
  });
  it('a sheet that sets options for a check of another clause', () => {
    const wrong = sheets.map((sheet) => ({
      ...sheet,
      clauses: sheet.clauses.map((clause) => (clause.id === 'SV-3' ? { ...clause, options: { 'site-unreachable': {} } } : clause)),
    }));
    expect(refusal(() => checkCatalogue(catalogue, wrong)).message).toContain('site-unreachable');
  });
});

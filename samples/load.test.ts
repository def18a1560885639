import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { areaId } from '../src/subjects/area.ts';
import { accountId, siteId } from '../src/subjects/channel.ts';
import { columnId } from '../src/subjects/column.ts';
import type { Register } from '../src/subjects/register.ts';
import { unitId } from '../src/subjects/unit.ts';
import { loadOpening, loadRegister, readSample, SAMPLE_AREAS } from './load.ts';
import { readSeed } from './make/seed.ts';

describe.each(SAMPLE_AREAS)('register of %s', (area) => {
  const committed = readSample<Register>(area, 'register');

  it('is the committed one on the default port', () => {
    expect(JSON.stringify(loadRegister(area, 18080)) === JSON.stringify(committed)).toBe(true);
  });

  it('has on another port the ids an import would derive', () => {
    const { areas, units, sites, columns, accounts } = loadRegister(area, 29001);
    const county = areas.find((a) => a.level === 'county');
    expect(county?.id).toBe(areaId(county?.name as string, areaId(areas[0]?.name as string)));
    const name = new Map(units.map((u) => [u.id, u.name]));
    for (const u of units) expect(u.id).toBe(unitId(county?.id as string, u.name));
    for (const s of sites) {
      expect(new URL(s.url).port).toBe('29001');
      expect(s.id).toBe(siteId(s.areaId, s.kind, name.get(s.unitId) as string, s.url));
    }
    const known = new Set(columns.map((c) => c.id));
    for (const c of columns) {
      expect(c.id).toBe(columnId(c.siteId, c.path));
      if (c.parentId !== null) expect(known.has(c.parentId), c.path.join('—')).toBe(true);
      expect(c.url === null, c.path.join('—')).toBe(c.limit === null);
    }
    for (const a of accounts) {
      expect(new URL(a.feedUrl as string).port).toBe('29001');
      expect(a.id).toBe(accountId(a.areaId, a.platform, a.name, name.get(a.unitId) as string));
    }
  });

  it('has no id and no address twice', () => {
    const rows = [...committed.areas, ...committed.units, ...committed.sites, ...committed.columns, ...committed.accounts];
    expect(new Set(rows.map((r) => r.id)).size).toBe(rows.length);
    const addresses = [
      ...committed.sites.map((s) => s.url),
      ...committed.columns.flatMap((c) => c.url ?? []),
      ...committed.accounts.map((a) => a.feedUrl),
    ];
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});

describe('郎溪', () => {
  const register = loadRegister('langxi-2022', 18080);

  it('has 47 units, 44 sites with 10 to 20 columns each', () => {
    expect([register.units.length, register.sites.length]).toEqual([47, 44]);
    for (const site of register.sites) {
      const columns = register.columns.filter((c) => c.siteId === site.id && c.url !== null).length;
      expect(columns, site.name).toBeGreaterThanOrEqual(10);
      expect(columns, site.name).toBeLessThanOrEqual(20);
    }
  });

  it('has one column name under two limits: a year at 郎溪经开区管委会, half a year in towns', () => {
    const limits = register.columns.filter((c) => c.path.at(-1) === '财政专项资金管理和使用情况' && c.limit !== null).map((c) => c.limit);
    expect(new Set(limits)).toEqual(new Set(['P1Y', 'P6M']));
  });

  it('has four problems on the books in October, all at two units, tied to registered columns', () => {
    const { problems } = loadOpening(register);
    expect(problems.map((p) => p.unit)).toEqual(['县人社局', '县人社局', '县公安局', '县公安局']);
    for (const p of problems)
      expect(register.columns.find((c) => c.id === p.columnId)).toMatchObject({ path: p.path, limit: p.limit, siteId: p.siteId });
  });
});

describe('made from the seeds', () => {
  const seeds = new URL('../../shared/seeds/data/', import.meta.url);
  if (!existsSync(seeds)) console.warn('samples: the seeds are not beside this checkout, so their origin is not checked again');

  it.skipIf(!existsSync(seeds))('making them again gives the committed files', async () => {
    const { makeLangxi } = await import('./make/langxi.ts');
    const { makeCangxi } = await import('./make/cangxi.ts');
    const { rowsJson } = await import('./make/write.ts');
    for (const [area, files] of [
      ['langxi-2022', makeLangxi()],
      ['cangxi-2020-q1', makeCangxi()],
    ] as const) {
      const folder = new URL(`./${area}/`, import.meta.url);
      expect(readdirSync(folder).toSorted()).toEqual(
        Object.keys(files)
          .map((name) => `${name}.json`)
          .toSorted(),
      );
      for (const [name, value] of Object.entries(files)) {
        expect(
          readFileSync(new URL(`${name}.json`, folder), 'utf8') === rowsJson(value as Record<string, unknown>),
          `${area}/${name}`,
        ).toBe(true);
      }
    }
  });

  it.skipIf(!existsSync(seeds))('hold no sentence and no contact of a notice', () => {
    for (const [area, id] of [
      ['langxi-2022', 'langxi-2022-12'],
      ['cangxi-2020-q1', 'cangxi-2020-q1'],
    ] as const) {
      const seed = readSeed(id);
      const folder = new URL(`./${area}/`, import.meta.url);
      const all = readdirSync(folder)
        .map((f) => readFileSync(new URL(f, folder), 'utf8'))
        .join('\n');
      const { title, declaredAttachments, basis } = seed.document;
      const titles = [title, ...declaredAttachments, ...basis.map((b) => b.title)];
      const clauses = (seed as unknown as { sentences: { text: string }[] }).sentences
        .flatMap((s) => s.text.split(/[，。；：、\d]/))
        .filter((c) => c.length >= 14 && !titles.some((t) => t.includes(c)));
      expect(clauses.length).toBeGreaterThan(10);
      expect(clauses.filter((c) => all.includes(c))).toEqual([]);
      const withoutIds = all.replace(/_[0-9a-f]{20}/g, '');
      expect(/\d{3,4}-\d{7,8}|1[3-9]\d{9}|@/.exec(withoutIds)?.[0]).toBeUndefined();
    }
  });
});

describe('export', () => {
  it('writes files ready for import on the asked port', () => {
    const out = mkdtempSync(join(tmpdir(), 'mingcha-sample-'));
    try {
      const line = execFileSync(process.execPath, ['samples/export.ts', '--area', 'langxi-2022', '--port', '29002', '--out', out], {
        encoding: 'utf8',
      });
      expect((JSON.parse(line) as { written: string[] }).written.map((p) => p.replace(out, ''))).toEqual([
        '/register.xlsx',
        '/register.json',
        '/settings.json',
        '/opening.json',
      ]);
      expect(JSON.parse(readFileSync(join(out, 'register.json'), 'utf8'))).toEqual(loadRegister('langxi-2022', 29002));
    } finally {
      rmSync(out, { recursive: true });
    }
  });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MingchaError } from '../core/error.ts';
import { basisWords, unsureFigures, usable } from './figure.ts';
import { loadSheets } from './load.ts';
import { clausesInForce, optionsFor, sheetFor } from './resolve.ts';
import type { Clause, Sheet } from './schema.ts';

const sheets = loadSheets();
const national = sheetFor(sheets, 'national', '2022-12-27');

describe('the shipped sheets', () => {
  it('hold the national indicators whole, with the mark of every figure', () => {
    const count = (part: string) => [...national.clauses.values()].filter((clause) => clause.part === part).length;
    expect(['site-veto', 'account-veto', 'deduction', 'bonus', 'supervision'].map(count)).toEqual([15, 8, 21, 6, 6]);
    expect(national.rules).toHaveLength(8);
    for (const clause of national.clauses.values()) {
      for (const item of clause.items) if (item.points !== null) expect(item.evidence, `${clause.id}/${item.id}`).not.toBeNull();
      if (clause.points?.value != null) expect(clause.points.evidence, clause.id).not.toBeNull();
      if (Object.keys(clause.options).length) expect(clause.evidence, clause.id).not.toBeNull();
    }
  });
  it('trust no figure from memory or a single copy before someone confirmed it', () => {
    const keys = unsureFigures(national).map(({ key }) => key);
    expect(keys).toContain('DD-1.4/stale');
    expect(keys).toContain('DD-1.5/stale');
    expect(keys).toContain('SV-6.2');
    expect(keys).not.toContain('SV-2');
    expect(usable(national, 'DD-1.4/stale', 'memory')).toBe(false);
    expect(usable(sheetFor(sheets, 'national', '2022-12-27', { confirmed: ['DD-1.4/stale'] }), 'DD-1.4/stale', 'memory')).toBe(true);
    expect(usable(sheetFor(sheets, 'national', '2022-12-27', { confirmed: ['DD-1.4'] }), 'DD-1.4/points', 'memory')).toBe(true);
    const confirmed = sheetFor(sheets, 'national', '2022-12-27', { confirmed: ['DD-1.4', 'SV-6.2'] });
    const left = unsureFigures(confirmed).filter((figure) => !figure.confirmed);
    expect(unsureFigures(confirmed)).toHaveLength(keys.length);
    expect(left.map(({ key }) => key)).toEqual(keys.filter((key) => key !== 'SV-6.2' && !key.startsWith('DD-1.4/')));
    const clause = (sheet: typeof national) => basisWords(sheet, sheet.clauses.get('SV-6.2') as Clause);
    expect(clause(national)).toMatch(/^SV-6\.2 .*（.*；数值尚未核实：记忆，未见文本）$/);
    expect(clause(confirmed)).not.toContain('核实');
  });
  it('explain every source they name', () => {
    const known = new Set(sheets.flatMap((sheet) => Object.keys(sheet.sourceKeys)));
    const named = sheets.flatMap((sheet) => [...sheet.clauses, ...sheet.rules].flatMap(({ sources }) => sources));
    expect(named.filter((source) => !known.has(source))).toEqual([]);
  });
  it('local profiles say in their key what they are made of', () => {
    expect(sheetFor(sheets, 'langxi', '2022-12-27').key).toBe('langxi-2022@1+national-2019@1');
    expect(sheetFor(sheets, 'cangxi', '2020-01-06').key).toBe('cangxi-2020@1+national-2019@1');
  });
  it('a local profile may take a clause out of force, with the reason', () => {
    const langxi = sheetFor(sheets, 'langxi', '2022-12-27');
    const ids = clausesInForce(langxi, 'account').map((clause) => clause.id);
    expect(ids).toContain('LC-3');
    expect(ids).not.toContain('O123-3');
    expect(clausesInForce(national, 'account').map((clause) => clause.id)).toContain('O123-3');
  });
});

describe('the sheet of the day', () => {
  const version = (parts: Partial<Sheet>): Sheet => ({ ...(sheets.find((sheet) => sheet.profile === 'langxi') as Sheet), ...parts });
  const two = [
    ...sheets.filter((sheet) => sheet.profile !== 'langxi'),
    version({ id: 'langxi-2022', validTo: '2022-12-31' }),
    version({
      id: 'langxi-2023',
      version: 2,
      validFrom: '2023-01-01',
      patches: [{ id: 'MV-2.1', options: { 'account-stale': { limit: 'P7D' } } }],
    }),
  ];
  it.each([
    ['2022-12-31', 'langxi-2022@1+national-2019@1'],
    ['2023-01-01', 'langxi-2023@2+national-2019@1'],
  ])('on %s is %s', (day, key) => {
    expect(sheetFor(two, 'langxi', day).key).toBe(key);
  });
  it('merges options: national, then local, then the whole area, then unit, then subject', () => {
    const check = { id: 'account-stale', clause: 'MV-2.1' };
    const item = { unitId: 'unit_1', subjectId: 'account_1' };
    const overrides = [
      { check: 'account-stale', subjectId: 'account_1', options: { limit: 'P3D' } },
      { check: 'account-stale', unitId: 'unit_1', options: { limit: 'P5D', freshWithinDays: 1 } },
    ];
    expect(optionsFor(sheetFor(two, 'national', '2023-01-01'), check, item)).toEqual({ limit: 'P14D' });
    expect(optionsFor(sheetFor(two, 'langxi', '2023-01-01'), check, item)).toEqual({ limit: 'P7D' });
    expect(optionsFor(sheetFor(two, 'langxi', '2023-01-01', { overrides: overrides.slice(1) }), check, item)).toEqual({
      limit: 'P5D',
      freshWithinDays: 1,
    });
    expect(optionsFor(sheetFor(two, 'langxi', '2023-01-01', { overrides }), check, item)).toEqual({ limit: 'P3D', freshWithinDays: 1 });
    const whole = { check: 'account-stale', options: { limit: 'P6D', freshWithinDays: 2 } };
    const everywhere = sheetFor(two, 'langxi', '2023-01-01', { overrides: [...overrides, whole] });
    expect(optionsFor(everywhere, check, item)).toEqual({ limit: 'P3D', freshWithinDays: 1 });
    expect(optionsFor(everywhere, check, { unitId: 'unit_2', subjectId: 'account_2' })).toEqual(whole.options);
    expect(optionsFor(sheetFor(two, 'langxi', '2023-01-01', { overrides }), check, { unitId: 'unit_2', subjectId: 'account_2' })).toEqual({
      limit: 'P7D',
    });
  });
  it('names the profiles, or the days they are in force, when there is none', () => {
    expect(() => sheetFor(sheets, '某县', '2022-12-27')).toThrow('没有名为“某县”的检查方案');
    expect(() => sheetFor(sheets, 'langxi', '2019-12-27')).toThrow('在2019年12月27日没有生效的指标表');
    try {
      sheetFor(sheets, 'langxi', '2019-12-27');
    } catch (error) {
      expect((error as MingchaError).next).toContain('自2022年1月1日起');
    }
  });
});

describe('a bad folder refuses to start', () => {
  let folder: string;
  const shipped = new URL('./data/', import.meta.url);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sheets-'));
    for (const name of readdirSync(shipped)) writeFileSync(join(folder, name), readFileSync(new URL(name, shipped)));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const edit = (
    name: string,
    change: (sheet: Record<string, unknown> & { clauses: { id: string }[]; patches: { id: string }[] }) => unknown,
    as = name,
  ) => {
    const sheet = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    change(sheet);
    writeFileSync(join(folder, as), JSON.stringify(sheet));
  };

  it.each<[string, () => void, RegExp]>([
    ['not JSON', () => writeFileSync(join(folder, 'langxi-2022.json'), '{'), /langxi-2022\.json 不是有效的 JSON/],
    [
      'a misspelt field',
      () => edit('langxi-2022.json', (s) => Object.assign(s, { validUntil: '2023-01-01' })),
      /langxi-2022\.json 有 1 处不合要求/,
    ],
    ['no such day', () => edit('langxi-2022.json', (s) => Object.assign(s, { validFrom: '2022-02-30' })), /validFrom 应为 YYYY-MM-DD/],
    ['a file under another name', () => edit('langxi-2022.json', () => {}, 'langxi.json'), /langxi\.json 的 id 是“langxi-2022”/],
    [
      'two versions in force on one day',
      () => edit('langxi-2022.json', (s) => Object.assign(s, { id: 'langxi-2023', validFrom: '2023-01-01' }), 'langxi-2023.json'),
      /生效日期重叠/,
    ],
    ['a clause twice', () => edit('national-2019.json', (s) => s.clauses.push(s.clauses[0] as { id: string })), /条款 SV-1\.1 出现了两次/],
    [
      'a clause of the parent anew',
      () =>
        edit('langxi-2022.json', (s) =>
          s.clauses.push(JSON.parse(readFileSync(new URL('national-2019.json', shipped), 'utf8')).clauses[0]),
        ),
      /条款 SV-1\.1 与“national”的重复/,
    ],
    [
      'a patch of nothing',
      () => edit('langxi-2022.json', (s) => s.patches.push({ id: 'SV-99' })),
      /要修改的条款 SV-99 在“national”中不存在/,
    ],
    ['an unknown parent', () => edit('langxi-2022.json', (s) => Object.assign(s, { extends: 'anhui' })), /依据的方案“anhui”不存在/],
    ['its own parent', () => edit('national-2019.json', (s) => Object.assign(s, { extends: 'national' })), /依据了自己/],
  ])('%s', (_name, spoil, says) => {
    spoil();
    expect(() => loadSheets(folder)).toThrow(MingchaError);
    expect(() => loadSheets(folder)).toThrow(says);
  });
});

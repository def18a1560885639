import { describe, expect, it } from 'vitest';
import { Remarks } from '../src/app/import/remarks.ts';
import { readSheets } from '../src/app/import/sheets/draft-workbook.ts';
import { readWorkbook } from '../src/app/import/workbook/read-workbook.ts';
import { columnName } from '../src/subjects/column.ts';
import { loadRegister, readSample, SAMPLE_AREAS } from './load.ts';
import { registerWorkbook, type SampleVolumes } from './workbook.ts';

describe.each(SAMPLE_AREAS)('workbook of %s', (area) => {
  it('is read by the ordinary import without a fault and says what the register says', async () => {
    const register = loadRegister(area, 18080);
    const volumes = area === 'cangxi-2020-q1' ? { period: '2020年一季度', data: readSample<SampleVolumes>(area, 'volumes') } : null;
    const remarks = new Remarks();
    const drafts = readSheets(readWorkbook(await registerWorkbook(register, volumes), 'register.xlsx'), '2023-01-01', remarks).drafts;
    expect(remarks.faults).toEqual([]);
    expect(remarks.warnings).toEqual([]);
    const name = new Map(register.units.map((u) => [u.id, u.name]));
    expect(drafts.units.map((u) => [u.name, u.kind, u.order])).toEqual(register.units.map((u) => [u.name, u.kind, u.order]));
    expect(drafts.units.map((u) => [...u.aliases, ...u.namePlates])).toEqual(register.units.map((u) => [...u.aliases, ...u.namePlates]));
    expect(drafts.sites.map((s) => [s.unit, s.url])).toEqual(register.sites.map((s) => [name.get(s.unitId), s.url]));
    const leaves = register.columns.filter((c) => c.url !== null);
    expect(drafts.columns.map((c) => [c.unit, columnName(c.path), c.url, c.class, c.limit])).toEqual(
      leaves.map((c) => [name.get(c.unitId), columnName(c.path), c.url, c.class, c.limit]),
    );
    expect(drafts.accounts.map((a) => [a.unit, a.platform, a.name, a.feedUrl])).toEqual(
      register.accounts.map((a) => [name.get(a.unitId), a.platform, a.name, a.feedUrl]),
    );
    expect(drafts.volumes).toHaveLength(volumes ? 72 : 0);
  });
});

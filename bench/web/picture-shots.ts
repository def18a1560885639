import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { buildWeb } from '../../scripts/build-web.ts';
import setup from '../../tests/support/database.ts';
import { openPage, startBrowser } from '../../tests/web/browser.ts';
import { seedPictures } from '../../tests/web/pictures-world.ts';
import { serveApp } from '../../tests/web/serve.ts';
import { seedWorld } from '../../tests/web/world.ts';

// Takes pictures of the pictures for a person to look at: node bench/web/picture-shots.ts FOLDER
const folder = process.argv[2] ?? 'out/picture-shots';
mkdirSync(folder, { recursive: true });
const VIEWS = [
  'units',
  'units&state=overdue',
  'calendar',
  'freshness',
  'freshness&by=name',
  'freshness&fresh=overdue',
  'trends',
  'scores',
  'weaknesses',
];
const clear = await setup();
await buildWeb();
const served = await serveApp(join(import.meta.dirname, '..', '..', 'web', 'dist'));
const browser = await startBrowser();
try {
  if (!browser) throw new Error('no browser');
  const clerk = await served.as();
  const world = await seedWorld(served.app.db, served.app.blobs, { problems: 4000 });
  await seedPictures(served.app.db, world);
  // Two units whose names are as long as names get.
  await sql`update unit set name = '县农业农村局（县乡村振兴局、县畜牧兽医水产服务中心）' where id = ${world.register.units[3]?.id}`.execute(
    served.app.db,
  );
  await sql`update unit set name = '县市场监督管理综合行政执法大队及下属质量检验检测研究中心' where id = ${world.register.units[30]?.id}`.execute(
    served.app.db,
  );
  for (const width of [1440, 1024, 390]) {
    const { page, faults } = await openPage(browser, width, clerk);
    for (const view of VIEWS) {
      await page.goto(`${served.url}/areas/${world.areaId}/pictures?view=${view}`);
      await page.waitForLoadState('networkidle');
      await page.screenshot({ path: join(folder, `${width}-${view.replaceAll(/[&=]/g, '-')}.png`), fullPage: !view.includes('fresh=') });
    }
    await page.emulateMedia({ media: 'print' });
    if (width === 1440) {
      await page.goto(`${served.url}/areas/${world.areaId}/pictures?view=freshness&by=name`);
      await page.waitForLoadState('networkidle');
      await page.pdf({ path: join(folder, 'freshness.pdf'), format: 'A4', landscape: true });
    }
    console.log(width, faults);
  }
} finally {
  await browser?.close();
  await served.stop();
  await clear();
}

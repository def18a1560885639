import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildWeb } from '../../scripts/build-web.ts';
import setup from '../../tests/support/database.ts';
import { openPage, startBrowser } from '../../tests/web/browser.ts';
import { serveApp } from '../../tests/web/serve.ts';
import { seedWorld } from '../../tests/web/world.ts';

// Takes pictures of every page for a person to look at: node bench/web/shots.ts FOLDER
const folder = process.argv[2] ?? 'out/shots';
mkdirSync(folder, { recursive: true });
const clear = await setup();
await buildWeb();
const served = await serveApp(join(import.meta.dirname, '..', '..', 'web', 'dist'));
const clerk = await served.as();
const browser = await startBrowser();
try {
  if (!browser) throw new Error('no browser');
  const empty = await openPage(browser, 1440, clerk);
  await empty.page.goto(served.url);
  await empty.page.waitForLoadState('networkidle');
  await empty.page.screenshot({ path: join(folder, '1440-no-area.png') });
  await empty.context.close();
  const world = await seedWorld(served.app.db, served.app.blobs, { problems: 4000 });
  for (const width of [1440, 390]) {
    const { page, faults } = await openPage(browser, width, clerk);
    const pages = {
      overview: 'overview',
      ledger: 'ledger',
      'ledger-none': 'ledger?q=%E6%97%A0%E6%AD%A4',
      problem: `ledger?problem=${world.problemIds[0]}`,
      channels: 'channels',
      notices: 'notices',
      notice: `notices/${world.noticeId}`,
      lost: 'overview?period=2019-01',
    };
    for (const [name, path] of Object.entries(pages)) {
      const started = performance.now();
      await page.goto(`${served.url}/areas/${world.areaId}/${path}`);
      await page.waitForLoadState('networkidle');
      console.log(width, name, Math.round(performance.now() - started), 'ms');
      await page.screenshot({ path: join(folder, `${width}-${name}.png`), fullPage: name === 'overview' || name === 'ledger' });
    }
    const figure = page.locator('.figure').nth(2);
    await page.goto(`${served.url}/areas/${world.areaId}/notices/${world.noticeId}`);
    await figure.click();
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(folder, `${width}-figure.png`) });
    console.log(faults);
  }
} finally {
  await browser?.close();
  await served.stop();
  await clear();
}

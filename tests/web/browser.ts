import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { BROWSER_FOLDER } from '../../src/collect/browser/testing/real-browser.ts';
import { unpackChromium } from '../../src/collect/browser/unpack.ts';
import type { SignedIn } from '../support/people.ts';

/** Not the package's own list: that one is for short-lived single-process use and turns web security off. */
const ARGS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--no-zygote'];
const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * A real Chromium: the one that ships in an npm package, else the system's. null, said loudly, where neither starts
 * (the packaged one needs libnss3).
 */
export async function startBrowser(): Promise<Browser | null> {
  const failures: string[] = [];
  // Not by the package's own hand: it takes what another process is still unpacking, and four of ours begin at once.
  const packaged = async () => chromium.launch({ executablePath: await unpackChromium(BROWSER_FOLDER), args: ARGS });
  const system = SYSTEM.filter((path) => existsSync(path)).map((executablePath) => () => chromium.launch({ executablePath, args: ARGS }));
  for (const launch of [packaged, ...system]) {
    try {
      return await launch();
    } catch (error) {
      failures.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
    }
  }
  console.warn(`SKIPPED: no browser starts here, the pages were not tested (install libnss3 or chromium): ${failures.join(' | ')}`);
  return null;
}

/** A page with everything that went wrong in it, refused by its policy included. */
export interface Watched {
  page: Page;
  context: BrowserContext;
  faults: string[];
}

export async function openPage(browser: Browser, width: number, who: Pick<SignedIn, 'cookie'> | null, height = 900): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  if (who) await context.addCookies([who.cookie]);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || /Warning|Content Security Policy/.test(message.text())) faults.push(message.text());
  });
  return { page, context, faults };
}

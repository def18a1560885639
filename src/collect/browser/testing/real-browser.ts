import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { startChromium } from '../chromium.ts';
import { type Browser, type BrowserOptions, openBrowser } from '../open-browser.ts';

/** Shared by all test files, so that Chromium is unpacked once. */
export const BROWSER_FOLDER = join(tmpdir(), `mingcha-browser-${userInfo().uid}`);

/** Whether a browser starts here; said loudly where none does. */
export async function browserStarts(): Promise<boolean> {
  try {
    const { browser } = await startChromium(BROWSER_FOLDER, 'http://127.0.0.1:1', 64);
    await browser.close();
    return true;
  } catch (error) {
    console.warn(
      `SKIPPED: no browser starts here, pages built by scripts were not tested (install libnss3): ${String((error as Error).cause)}`,
    );
    return false;
  }
}

/** A browser with short patience for pages on which nothing more happens; one that goes on is given its time on a busy machine too. */
export const quickBrowser = (options: BrowserOptions = {}): Browser =>
  openBrowser({ ...options, folder: BROWSER_FOLDER, limits: { pageMs: 90_000, settleMs: 30_000, patienceMs: 1_300, ...options.limits } });

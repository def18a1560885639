import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { openPage } from '../web/browser.ts';
import type { Served } from '../web/serve.ts';
import { PEOPLE, type Played } from './month-world.ts';

interface Setting {
  width?: number;
  /** Refusals the scene is about, which the browser notes. */
  expected?: RegExp;
}
/** One sitting of one person (null: nobody signed in) before a page. */
export type Scene = (name: Played | null, path: string, work: (page: Page) => Promise<void>, setting?: Setting) => Promise<void>;

interface Sitting extends Setting {
  name: Played | null;
  path: string;
  work(page: Page): Promise<void>;
}

/** Opens the page as the person, plays the sitting, and holds that nothing went wrong in it but what is expected. */
export async function playScene(browser: Browser, served: Served, { name, path, work, width = 1440, expected }: Sitting): Promise<void> {
  const { page, context, faults } = await openPage(browser, width, name === null ? null : await served.as(PEOPLE[name]));
  await page.goto(`${served.url}${path}`);
  await page.locator('h1').first().waitFor();
  await work(page);
  // A kept page is shown in a frame that runs nothing of it.
  expect(faults.filter((fault) => !/sandboxed/.test(fault) && !expected?.test(fault))).toEqual([]);
  await context.close();
}

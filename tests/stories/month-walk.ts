import type { Browser } from 'playwright-core';
import { knowsGrave } from '../../src/app/people/closed-list.ts';
import { NAV, pageAt } from '../../web/app/nav.ts';
import type { SignedIn } from '../support/people.ts';
import { openPage } from '../web/browser.ts';
import { goTo } from '../web/go.ts';
import type { Served } from '../web/serve.ts';
import { county } from './month-world.ts';

const WIDTH = 390;

/**
 * Goes to every page of the menu, those that are not this person's too, without loading the program again. Answers what was wrong,
 * one line each: no heading, wider than the screen, an error shown, a refused call, an exception, a page open or shut that should not be.
 */
export async function walkMenu(browser: Browser, { app, url }: Served, person: SignedIn): Promise<string[]> {
  const { role, administers } = person.user;
  const { page, context, faults } = await openPage(browser, WIDTH, person);
  await page.goto(`${url}/areas/${county.id}/me`);
  await page.locator('h1').waitFor();
  const wrong: string[] = [];
  const onlooker = { role, administers, knowsGrave: await knowsGrave(app, county.id, role) };
  page.on('response', (answer) => {
    if (answer.status() >= 400) wrong.push(`${answer.status()} ${answer.url()}`);
  });
  for (const path of new Set(NAV.flatMap(({ pages }) => pages.map(({ to }) => to.replace('$areaId', county.id))))) {
    if (!(await goTo(page, path))) wrong.push(`${path}: no heading`);
    const { error, shut, wider } = await page.evaluate(() => ({
      error: document.querySelector<HTMLElement>('main .state-error, main .state-closed')?.innerText ?? null,
      shut: document.querySelector('main')?.textContent?.includes('没有查看这一页的权限') ?? false,
      wider: document.documentElement.scrollWidth - window.innerWidth,
    }));
    if (error !== null) wrong.push(`${path}: ${error}`);
    if (shut === pageAt(path, county.id, onlooker)?.open) wrong.push(`${path}: ${shut ? 'shut' : 'open'}`);
    if (wider > 0) wrong.push(`${path}: ${wider} px wider than the screen`);
    // What was answered is told by its address above.
    wrong.push(
      ...faults
        .splice(0)
        .filter((fault) => !/Failed to load resource/.test(fault))
        .map((fault) => `${path}: ${fault}`),
    );
  }
  await context.close();
  return wrong;
}

import type { Page } from 'playwright-core';

/**
 * Goes to another page of the program that is open without loading it again. Answers whether the page came: another heading than the
 * one that was left, and nothing that still loads.
 */
export async function goTo(page: Page, address: string): Promise<boolean> {
  await page.evaluate((to) => {
    for (const heading of document.querySelectorAll('h1')) heading.setAttribute('data-left', heading.innerText);
    history.pushState({}, '', to);
  }, address);
  const arrived = page.waitForFunction(() => {
    const heading = document.querySelector('h1');
    return heading && heading.getAttribute('data-left') !== heading.innerText && !document.querySelector('main .state-loading');
  });
  return arrived.then(
    () => true,
    () => false,
  );
}

import { sha256 } from '../../core/id.ts';
import { readable } from './classify.ts';
import { fetchLook } from './fetch-look.ts';
import type { Look, LookOptions } from './look.ts';
import type { Net } from './net.ts';
import { type QuickPage, quickPage } from './quick-text.ts';
import { sameAnswer } from './soft-gone.ts';

const MAX_FOLDERS = 1_000;

/**
 * Decides pages that speak like an error page inside a full frame: the same folder is asked for an address nobody
 * ever made. If that gives the same page, the page is the host's way of saying 404. Answers the look, renamed if so.
 */
export function createSoftGoneProbe(net: Net): (look: Look, options?: LookOptions) => Promise<Look> {
  const madeUp = new Map<string, Promise<QuickPage | null>>();

  async function ask(folder: string, options: LookOptions): Promise<QuickPage | null> {
    const name = `${sha256(folder).slice(0, 12)}-no-such-page.html`;
    const look = await fetchLook(net, folder + name, { ...options, method: 'GET', read: 'sample' });
    return look.status !== null && look.status < 300 ? readable(look.bytes, look.headers.contentType) : null;
  }

  return async (look, options = {}) => {
    if (look.outcome !== 'ok' || !look.perhapsGone) return look;
    const page = look.page ? quickPage(look.page.text) : readable(look.bytes, look.headers.contentType);
    if (page === null) return look;
    const folder = new URL('.', look.url).href;
    const asked = madeUp.get(folder) ?? ask(folder, options);
    if (madeUp.size < MAX_FOLDERS) madeUp.set(folder, asked);
    const other = await asked.catch((error: unknown) => {
      madeUp.delete(folder);
      throw error;
    });
    return other && sameAnswer(page, other) ? { ...look, outcome: 'soft-gone' } : look;
  };
}

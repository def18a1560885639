import type { CDPSession } from 'playwright-core';
import { withinMs } from './within.ts';

/** What a page holds at one moment. */
export interface Inside {
  /** Address of its document. */
  url: string;
  /** The document has been parsed. */
  parsed: boolean;
  /** Number of things that lists are made of. */
  rows: number;
}

/** Questions to the document from a world of our own, where nothing the page's scripts have redefined is seen. */
export interface Insider {
  look(): Promise<Inside>;
  html(): Promise<string>;
  contentWidth(): Promise<number>;
}

const ANSWER_MS = 3_000;
const WORLD = 'mingcha';

const LOOK = `({ url: location.href, parsed: document.readyState !== 'loading', rows: document.querySelectorAll('a[href],li,tr').length })`;

/**
 * The document as a reader has it: scripts have run, so they and their \`noscript\` say nothing more; a note that is not shown
 * (暂无数据 kept in reserve) is not said. Hidden menus and lists with links stay.
 */
const HTML = (limit: number): string => `(() => {
  const root = document.documentElement;
  if (!root) return '';
  const drop = new Set();
  if (document.body && document.body.checkVisibility()) {
    let left = 20000;
    for (const box of document.body.getElementsByTagName('*')) {
      if (--left < 0) break;
      if (box.childElementCount < 20 && !box.checkVisibility() && !box.querySelector('a[href]') && !box.closest('a[href],head')) drop.add(box);
    }
  }
  const copy = (node) => {
    const twin = node.cloneNode(false);
    for (const kid of node.childNodes) {
      if (kid.nodeType === 8 || drop.has(kid)) continue;
      if (kid.nodeType === 1 && /^(?:script|noscript|template)$/i.test(kid.tagName)) continue;
      twin.appendChild(kid.nodeType === 1 && kid.firstChild ? copy(kid) : kid.cloneNode(false));
    }
    return twin;
  };
  return ('<!doctype html>' + copy(root).outerHTML).slice(0, ${limit});
})()`;

/** What cannot be scrolled to is not needed. */
const CONTENT_WIDTH = `(() => {
  const clips = (box) => box && /hidden|clip/.test(getComputedStyle(box).overflowX);
  const { documentElement: root, body } = document;
  if (clips(root) || clips(body)) return root.clientWidth;
  return Math.max(root.scrollWidth, body ? body.scrollWidth : 0);
})()`;

export function insider(session: CDPSession, mostLetters: number): Insider {
  async function ask<T>(expression: string): Promise<T> {
    const { frameTree } = await withinMs(session.send('Page.getFrameTree'), ANSWER_MS);
    const world = { frameId: frameTree.frame.id, worldName: WORLD };
    const { executionContextId } = await withinMs(session.send('Page.createIsolatedWorld', world), ANSWER_MS);
    const question = { expression, contextId: executionContextId, returnByValue: true, timeout: ANSWER_MS };
    const { result, exceptionDetails } = await withinMs(session.send('Runtime.evaluate', question), ANSWER_MS);
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value as T;
  }
  return {
    look: () => ask<Inside>(LOOK),
    html: () => ask<string>(HTML(mostLetters)),
    contentWidth: () => ask<number>(CONTENT_WIDTH),
  };
}

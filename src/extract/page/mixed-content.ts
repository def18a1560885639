import type { FactData } from '../../evidence/facts.ts';
import type { LinkRef } from '../markup/links.ts';

export type MixedContent = Omit<FactData<'mixed-content'>, 'url'>;

/** Browsers block these outright: they can change the whole page. */
const ACTIVE = new Set(['script', 'iframe', 'frame', 'object', 'embed', 'link']);
/** Where a reader goes by himself; nothing is loaded. */
const FOLLOWED = new Set(['a', 'area', 'meta']);
const KEPT = 20;
const URL_LETTERS = 500;
/** Browsers trust the machine itself without encryption. */
const LOOPBACK = /^http:\/\/(?:localhost|127(?:\.\d+){3}|\[::1\])(?=[:/]|$)/i;

/**
 * Parts of an https page that come over plain http (混合内容): each address once, links to follow not counted.
 * `upgrades`: the page's own policy has browsers fetch them over https, so there are none.
 */
export function mixedContent(references: readonly LinkRef[], upgrades: boolean): MixedContent {
  const found = new Map<string, MixedContent['insecure'][number]>();
  for (const { url, relation, tag } of upgrades ? [] : references) {
    if (!url.startsWith('http://') || LOOPBACK.test(url)) continue;
    // A picture may stand behind any element, as its background.
    if (FOLLOWED.has(tag) && relation !== 'image') continue;
    const kind = relation !== 'image' && ACTIVE.has(tag) ? 'active' : 'passive';
    if (found.get(url)?.kind !== 'active') found.set(url, { url: url.slice(0, URL_LETTERS), kind, tag });
  }
  const active = [...found.values()].filter(({ kind }) => kind === 'active');
  const passive = [...found.values()].filter(({ kind }) => kind === 'passive');
  return { count: found.size, active: active.length, insecure: [...active, ...passive].slice(0, KEPT) };
}

const META = /<meta\b[^>]{0,2000}>/gi;
const HEAD_LETTERS = 65_536;

/** Whether the page asks browsers to fetch its http parts over https (CSP upgrade-insecure-requests), in a tag or in its header. */
export function upgradesInsecure(html: string, policy: string | null): boolean {
  const upgrades = (text: string): boolean => /upgrade-insecure-requests/i.test(text);
  if (policy !== null && upgrades(policy)) return true;
  const metas = html.slice(0, HEAD_LETTERS).match(META) ?? [];
  return metas.some((meta) => /http-equiv\s*=\s*["']?content-security-policy["'\s]/i.test(meta) && upgrades(meta));
}

import { fetchLook } from '../../collect/http/fetch-look.ts';
import { openNet } from '../../collect/index.ts';
import { MingchaError } from '../../core/error.ts';
import { OUTCOMES } from '../../evidence/outcome.ts';
import { readPage } from '../../extract/read-page.ts';
import type { NoticeDocument } from '../../notice/model.ts';
import { compareText } from '../../notice/republication/compare-text.ts';
import { issuedText } from '../../notice/republication/issued-text.ts';
import type { LinkState, RepublicationResult } from '../../notice/republication/result.ts';
import type { App } from '../open.ts';

/** Where the original may be linked to: our public page by its path on whatever host, and an address the office gave. */
export interface Original {
  path: string | null;
  url: string | null;
}

/**
 * One polite look at a page, kept as evidence, read and compared with the issued words. Throws 'refused' for an address
 * inside a network that is not opened.
 */
export async function lookAtPage(app: App, url: string, original: Original, document: NoticeDocument): Promise<RepublicationResult> {
  const { allowNetworks, contact } = app.config;
  const net = openNet({ allowNetworks, contact });
  try {
    const { outcome, bytes, headers, finalUrl } = await fetchLook(net, url, { pastCertificate: true });
    if (outcome === 'refused-address')
      throw new MingchaError(
        'refused',
        `“${url}”是本机、内网或者其他保留的地址，默认不允许查看。`,
        '确实是自己的网站时，用环境变量 MINGCHA_ALLOW_NETWORKS 写明允许的网段再运行。',
      );
    if (outcome !== 'ok' || bytes === null) return { opened: false, outcome: OUTCOMES[outcome] };
    const { text, links, metas } = readPage(bytes, { url: finalUrl, contentType: headers.contentType });
    const blob = await app.blobs.put(bytes);
    const { state, differences } = compareText(issuedText(document), text);
    return { opened: true, blob, metas, text: state, differences, link: linkState(links, original) };
  } finally {
    await net.close();
  }
}

function linkState(links: readonly { url: string }[], { path, url }: Original): LinkState {
  if (path === null && url === null) return 'unknown';
  const leads = (link: URL): boolean => link.pathname === path || (url !== null && link.href === new URL(url).href);
  return links.some((link) => URL.canParse(link.url) && leads(new URL(link.url))) ? 'present' : 'missing';
}

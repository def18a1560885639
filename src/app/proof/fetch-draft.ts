import { fetchLook } from '../../collect/http/fetch-look.ts';
import { openNet } from '../../collect/index.ts';
import { MingchaError } from '../../core/error.ts';
import { OUTCOMES } from '../../evidence/outcome.ts';
import type { Config } from '../config.ts';

/**
 * The page or document at an address: one polite look through the guard.
 * @throws refused for an address inside a network that is not opened; unavailable when it did not open, which says nothing of the page.
 */
export async function fetchDraft(
  { allowNetworks, contact }: Pick<Config, 'allowNetworks' | 'contact'>,
  url: string,
): Promise<{ name: string; bytes: Uint8Array }> {
  const net = openNet({ allowNetworks, contact });
  try {
    const { outcome, bytes } = await fetchLook(net, url, { pastCertificate: true });
    if (outcome === 'refused-address')
      throw new MingchaError(
        'refused',
        `“${url}”是本机、内网或者其他保留的地址，默认不允许查看。`,
        '确实是自己的网站时，用环境变量 MINGCHA_ALLOW_NETWORKS 写明允许的网段再运行。',
      );
    if (outcome !== 'ok' || bytes === null)
      throw new MingchaError(
        'unavailable',
        `“${url}”没有打开：${OUTCOMES[outcome]}。`,
        '请检查网址，或稍后重试；也可以把网页存成文件再校对。',
      );
    return { name: url, bytes };
  } finally {
    await net.close();
  }
}

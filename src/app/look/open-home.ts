import { isSanePort } from '../../collect/guard/ports.ts';
import { fetchLook } from '../../collect/http/fetch-look.ts';
import type { Look } from '../../collect/http/look.ts';
import type { Net } from '../../collect/http/net.ts';
import { MingchaError } from '../../core/error.ts';
import type { LookLimits } from './request.ts';

/** First look at the home page: may it be visited at all, and where does it lead. Throws MingchaError 'refused' for inner networks. */
export async function openHome(net: Net, url: URL, limits: LookLimits, signal?: AbortSignal): Promise<Look> {
  const look = await fetchLook(net, url.href, { totalMs: limits.totalMs, pastCertificate: true, signal });
  if (look.outcome === 'refused-address') throw refused(url, limits);
  return look;
}

function refused(url: URL, { loopback }: LookLimits): MingchaError {
  const host = url.hostname;
  if (url.username !== '' || url.password !== '')
    return new MingchaError('refused', `网址“${url.host}”里带有用户名或密码，不予查看。`, '请去掉网址中的用户名和密码后重试。');
  if (!isSanePort(url.port))
    return new MingchaError('refused', `端口 ${url.port} 是别的服务用的，不是网站的端口，不予查看。`, '请检查网址中的端口号。');
  const range = loopback ? (host.startsWith('[') ? '::1/128' : '127.0.0.0/8') : '10.0.0.0/8';
  return new MingchaError(
    'refused',
    `“${url.host}”是本机、内网或者其他保留的地址，默认不允许查看。`,
    `确实是自己的网站时，用环境变量 MINGCHA_ALLOW_NETWORKS 写明允许的网段再运行，例如：MINGCHA_ALLOW_NETWORKS=${range} mingcha look ${url.href}`,
  );
}

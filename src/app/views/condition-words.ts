import { CERTIFICATE_REMARKS, CERTIFICATE_STATES, DOMAIN_STATES, IPV6_REASONS, PARKING_SIGNALS } from '../../evidence/condition.ts';
import type { FactData } from '../../evidence/facts.ts';
import { OUTCOMES } from '../../evidence/outcome.ts';

/** The certificate in one line: how it stands, how long it lasts, what was met on the way. */
export function certificateWords(data: FactData<'certificate'>): string {
  const { also, remarks, reason, httpsRedirect, uses } = data;
  const notes = [
    ...also.filter((state) => state !== 'expires-soon').map((state) => CERTIFICATE_STATES[state]),
    ...remarks.map((remark) => CERTIFICATE_REMARKS[remark]),
    ...(reason === null ? [] : [OUTCOMES[reason]]),
  ];
  const head = `${headOf(data)}${notes.length === 0 ? '' : `（${notes.join('；')}）`}`;
  return uses === 'https' && httpsRedirect === false ? `${head}；http 地址没有自动转到 https` : head;
}

function headOf({ state, daysLeft }: FactData<'certificate'>): string {
  const left = daysLeft ?? 0;
  if (state === 'ok') return `证书正常，还有 ${left} 天到期`;
  if (state === 'expires-soon') return `证书还有 ${left} 天到期，请及时更换`;
  return state === 'expired' && left < 0 ? `证书已过期 ${-left} 天` : CERTIFICATE_STATES[state];
}

/** 支持 IPv6, or not, with the reason where there is one. */
export function ipv6Words({ reachable, reason }: FactData<'address-family'>): string {
  const word = { yes: '支持 IPv6', no: '不支持 IPv6', 'cannot-tell': '无法判断是否支持 IPv6' }[reachable];
  return reason === null ? word : `${word}（${IPV6_REASONS[reason]}）`;
}

/** How much of a page is loaded without encryption (混合内容). */
export function mixedWords({ count, active }: Pick<FactData<'mixed-content'>, 'count' | 'active'>): string {
  if (count === 0) return '没有混合内容';
  return `混合内容 ${count} 处${active === 0 ? '' : `（其中脚本、样式、框架 ${active} 处，浏览器会拦截）`}`;
}

/** State of a domain, with the signs of it; of one that could not be judged, how the look ended. */
export function domainWords({ state, signals, outcome, host }: FactData<'domain'>): string {
  const why = state === 'cannot-tell' ? [OUTCOMES[outcome]] : signals.map((signal) => PARKING_SIGNALS[signal]);
  return `${host} ${DOMAIN_STATES[state]}${why.length === 0 ? '' : `（${why.join('；')}）`}`;
}

import { CERTIFICATE_REMARKS, CERTIFICATE_STATES, DOMAIN_STATES, IPV6_REASONS, PARKING_SIGNALS } from '../../evidence/condition.ts';
import type { FactData } from '../../evidence/facts.ts';
import { OUTCOMES } from '../../evidence/outcome.ts';

/** The certificate in one line: how it stands, how long it lasts, what was met on the way. */
export function certificateWords({ state, also, remarks, daysLeft, reason, httpsRedirect, uses }: FactData<'certificate'>): string {
  const lasts = daysLeft === null ? '' : daysLeft >= 0 ? `，还有 ${daysLeft} 天到期` : `，已过期 ${-daysLeft} 天`;
  const head =
    state === 'ok' || state === 'expires-soon' ? `证书${state === 'ok' ? '正常' : '即将到期'}${lasts}` : CERTIFICATE_STATES[state];
  const others = also.map((one) => CERTIFICATE_STATES[one]);
  const notes = [...others, ...remarks.map((remark) => CERTIFICATE_REMARKS[remark]), ...(reason === null ? [] : [OUTCOMES[reason]])];
  const redirect = httpsRedirect === false && uses === 'https' && daysLeft !== null ? ['http 地址没有自动转到 https'] : [];
  return [`${head}${notes.length === 0 ? '' : `（${notes.join('；')}）`}`, ...redirect].join('；');
}

export function ipv6Words({ reachable, reason }: FactData<'address-family'>): string {
  const word = { yes: '支持 IPv6', no: '不支持 IPv6', 'cannot-tell': '无法判断是否支持 IPv6' }[reachable];
  return reason === null ? word : `${word}（${IPV6_REASONS[reason]}）`;
}

export function mixedWords({ count, active }: Pick<FactData<'mixed-content'>, 'count' | 'active'>): string {
  if (count === 0) return '没有混合内容';
  return `混合内容 ${count} 处${active === 0 ? '' : `（其中脚本、样式、框架 ${active} 处，浏览器会拦截）`}`;
}

export function domainWords({ state, signals, outcome, host }: FactData<'domain'>): string {
  const why = state === 'cannot-tell' ? [OUTCOMES[outcome]] : signals.map((signal) => PARKING_SIGNALS[signal]);
  return `${host} ${DOMAIN_STATES[state]}${why.length === 0 ? '' : `（${why.join('；')}）`}`;
}

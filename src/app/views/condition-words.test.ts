import { describe, expect, it } from 'vitest';
import type { FactData } from '../../evidence/facts.ts';
import { certificateWords, domainWords, ipv6Words, mixedWords } from './condition-words.ts';
import { availabilityLines } from './site-condition.ts';

const CERTIFICATE: FactData<'certificate'> = {
  host: 'www.county.example',
  uses: 'https',
  state: 'ok',
  also: [],
  remarks: [],
  daysLeft: 90,
  validFrom: null,
  validTo: null,
  issuer: null,
  names: [],
  nameCount: 0,
  protocol: null,
  httpsRedirect: null,
  reason: null,
};

describe('the condition of a site in words', () => {
  it.each([
    [{}, '证书正常，还有 90 天到期'],
    [{ httpsRedirect: true }, '证书正常，还有 90 天到期'],
    [{ httpsRedirect: false }, '证书正常，还有 90 天到期；http 地址没有自动转到 https'],
    [{ state: 'expires-soon', daysLeft: 12 }, '证书还有 12 天到期，请及时更换'],
    [{ state: 'expired', daysLeft: -3, also: ['wrong-host'] }, '证书已过期 3 天（证书上没有这个域名）'],
    [{ state: 'expired', daysLeft: 0 }, '证书已过期'],
    [
      { state: 'unknown-issuer', remarks: ['incomplete-chain'] },
      '证书的签发机构未能核实（可能缺少中间证书，浏览器能自行补齐，本系统不能）',
    ],
    [{ state: 'none', daysLeft: null, uses: 'http' }, '没有启用 HTTPS'],
    [{ state: 'not-run', daysLeft: null, reason: 'timed-out', remarks: ['silent'] }, '证书没能查看（连接后没有答复；超过时限未打开）'],
  ] as const)('%o', (parts, words) => expect(certificateWords({ ...CERTIFICATE, ...parts } as FactData<'certificate'>)).toBe(words));

  it('IPv6, mixed content and domain', () => {
    const host = 'www.county.example';
    expect(ipv6Words({ host, hasAAAA: true, reachable: 'yes', reason: null })).toBe('支持 IPv6');
    expect(ipv6Words({ host, hasAAAA: true, reachable: 'cannot-tell', reason: 'no-ipv6-here' })).toBe(
      '无法判断是否支持 IPv6（本系统所在的机器没有 IPv6 网络）',
    );
    expect(mixedWords({ count: 0, active: 0 })).toBe('没有混合内容');
    expect(mixedWords({ count: 2, active: 0 })).toBe('混合内容 2 处');
    const domain = { host, own: true, url: `http://${host}/`, words: [], outcome: 'ok' as const };
    expect(domainWords({ ...domain, state: 'parked', signals: ['expired-words', 'registrar'] })).toBe(
      'www.county.example 域名已停用，打开的是域名出售、过期或者停放页（写明域名过期；链接到域名注册商）',
    );
    expect(domainWords({ ...domain, state: 'cannot-tell', outcome: 'blocked', signals: [] })).toContain('域名没能判断（被网站防护拦截');
  });

  it('how often it opened: said only where it was visited', () => {
    expect(availabilityLines({ visits: 100, failed: 1, percent: 1, available: 99 })).toEqual([
      { text: '近 7 天可访问率 99%（100 次访问，1 次未打开）', warn: false },
    ]);
    expect(availabilityLines({ visits: 0, failed: 0, percent: null, available: null })).toEqual([]);
    expect(availabilityLines(undefined)).toEqual([]);
  });
});

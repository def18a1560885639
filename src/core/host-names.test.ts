import { describe, expect, it } from 'vitest';
import { hostStanding, ownNames, registeredName } from './host-names.ts';

describe('registered names', () => {
  it.each([
    ['www.example.com', 'example.com'],
    ['a.b.example.com.cn:8080', 'example.com.cn'],
    ['zwgk.example.gov.cn', 'example.gov.cn'],
    ['example.sc.cn', 'example.sc.cn'],
    ['www.sc.cn', 'www.sc.cn'],
    ['example.cn', 'example.cn'],
    ['192.0.2.7:8080', '192.0.2.7'],
  ])('%s', (host, name) => expect(registeredName(host)).toBe(name));
});

describe('how a host stands towards a site', () => {
  const own = ownNames(['www.example.gov.cn', 'www.county-news.com']);
  it.each([
    ['example.gov.cn', 'own'],
    ['zjj.example.gov.cn', 'own'],
    ['www.other.gov.cn', 'government'],
    ['www.gov.cn', 'government'],
    ['某县.政务', 'government'],
    ['fakegov.cn', 'foreign'],
    ['gov.cn.example.com', 'foreign'],
    ['wap.county-news.com', 'own'],
    ['bszs.conac.cn', 'neutral'],
    ['mp.weixin.qq.com', 'neutral'],
    ['www.pku.edu.cn', 'neutral'],
    ['127.0.0.1:8080', 'own'],
    ['www.jiathis.com', 'foreign'],
  ])('%s', (host, standing) => expect(hostStanding(host, own)).toBe(standing));
});

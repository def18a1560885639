import { describe, expect, it } from 'vitest';
import { MingchaError } from '../../core/error.ts';
import { isLoopback, type LookRequest, limitsOf, siteAddress } from './request.ts';

const request = (parts: Partial<LookRequest> = {}): LookRequest => ({
  url: 'http://a.gov.cn/',
  sheet: 'national',
  columnsFile: null,
  maxPages: null,
  concurrency: null,
  paceMs: null,
  evidenceFolder: null,
  ...parts,
});
const limits = (url: string, parts: Partial<LookRequest> = {}) => limitsOf(request(parts), siteAddress(url));

describe('the address asked for', () => {
  it.each([
    ['https://www.a.gov.cn/x', 'https://www.a.gov.cn/x'],
    ['www.a.gov.cn', 'http://www.a.gov.cn/'],
    ['localhost:8080', 'http://localhost:8080/'],
  ])('%s', (text, href) => expect(siteAddress(text).href).toBe(href));
  it.each(['ftp://a.gov.cn/', 'file:///etc/passwd', 'http://', '某 县'])('refuses %s', (text) =>
    expect(() => siteAddress(text)).toThrow(MingchaError),
  );
});

it.each([
  ['http://127.0.0.1:80/', true],
  ['http://127.9.9.9/', true],
  ['http://localhost/', true],
  ['http://[::1]/', true],
  ['http://2130706433/', true],
  ['http://10.0.0.1/', false],
  ['http://127.0.0.1.example.com/', false],
])('%s is this machine: %s', (url, expected) => expect(isLoopback(new URL(url))).toBe(expected));

describe('limits', () => {
  it('are gentle to others and free on the own machine', () => {
    expect(limits('http://a.gov.cn/')).toMatchObject({ maxPages: 500, concurrency: 4, paceMs: 500, totalMs: 15_000, apartMs: 20_000 });
    expect(limits('http://127.0.0.1/')).toMatchObject({ maxPages: 100_000, concurrency: 16, paceMs: 0 });
    expect(limits('http://127.0.0.1/', { paceMs: 0, maxPages: 3 })).toMatchObject({ paceMs: 0, maxPages: 3 });
  });
  it.each<[Partial<LookRequest>, string]>([
    [{ paceMs: 0 }, '--pace 的值 0 太小'],
    [{ paceMs: 99 }, '--pace 的值 99 太小'],
    [{ paceMs: 60_001 }, '--pace 的值 60001 超出范围'],
    [{ maxPages: 0 }, '--max-pages 的值 0 超出范围'],
    [{ concurrency: 65 }, '--concurrency 的值 65 超出范围'],
  ])('%j is refused', (parts, message) => expect(() => limits('http://a.gov.cn/', parts)).toThrow(message));
});

import { isIP } from 'node:net';
import type { Fact } from '../../../evidence/fact.ts';
import type { FactData, FactKind } from '../../../evidence/facts.ts';
import { certificateWords, domainWords, ipv6Words, mixedWords } from '../../views/condition-words.ts';

/** How the site stands besides its pages (网站基本情况). None of it fails the site; null where nobody could look. */
export interface ReportedCondition {
  certificate: FactData<'certificate'> | null;
  ipv6: FactData<'address-family'> | null;
  /** Null also where the address is a bare IP address. */
  domain: FactData<'domain'> | null;
  /** Over the pages opened for home, columns and dates: pages with parts over plain http, and the parts. Null on a plain http site. */
  mixedContent: { pages: number; count: number; active: number; first: { url: string; insecure: string[] }[] } | null;
}

/** Pages with mixed content that are named. */
const PAGES_NAMED = 10;

/** What the site stands on: certificate, IPv6, domain, mixed content; null where nobody looked. */
export function conditionOf(facts: readonly Fact[]): ReportedCondition {
  const all = <K extends FactKind>(kind: K) => facts.filter((fact): fact is Fact<K> => fact.kind === kind).map(({ data }) => data);
  const mixed = [...new Map(all('mixed-content').map((data) => [data.url, data])).values()];
  const carrying = mixed.filter(({ count }) => count > 0);
  const sum = (key: 'count' | 'active'): number => carrying.reduce((total, data) => total + data[key], 0);
  return {
    certificate: all('certificate').at(-1) ?? null,
    ipv6: all('address-family').at(-1) ?? null,
    domain: all('domain').findLast(({ own, host }) => own && isIP(host) === 0) ?? null,
    mixedContent:
      mixed.length === 0
        ? null
        : {
            pages: carrying.length,
            count: sum('count'),
            active: sum('active'),
            first: carrying.slice(0, PAGES_NAMED).map(({ url, insecure }) => ({ url, insecure: insecure.map((part) => part.url) })),
          },
  };
}

/** The condition as pairs of name and words, for every form of the report. */
export function conditionLines({ certificate, ipv6, domain, mixedContent }: ReportedCondition): [name: string, words: string][] {
  return [
    ...(certificate === null ? [] : [['网站证书', certificateWords(certificate)] as [string, string]]),
    ...(ipv6 === null ? [] : [['IPv6', ipv6Words(ipv6)] as [string, string]]),
    ...(mixedContent === null ? [] : [['页面内容', mixedLine(mixedContent)] as [string, string]]),
    ...(domain === null ? [] : [['域名', domainWords(domain)] as [string, string]]),
  ];
}

const mixedLine = (mixed: NonNullable<ReportedCondition['mixedContent']>): string =>
  mixed.count === 0 ? mixedWords(mixed) : `${mixedWords(mixed)}，在 ${mixed.pages} 个页面上`;

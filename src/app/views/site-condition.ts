import { type CalendarDate, instantOf } from '../../core/date.ts';
import type { CertificateState, DomainState } from '../../evidence/condition.ts';
import type { Fact } from '../../evidence/fact.ts';
import { latestMeasured, latestOfChannels } from '../../store/views-condition.ts';
import type { App } from '../open.ts';
import { certificateWords, domainWords, ipv6Words, mixedWords } from './condition-words.ts';

/** One line of a site's condition. `warn`: worth a look by the office; none of it is a problem of the unit by itself. */
export interface ConditionLine {
  text: string;
  warn: boolean;
}

const KINDS = ['certificate', 'address-family', 'mixed-content', 'domain'] as const;
type ConditionFact = Fact<(typeof KINDS)[number]>;

/** What a visitor's browser would stop at or complain of, and what soon will be so. */
const TROUBLE: readonly CertificateState[] = [
  'expired',
  'not-yet-valid',
  'wrong-host',
  'self-signed',
  'weak',
  'broken-handshake',
  'expires-soon',
];
const GIVEN_UP: readonly DomainState[] = ['does-not-resolve', 'parked', 'resold-suspected'];

/** The newest condition of an area's sites up to a day: how often they opened, certificate, IPv6, mixed content, domain. By site. */
export async function conditionOfSites(app: App, areaId: string, siteIds: readonly string[], day: CalendarDate) {
  const [facts, visits] = await Promise.all([
    latestOfChannels(app.db, siteIds, KINDS, instantOf(day, '23:59:59')),
    latestMeasured(app.db, areaId, 'site-unreachable', day),
  ]);
  const lines = new Map<string, ConditionLine[]>(siteIds.map((id) => [id, availabilityLines(visits.get(id))]));
  for (const fact of facts) lines.get(fact.channelId)?.push(...factLines(fact as ConditionFact));
  return lines;
}

/** 可访问率 of the visits that count; nothing is said where there were none. */
export function availabilityLines(measured: Record<string, unknown> | undefined): ConditionLine[] {
  const { visits, failed, available } = measured ?? {};
  if (typeof visits !== 'number' || typeof failed !== 'number' || typeof available !== 'number' || visits === 0) return [];
  return [{ text: `近 7 天可访问率 ${available}%（${visits} 次访问，${failed} 次未打开）`, warn: false }];
}

function factLines({ kind, data }: ConditionFact): ConditionLine[] {
  switch (kind) {
    case 'certificate': {
      const certificate = data as Fact<'certificate'>['data'];
      return [{ text: certificateWords(certificate), warn: certificate.uses === 'https' && TROUBLE.includes(certificate.state) }];
    }
    case 'address-family':
      return [{ text: ipv6Words(data as Fact<'address-family'>['data']), warn: false }];
    case 'mixed-content': {
      const mixed = data as Fact<'mixed-content'>['data'];
      return mixed.count === 0 ? [] : [{ text: `首页${mixedWords(mixed)}`, warn: mixed.active > 0 }];
    }
    case 'domain': {
      const domain = data as Fact<'domain'>['data'];
      return GIVEN_UP.includes(domain.state) ? [{ text: domainWords(domain), warn: true }] : [];
    }
  }
}

/** The simulated sites, worked out from their number alone, so that every process knows all of them without being told. */

/** Sites of one county. */
export const PER_AREA = 140;
/** Of every ten counties one has so many sites on one host. */
const CROWDED = 40;
/** Departments whose one column lives on the county's portal. */
const GUESTS = 12;

export type SiteClass = 'small' | 'medium' | 'large';
interface Size {
  columns: number;
  /** Entries of the home page, and links of it whose look is due. */
  homeEntries: number;
  otherLinks: number;
}
/**
 * A day in the middle of the year: every column has been read before and one in three has something new, and of the links
 * of a page those are due that were last looked at a week ago.
 */
export const SIZES: Readonly<Record<SiteClass, Size>> = {
  small: { columns: 3, homeEntries: 1, otherLinks: 2 },
  medium: { columns: 10, homeEntries: 2, otherLinks: 5 },
  large: { columns: 52, homeEntries: 4, otherLinks: 10 },
};

/** How a host behaves; most are sound. */
export type Manner = 'sound' | 'slow' | 'down' | 'silent' | 'busy' | 'gate' | 'delay';
const MANNERS: readonly [Manner, number][] = [
  ['slow', 30],
  ['down', 20],
  ['silent', 10],
  ['busy', 30],
  ['gate', 20],
  ['delay', 40],
];

export interface SiteModel {
  number: number;
  area: number;
  size: SiteClass;
  url: string;
  columns: readonly string[];
}

/** A number from 0 to 999 that depends on nothing but the text. */
export function hashOf(text: string): number {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  // Neighbouring numbers must not share their fate.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % 1000;
}

const portalOf = (area: number): string => `portal${area}.county.example`;

export function siteModel(number: number): SiteModel {
  const area = Math.floor(number / PER_AREA);
  const place = number % PER_AREA;
  const size: SiteClass = place < 10 ? 'large' : place < 50 ? 'medium' : 'small';
  const crowded = area % 10 === 0 && place >= 50 && place < 50 + CROWDED;
  const host = place === 0 ? portalOf(area) : crowded ? `shared${area}.county.example` : `s${number}.county.example`;
  const base = `http://${host}${crowded ? `/u${place}` : ''}`;
  const guest = place >= 100 && place < 100 + GUESTS;
  const columns = Array.from({ length: SIZES[size].columns }, (_, i) => `${base}/c${i}/`);
  return { number, area, size, url: `${base}/`, columns: guest ? [...columns, `http://${portalOf(area)}/c${place - 100}/`] : columns };
}

/** Hosts that half the country links to, and those with many sites, are sound: the day is about everybody else. */
export function mannerOf(host: string): Manner {
  if (!host.startsWith('s') || host.startsWith('shared')) return 'sound';
  let at = hashOf(host);
  for (const [manner, share] of MANNERS) {
    if (at < share) return manner;
    at -= share;
  }
  return 'sound';
}

export const CRAWL_DELAY_S = 3;

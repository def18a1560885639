import { addMonths, type CalendarDate } from '../../src/core/date.ts';
import type { Site } from '../../src/subjects/channel.ts';
import { type Column, columnName } from '../../src/subjects/column.ts';
import type { Register } from '../../src/subjects/register.ts';
import { type Article, articlesOf } from './article.ts';
import { officeDayFrom } from './days.ts';
import { between, randomOf } from './random.ts';
import type { PageStyle, Scenario } from './scenario.ts';
import { publicationDays } from './schedule.ts';

/** Marks at the foot of a site (网站标识). All numbers are invented: well-formed, from ranges nobody was given. */
export interface SiteMarks {
  organiser: string;
  siteIdCode: string;
  icp: string;
  police: string;
}

export interface ColumnModel {
  column: Column;
  /** Path and query of its first list page. */
  address: string;
  /** Oldest first; the whole life of the sample. */
  articles: readonly Article[];
  /** Id of an old item kept on top of the list (置顶). */
  pinned: number | null;
  /** Lists kept oldest first by document number, as long as they fit one page. */
  oldestFirst: boolean;
}

export interface SiteModel {
  site: Site;
  /** Where it answers: `http://127.18.21.1:18080`. */
  origin: string;
  host: string;
  unit: string;
  fullName: string;
  style: PageStyle;
  /** Which way of writing dates and side blocks this site has: 0 or 1. */
  variant: 0 | 1;
  marks: SiteMarks;
  columns: readonly ColumnModel[];
  /** Home pages of two sister sites (友情链接). */
  friends: readonly { name: string; url: string }[];
}

/** Columns begin as late as lets no list be short, as pages of old items cost time and show nothing: news in September 2022, one that stops earlier. */
function firstDay(column: Column, from: CalendarDate, stops: boolean): CalendarDate {
  if (column.limit === 'P14D') return addMonths(from, 20);
  if (column.limit === 'P1Y') return addMonths(from, stops ? -24 : -12);
  return addMonths(from, stops ? 0 : 6);
}

/** Days between items, far below the limit, so that nothing runs out by chance. */
function gapOf(column: Column): readonly [number, number] {
  if (column.limit === 'P14D') return [2, 4];
  return column.limit === 'P1Y' ? [60, 150] : [25, 70];
}

export function siteModel(site: Site, register: Register, scenario: Scenario): SiteModel {
  const order = register.sites.indexOf(site);
  const unit = register.units.find((u) => u.id === site.unitId)?.name as string;
  const style = scenario.styles[unit] as PageStyle;
  const url = new URL(site.url);
  const fullName = fullNameOf(unit, scenario.place);
  const sisters = [1, 5].map((step) => register.sites[(order + step) % register.sites.length] as Site);
  const number = String(order + 1).padStart(2, '0');
  return {
    site,
    origin: url.origin,
    host: url.hostname,
    unit,
    fullName,
    style,
    variant: Math.floor(order / 3) % 2 === 0 ? 0 : 1,
    marks: {
      organiser: fullName,
      siteIdCode: `${scenario.regionCode}99${number}`,
      icp: `${scenario.provinceMark}ICP备990000${number}号`,
      police: `${scenario.provinceMark}公网安备 ${scenario.regionCode}990000${number}号`,
    },
    columns: register.columns
      .filter((c) => c.siteId === site.id && c.url !== null)
      .map((c, i) => columnModel(c, i, unit, fullName, style, scenario)),
    friends: sisters.map((s) => ({ name: s.name, url: s.url })),
  };
}

function columnModel(column: Column, index: number, unit: string, fullName: string, style: PageStyle, scenario: Scenario): ColumnModel {
  const name = columnName(column.path);
  const random = randomOf(scenario.seed, unit, name);
  const silences = scenario.silences.filter((s) => s.unit === unit && s.column === name);
  const rhythm = { from: firstDay(column, scenario.from, silences.length > 0), to: scenario.to, gap: gapOf(column), shift: officeDayFrom };
  const days = publicationDays(random, rhythm, silences);
  const address = new URL(column.url as string);
  const path = `${address.pathname}${address.search}`;
  const articles = articlesOf(random, {
    column,
    address: path,
    days,
    unit,
    fullName,
    place: scenario.place,
    style,
    firstId: firstId(scenario.seed, unit, index),
  });
  const keepsOnTop = (column.class === 'notices' || column.class === 'policy') && random() < 0.5;
  return {
    column,
    address: path,
    articles,
    pinned: keepsOnTop ? (articles[between(random, 1, 3)]?.id ?? null) : null,
    oldestFirst: column.limit !== 'P14D' && random() < 0.12,
  };
}

/** Article numbers of a site do not overlap between its columns and do not depend on the port. */
const firstId = (seed: string, unit: string, index: number): number =>
  between(randomOf(seed, unit, 'ids'), 1000, 8999) * 1000 + index * 400;

function fullNameOf(unit: string, place: string): string {
  if (/[镇乡]$/.test(unit)) return `${place}${unit}人民政府`;
  if (unit.endsWith('街道')) return `${place}${unit}办事处`;
  return unit.startsWith('县') ? `${place}${unit.slice(1)}` : unit;
}

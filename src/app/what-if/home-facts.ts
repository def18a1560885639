import type { CalendarDate } from '../../core/date.ts';
import type { Fact } from '../../evidence/fact.ts';
import { articlesAt } from '../../store/column-looks.ts';
import type { Db } from '../../store/schema.ts';
import { endOfDay } from '../judge/facts-for-day.ts';
import { factsForDays } from '../judge/facts-for-days.ts';

/**
 * What says how fresh home pages were on some days: the pages, the articles they lead to, and the lists of those sites alone whose page
 * shows items without a date or only leads on. Reading every list and article of every site takes a minute, and nobody asks for them.
 */
export async function homeFactsFor(
  db: Db,
  siteIds: readonly string[],
  days: readonly CalendarDate[],
): Promise<(day: CalendarDate) => Fact[]> {
  const homesOn = await factsForDays(db, siteIds, days, new Set(['home']));
  const homes = [...new Map(days.flatMap(homesOn).map((fact) => [fact.id, fact as Fact<'home'>])).values()];
  const leading = sitesOf(homes.filter(({ data }) => data.navigationOnly));
  const undated = sitesOf(homes.filter(({ data }) => data.items.some(({ date }) => date === null)));
  const listsOn = await factsForDays(db, [...new Set([...leading, ...undated])], days, new Set(['column-list']));
  const behindOn = await factsForDays(db, leading, days, new Set(['article']));
  const hrefs = [...new Set(homes.flatMap(({ data }) => data.items.flatMap(({ href }) => href ?? [])))];
  const last = days.at(-1);
  const articles = last === undefined ? [] : await articlesAt(db, siteIds, hrefs, endOfDay(last));
  return (day) => {
    const seen = new Map([...homesOn(day), ...listsOn(day), ...behindOn(day)].map((fact) => [fact.id, fact]));
    for (const article of articles) if (article.at <= endOfDay(day)) seen.set(article.id, article);
    return [...seen.values()];
  };
}

const sitesOf = (facts: readonly Fact[]): string[] => [...new Set(facts.map(({ channelId }) => channelId))];

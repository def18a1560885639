import { type CalendarDate, instantOf } from '../../src/core/date.ts';
import type { Column } from '../../src/subjects/column.ts';
import { articleAddress } from './addresses.ts';
import { between, pick, type Random } from './random.ts';
import type { PageStyle } from './scenario.ts';
import { bodyOf } from './words/body.ts';
import { titlesFor } from './words/titles.ts';
import { topicsOf } from './words/topics.ts';

export interface Article {
  id: number;
  title: string;
  date: CalendarDate;
  /** Wall-clock time in Shanghai, HH:MM. */
  time: string;
  /** Milliseconds since 1970 of its publication. */
  at: number;
  address: string;
  source: string;
  body: readonly string[];
  /** Numbers of its pictures, address `/res/pic/<n>.png`. */
  pictures: readonly number[];
  attachment: { name: string; address: string } | null;
}

interface ArticlePlan {
  column: Column;
  address: string;
  days: readonly CalendarDate[];
  unit: string;
  fullName: string;
  place: string;
  style: PageStyle;
  firstId: number;
}

/** One item a day of publication, oldest first. */
export function articlesOf(random: Random, plan: ArticlePlan): Article[] {
  const seen = new Set<string>();
  const perYear = new Map<string, number>();
  return plan.days.map((date, i) => {
    const number = (perYear.get(date.slice(0, 4)) ?? 0) + 1;
    perYear.set(date.slice(0, 4), number);
    const topic = pick(random, topicsOf(plan.unit));
    const title = unusedTitle(random, plan, date, number, topic, seen);
    const id = plan.firstId + i;
    const time = `${String(between(random, 8, 17)).padStart(2, '0')}:${String(between(random, 0, 59)).padStart(2, '0')}`;
    const news = plan.column.class === 'news';
    return {
      id,
      title,
      date,
      time,
      at: Date.parse(instantOf(date, time)),
      address: articleAddress(plan.style, plan.address, id, date),
      source: plan.fullName,
      body: bodyOf(random, plan.unit, topic, date),
      pictures: news ? Array.from({ length: between(random, 0, 2) }, () => between(random, 1, 24)) : [],
      attachment: !news && random() < 0.3 ? { name: `附件：${title}.pdf`, address: `/res/file/${id}.pdf` } : null,
    };
  });
}

/** A column does not print the same title twice; a repeated one gets its number in the year. */
function unusedTitle(random: Random, plan: ArticlePlan, date: CalendarDate, number: number, topic: string, seen: Set<string>): string {
  const parts = { office: plan.unit, place: plan.place, topic, date, number };
  const title = pick(random, titlesFor(plan.column.path.at(-1) as string, plan.column.class))(parts);
  const unique = seen.has(title) ? `${title}（${date.slice(0, 4)}年第${number}篇）` : title;
  seen.add(unique);
  return unique;
}

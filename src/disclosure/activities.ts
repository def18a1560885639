import { addDays, type CalendarDate } from '../core/date.ts';
import type { Published } from './matching/match-items.ts';
import { plainTitle } from './matching/plain-title.ts';
import { likeness, readTitle } from './matching/same-title.ts';

/** An activity that an account should announce (seeds R16). */
export interface Activity {
  id: string;
  name: string;
  date: CalendarDate;
}

export interface ActivityPosts<P extends Published> {
  activity: Activity;
  posts: readonly P[];
  /** Nothing was posted, and by now nothing is to be expected; null while it is too early to say. */
  lacking: boolean | null;
}

/** Days before and after an activity in which posts that name it are taken to be about it. */
const AROUND_DAYS = 30;
/** Days after which an activity without a post is listed. */
const AFTER_DAYS = 7;
/** A name shorter than this stands in too many titles. */
const TELLING_LETTERS = 4;

/** Posts about each activity: their titles hold its name, or are its name. */
export function postsOfActivities<P extends Published>(
  activities: readonly Activity[],
  posts: readonly P[],
  day: CalendarDate,
): ActivityPosts<P>[] {
  const titles = posts.map((post) => ({ post, title: readTitle(post.title) }));
  return activities.map((activity) => {
    const name = plainTitle(activity.name).core;
    const whole = readTitle(activity.name);
    const [from, to] = [addDays(activity.date, -AROUND_DAYS), addDays(activity.date, AROUND_DAYS)];
    const found = titles.filter(
      ({ post, title }) =>
        post.date >= from &&
        post.date <= to &&
        post.date <= day &&
        ((name.length >= TELLING_LETTERS && title.core.includes(name)) || likeness(whole, title) !== null),
    );
    const lacking = found.length > 0 ? false : day > addDays(activity.date, AFTER_DAYS) ? true : null;
    return { activity, posts: found.map(({ post }) => post), lacking };
  });
}

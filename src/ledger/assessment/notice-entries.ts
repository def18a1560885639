import type { CalendarDate } from '../../core/date.ts';
import { entryOf, type ScoreEntry } from './entry.ts';
import type { AssessmentItem } from './scheme.ts';

/** A unit that an issued notice names, for good or bad, with the rules it was named by. */
export interface NoticeNaming {
  noticeId: string;
  title: string;
  day: CalendarDate;
  unitId: string;
  tone: 'named' | 'praised';
  grounds: readonly string[];
}

/** 通报点名、通报表扬: once a notice, however many rules named the unit in it. */
export function noticeEntries(namings: readonly NoticeNaming[], item: AssessmentItem): ScoreEntry[] {
  const tone = item.source === 'praised' ? 'praised' : 'named';
  const byNotice = new Map<string, NoticeNaming>();
  for (const naming of namings.filter((one) => one.tone === tone)) {
    const key = `${naming.noticeId} ${naming.unitId}`;
    const before = byNotice.get(key);
    byNotice.set(key, before ? { ...before, grounds: [...new Set([...before.grounds, ...naming.grounds])] } : naming);
  }
  return [...byNotice.values()].map(({ noticeId, title, day, unitId, grounds }) => {
    const reason = `《${title}》${tone === 'praised' ? '表扬' : '点名'}：${grounds.join('、')}`;
    const basis = { kind: 'notice', noticeId } as const;
    return entryOf(item, [noticeId, unitId], { unitId, day, points: item.points, reason, basis });
  });
}

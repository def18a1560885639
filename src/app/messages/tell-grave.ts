import { CATEGORIES } from '../../core/category.ts';
import type { Instant } from '../../core/date.ts';
import type { Problem, ProblemEvent } from '../../ledger/event.ts';
import { ALARMING, CONFIDENTIAL } from '../../ledger/grave.ts';
import { findItem } from '../../store/proof-items.ts';
import type { Db } from '../../store/schema.ts';
import type { ReviewItem } from '../../text/review/review-item.ts';
import { raiseAlarm } from './raise-alarm.ts';

/** The gravest a finding in words can be: one is a veto. */
const GRAVEST = 1;

interface ReadPage {
  areaId: string;
  siteId: string;
  url: string;
  title: string | null;
  at: Instant;
}

/**
 * Tells the closed list of severe errors a page was just found to hold (seeds S04): suspected, since no person has looked
 * yet. Each wrong string of a site once; one that a reviewer has decided on is not told. In the transaction of the reading.
 */
export async function tellGraveWords(db: Db, page: ReadPage, items: readonly ReviewItem[], dismissed: ReadonlySet<string>): Promise<void> {
  for (const item of items) {
    if (item.severity !== GRAVEST || dismissed.has(item.key)) continue;
    const known = await findItem(db, page.siteId, item.key);
    if (known && known.act !== null) continue;
    await raiseAlarm(db, page.areaId, {
      cause: `words:${page.siteId}:${item.key}`,
      title: '疑似严重表述错误，请立即复核',
      body: `原文“${item.string}”：${item.why}\n页面：${page.title ?? '（无标题）'}\n${page.url}\n机器提出，尚未经人工认定。`,
      link: `/areas/${page.areaId}/text-errors?severity=1`,
      confidential: true,
      at: page.at,
    });
  }
}

/** Alarms for what a day's judgement found, or found again, of the kinds that cannot wait. In the transaction of the ledger. */
export async function tellGraveProblems(
  db: Db,
  areaId: string,
  found: readonly { problem: Problem; event: ProblemEvent }[],
  at: Instant,
): Promise<void> {
  for (const { problem, event } of found) {
    if (!ALARMING.includes(problem.category)) continue;
    await raiseAlarm(db, areaId, {
      cause: `problem:${problem.id}:${event.seq}`,
      title: `${event.act === 'reopened' ? '再次发现' : '发现'}${CATEGORIES[problem.category]}（待确认）`,
      body: `${problem.placeLabel}\n${problem.text}`,
      link: `/areas/${areaId}/ledger?problem=${problem.id}`,
      confidential: CONFIDENTIAL.includes(problem.category),
      at,
    });
  }
}

import { goesToDeputy } from '../../ledger/duty.ts';
import { type Message, markPassedOn, unansweredAlarms } from '../../store/messages.ts';
import { readAreaSettings } from '../area-settings.ts';
import type { App } from '../open.ts';
import { COVERED } from './raise-alarm.ts';
import { type MessageDraft, OFFICE, writeMessages } from './write-messages.ts';

/** The shortest wait an area may set. */
const LEAST_MS = 60_000;

/**
 * Passes on alarms that nobody has answered in time: to the deputy of the day, and when that one is silent too, or there is
 * none, to the office (seeds S02). Each step once, whoever asks.
 */
export async function passOnAlarms(app: App): Promise<void> {
  const now = app.now();
  for (const alarm of await unansweredAlarms(app.db, new Date(Date.parse(now) - LEAST_MS).toISOString())) {
    const { messages, clock } = await readAreaSettings(app.db, alarm.areaId);
    if (clock === 'simulated' || !goesToDeputy(alarm, now, messages.answerWithinMinutes)) continue;
    await app.db.transaction().execute(async (trx) => {
      if (!(await markPassedOn(trx, alarm, now))) return;
      const next = alarm.deputy ?? (alarm.recipient === OFFICE ? null : OFFICE);
      if (next === null) return;
      const minutes = messages.answerWithinMinutes;
      const why = `${alarm.recipient}${minutes}分钟没有应答，转给${next}。`;
      const draft = passedOn(alarm, { next, isReader: messages.graveReaders.includes(next), why });
      await writeMessages(trx, alarm.areaId, { ...draft, at: now }, [{ name: next, answers: { deputy: null } }]);
    });
  }
}

/** The alarm in words the next person may read. */
function passedOn(
  { cause, kind, title, body, link, confidential }: Message,
  { next, isReader, why }: { next: string; isReader: boolean; why: string },
): Omit<MessageDraft, 'at'> {
  const covered = confidential && !isReader;
  const words = covered ? { ...COVERED, kind: 'alarm' as const, link: null } : { title, body, kind, link };
  const base = cause.split('#')[0];
  return {
    ...words,
    cause: `${base}#${next}`,
    title: `【转】${words.title}`,
    body: `${why}\n${words.body}`,
    urgent: true,
    confidential: confidential && !covered,
  };
}

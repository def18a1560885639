import type { Instant } from '../../core/date.ts';
import { dutyDayAt } from '../../ledger/duty.ts';
import { findDuty } from '../../store/duty.ts';
import type { Db } from '../../store/schema.ts';
import { readAreaSettings } from '../area-settings.ts';
import { type Addressee, type MessageDraft, OFFICE, writeMessages } from './write-messages.ts';

export interface Alarm {
  /** The same cause raises one alarm. */
  cause: string;
  title: string;
  body: string;
  link: string | null;
  /** Only the persons of the closed list may read the words. */
  confidential: boolean;
  at: Instant;
}

/** What somebody outside the closed list is told of something only the list may know. */
export const COVERED = {
  title: '有严重信息需要立即处置',
  body: '内容仅限知悉范围内的人员查看。请立即联系政务公开办负责人，并在此确认已接到。',
} as const;

/**
 * Raises an alarm (告警): to the name on the roster, by day and by night; while nobody is on the roster, to the office. What
 * is confidential goes at once to every person of the closed list (seeds S04), and who is on duty learns only that there is
 * something, unless on the list too. Written in the transaction of `db`.
 */
export async function raiseAlarm(db: Db, areaId: string, alarm: Alarm): Promise<void> {
  const { messages } = await readAreaSettings(db, areaId);
  const duty = await findDuty(db, areaId, dutyDayAt(alarm.at, messages.dutyChangesAt));
  const { confidential, ...rest } = alarm;
  const draft: MessageDraft = { ...rest, kind: confidential ? 'grave' : 'alarm', confidential, urgent: true };
  const onDuty: Addressee = { name: duty?.name ?? OFFICE, answers: { deputy: duty?.deputy ?? null } };
  const readers = confidential ? messages.graveReaders : [onDuty.name];
  await writeMessages(
    db,
    areaId,
    draft,
    readers.map((name) => (name === onDuty.name ? onDuty : { name })),
  );
  if (!readers.includes(onDuty.name))
    await writeMessages(db, areaId, { ...draft, ...COVERED, kind: 'alarm', confidential: false, link: null }, [onDuty]);
}

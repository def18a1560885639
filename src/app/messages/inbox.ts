import { ATTEMPT_OUTCOMES, DELIVERY_STATES, MESSAGE_KINDS } from '../../core/message.ts';
import { lastAttempts, listChannels } from '../../store/message-channels.ts';
import { sendAgain, undelivered } from '../../store/message-outbox.ts';
import { answerMessages, countUnread, type InboxFilter, listMessages, type Message, markMessagesRead } from '../../store/messages.ts';
import { readAreaSettings } from '../area-settings.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';
import { COVERED } from './raise-alarm.ts';

const MOST_UNDELIVERED = 100;

/** One page of the inbox kept under some names: a person's own and the role's. Nothing of other names is in it. */
export async function viewInbox(app: App, areaId: string, filter: InboxFilter, page: { number: number; size: number }) {
  await areaOf(app, areaId);
  const { rows, total } = await listMessages(app.db, areaId, filter, { limit: page.size, offset: (page.number - 1) * page.size });
  const channels = await channelNames(app, areaId);
  return {
    rows: rows.map((row) => messageWords(row, channels)),
    total,
    ...(await countUnread(app.db, areaId, filter.names)),
    kinds: Object.entries(MESSAGE_KINDS).map(([code, name]) => ({ code, name })),
  };
}

/** How many messages under these names are unread, and how many alarms among them wait for an answer. */
export async function viewUnread(app: App, areaId: string, names: readonly string[]) {
  await areaOf(app, areaId);
  return countUnread(app.db, areaId, names);
}

interface ByHand {
  ids: readonly string[];
  names: readonly string[];
  by: string;
}

/** Marks messages as read by somebody; answers as `viewUnread` does. */
export async function readMessages(app: App, areaId: string, { ids, names, by }: ByHand) {
  await markMessagesRead(app.db, areaId, { ids, names, by, at: app.now() });
  return viewUnread(app, areaId, names);
}

/** 已接到: whoever answers an alarm has it; neither the deputy nor the office is called any more. */
export async function takeAlarms(app: App, areaId: string, { ids, names, by }: ByHand) {
  const at = app.now();
  await app.db.transaction().execute(async (trx) => {
    await answerMessages(trx, areaId, { ids, names, by, at });
    await markMessagesRead(trx, areaId, { ids, names, by, at });
  });
  return viewUnread(app, areaId, names);
}

/** Messages no channel took, of the whole area; the words of confidential ones only to the closed list (seeds S04). */
export async function viewUndelivered(app: App, areaId: string, names: readonly string[]) {
  const { messages } = await readAreaSettings(app.db, areaId);
  const isReader = names.some((name) => messages.graveReaders.includes(name));
  const channels = await channelNames(app, areaId);
  return (await undelivered(app.db, areaId, MOST_UNDELIVERED)).map((row) =>
    messageWords(row.confidential && !isReader ? { ...row, ...COVERED, link: null } : row, channels),
  );
}

/** Sends undelivered messages again from the first step of their way; answers how many. */
export async function resend(app: App, areaId: string, ids: readonly string[]): Promise<number> {
  return sendAgain(app.db, areaId, ids, app.now());
}

async function channelNames(app: App, areaId: string): Promise<ReadonlyMap<string, string>> {
  return new Map((await listChannels(app.db, areaId)).map(({ id, name }) => [id, name]));
}

function messageWords(row: Message, channels: ReadonlyMap<string, string>) {
  const { id, recipient, title, body, link, urgent, confidential, at, readAt, readBy, needsAnswer, answeredAt, answeredBy } = row;
  return {
    ...{ id, recipient, title, body, link, urgent, confidential, at, readAt, readBy, needsAnswer, answeredAt, answeredBy },
    passedOnAt: row.passedOnAt,
    kind: { code: row.kind, name: MESSAGE_KINDS[row.kind] },
    delivery: {
      state: { code: row.state, name: DELIVERY_STATES[row.state] },
      channel: row.sentByChannel === null ? null : (channels.get(row.sentByChannel) ?? '已停用的渠道'),
      at: row.sentAt,
      detail: row.lastDetail,
    },
  };
}

/** The last attempt on each channel in words. */
export async function lastAttemptWords(app: App, areaId: string) {
  const last = await lastAttempts(app.db, areaId);
  return (channelId: string) => {
    const attempt = last.get(channelId);
    return attempt
      ? { at: attempt.at, outcome: { code: attempt.outcome, name: ATTEMPT_OUTCOMES[attempt.outcome] }, detail: attempt.detail }
      : null;
  };
}

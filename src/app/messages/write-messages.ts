import type { Instant } from '../../core/date.ts';
import { stableId } from '../../core/id.ts';
import type { MessageKind } from '../../core/message.ts';
import { listRecipients } from '../../store/message-channels.ts';
import { insertMessages } from '../../store/messages.ts';
import type { Db } from '../../store/schema.ts';
import { sendAt } from './send-at.ts';

/** Inbox of the office: what has no other addressee is read there, so that nothing is told to nobody. */
export const OFFICE = '政务公开办';

export interface Addressee {
  name: string;
  unitId?: string | null;
  /** Has to answer; when not, it goes to this name, and to the office when null. */
  answers?: { deputy: string | null };
}

export interface MessageDraft {
  kind: MessageKind;
  /** The same cause is told to an addressee once. */
  cause: string;
  title: string;
  body: string;
  link: string | null;
  urgent: boolean;
  confidential: boolean;
  at: Instant;
}

/** Writes a message for each addressee, in the transaction of `db`, with what caused it. Answers the ids of those written now. */
export async function writeMessages(db: Db, areaId: string, draft: MessageDraft, to: readonly Addressee[]): Promise<string[]> {
  const recipients = new Map((await listRecipients(db, areaId)).map((one) => [one.name, one]));
  const once = to.filter(({ name }, i) => to.findIndex((other) => other.name === name) === i);
  return insertMessages(
    db,
    once.map(({ name, unitId = null, answers }) => {
      const recipient = recipients.get(name);
      const goesOut = recipient !== undefined && recipient.routes.length > 0;
      return {
        ...draft,
        areaId,
        id: stableId('message', areaId, name, draft.cause),
        recipient: name,
        unitId: recipient?.unitId ?? unitId,
        needsAnswer: answers !== undefined,
        deputy: answers?.deputy ?? null,
        state: goesOut ? 'waiting' : 'inbox',
        nextAt: goesOut ? sendAt(draft, recipient) : draft.at,
      };
    }),
  );
}

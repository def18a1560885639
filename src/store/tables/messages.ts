import type { CalendarDate, Instant } from '../../core/date.ts';
import type { AttemptOutcome, ChannelKind, DeliveryState, MessageKind } from '../../core/message.ts';

/** Tables of messages, their ways out and who is on duty. */
export interface MessageTables {
  messageChannel: {
    areaId: string;
    id: string;
    kind: ChannelKind;
    name: string;
    settings: string;
    closed: boolean;
    savedBy: string;
    savedAt: Instant;
    retiredAt: Instant | null;
  };
  messageRecipient: {
    areaId: string;
    name: string;
    unitId: string | null;
    routes: string;
    quietFrom: string | null;
    quietTo: string | null;
    digestAt: string | null;
    savedBy: string;
    savedAt: Instant;
    retiredAt: Instant | null;
  };
  message: {
    areaId: string;
    id: string;
    recipient: string;
    unitId: string | null;
    kind: MessageKind;
    cause: string;
    title: string;
    body: string;
    link: string | null;
    urgent: boolean;
    confidential: boolean;
    at: Instant;
    readAt: Instant | null;
    readBy: string | null;
    needsAnswer: boolean;
    deputy: string | null;
    answeredAt: Instant | null;
    answeredBy: string | null;
    passedOnAt: Instant | null;
    state: DeliveryState;
    route: number;
    attempts: number;
    nextAt: Instant;
    claimedAt: Instant | null;
    unsure: boolean;
    sentAt: Instant | null;
    sentByChannel: string | null;
    lastDetail: string | null;
  };
  messageAttempt: {
    areaId: string;
    channelId: string;
    id: string;
    at: Instant;
    messages: number;
    outcome: AttemptOutcome;
    detail: string | null;
  };
  duty: { areaId: string; day: CalendarDate; name: string; deputy: string | null; savedBy: string; savedAt: Instant };
}

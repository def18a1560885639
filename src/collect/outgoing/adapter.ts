import type { z } from 'zod';
import type { Instant } from '../../core/date.ts';
import type { ChannelKind } from '../../core/message.ts';
import type { Guard } from '../guard/guard.ts';

/** What is sent: one message, or several for one addressee as one. */
export interface Letter {
  /** The same for every attempt at the same letter, so that a reader, or a mail server, knows it again. */
  id: string;
  addressee: string;
  title: string;
  /** Plain text, lines parted by \n; may quote pages of others. */
  text: string;
  /** Address of the page where it goes on. */
  link: string | null;
  /** Moment of sending: signatures are good for an hour around it. */
  at: Instant;
}

/** The way out, with what the operator permits. */
export interface WayOut {
  guard: Guard;
  /** Hosts, with port where it is not the usual one, that the operator permits besides those of the platforms. */
  hosts: readonly string[];
}

/**
 * How a channel answered. `busy`: its pace was exceeded, the same way is right, later. `failed`: no answer or trouble of
 * theirs, worth trying again. `refused`: it will not take this however often it is asked.
 */
export type Answer =
  | { outcome: 'sent' }
  | { outcome: 'busy'; afterMs: number; detail: string }
  | { outcome: 'failed' | 'refused'; detail: string };

/** One kind of channel; one file in `adapters/`, exported as `adapter`. */
export interface MessageAdapter<S = unknown> {
  kind: ChannelKind;
  /** What an operator fills in. */
  settings: z.ZodType<S>;
  /** Fields of the settings that never leave the server again. */
  secrets: readonly string[];
  /** Read by everybody in a group, so nothing for single eyes goes this way. */
  group: boolean;
  /** Letters a minute; null where nothing is prescribed. */
  perMinute: number | null;
  /** Throws bad-input for settings whose address may not be called. */
  check(settings: S, out: WayOut): void;
  /** Never rejects for a reason of the network; throws as `check` does. `to`: address within the channel. */
  send(settings: S, letter: Letter, to: string | null, out: WayOut): Promise<Answer>;
}

/** An adapter with its settings' type kept to itself. */
export const defineAdapter = <S>(adapter: MessageAdapter<S>): MessageAdapter => adapter as MessageAdapter;

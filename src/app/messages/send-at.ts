import { addDays, dateAt, type Instant, instantOf } from '../../core/date.ts';
import { isWithin, msUntil } from '../../core/hours.ts';
import type { MessageRecipient } from '../../store/message-channels.ts';

/**
 * When a message leaves the program: an urgent one at once, by night too; any other with the one message a day of who
 * wishes that, else after the quiet hours (免打扰时段).
 */
export function sendAt(
  message: { urgent: boolean; at: Instant },
  { quiet, digestAt }: Pick<MessageRecipient, 'quiet' | 'digestAt'>,
): Instant {
  const { urgent, at } = message;
  if (urgent) return at;
  if (digestAt !== null) {
    const today = instantOf(dateAt(at), digestAt);
    return at <= today ? today : instantOf(addDays(dateAt(at), 1), digestAt);
  }
  if (quiet === null || !isWithin(quiet, at)) return at;
  return new Date(Date.parse(at) + msUntil({ from: quiet.to, to: quiet.from }, at)).toISOString();
}

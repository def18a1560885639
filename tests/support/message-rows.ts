import { putDuty } from '../../src/store/duty.ts';
import { putChannel, putRecipient, takeTurn } from '../../src/store/message-channels.ts';
import { insertMessages } from '../../src/store/messages.ts';
import { insertReminder } from '../../src/store/reminders.ts';
import type { Db } from '../../src/store/schema.ts';

/** A row in every table of messages, duty and reminders; `words` may be anything an office types or a page says. */
export async function fillMessages(db: Db, areaId: string, unitId: string, at: string, words: string): Promise<void> {
  const saved = { savedBy: words, savedAt: at };
  await putChannel(db, { areaId, id: 'c', kind: 'wecom', name: words, closed: true, settings: { address: words }, ...saved });
  const quiet = { from: '22:00', to: '07:00' };
  await putRecipient(db, { areaId, name: '甲', unitId, routes: [{ channelId: 'c', to: words }], quiet, digestAt: '08:30', ...saved });
  await insertMessages(db, [
    {
      ...{ areaId, id: 'm', recipient: '甲', unitId, kind: 'alarm', cause: words, title: words, body: words, link: null },
      ...{ urgent: true, confidential: true, at, needsAnswer: true, deputy: words, state: 'waiting', nextAt: at },
    },
  ]);
  await takeTurn(db, { areaId, channelId: 'c', id: 'a', at, messages: 1 }, at, null);
  await putDuty(db, areaId, [{ day: '2022-12-27', name: '甲', deputy: null }], { by: words, at });
  const reminder = {
    areaId,
    id: 'r',
    unitId,
    step: 'letter',
    day: '2022-12-27',
    at,
    channel: words,
    addressee: '甲',
    note: words,
  } as const;
  await insertReminder(db, { ...reminder, byName: words }, [{ problemId: 'p', dueOn: '2022-12-22' }]);
}

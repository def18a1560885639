import { randomUUID } from 'node:crypto';
import { createGuard } from '../../collect/guard/guard.ts';
import type { Answer, Letter, MessageAdapter, WayOut } from '../../collect/outgoing/adapter.ts';
import { loadMessageAdapters } from '../../collect/outgoing/load-adapters.ts';
import type { Instant } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { stableId } from '../../core/id.ts';
import type { ChannelKind } from '../../core/message.ts';
import { endAttempt, listChannels, listRecipients, type MessageChannel, takeTurn } from '../../store/message-channels.ts';
import { claimDue, giveBackLost, type Onward, setAll } from '../../store/message-outbox.ts';
import type { Message } from '../../store/messages.ts';
import { readAreaSettings } from '../area-settings.ts';
import type { Config } from '../config.ts';
import type { App } from '../open.ts';
import { openSettings } from '../secrets/kept-secrets.ts';
import { COVERED } from './raise-alarm.ts';

/** A sender that has not come back after this long is dead: longer than the slowest mail server may take. */
const LOST_MS = 180_000;
const MINUTE_MS = 60_000;
/** Waits before the next attempt by the same way. */
const WAITS_MS = [30_000, 120_000, 480_000, 1_800_000];
/** An alarm does not wait for a channel to recover while there is another. */
const URGENT_WAITS_MS = [15_000];
/** Letters on their way at once from one process. */
const AT_ONCE = 4;

/** What sending needs. */
export interface Post {
  app: App;
  adapters: ReadonlyMap<ChannelKind, MessageAdapter>;
  out: WayOut;
}

export async function openPost(app: App): Promise<Post> {
  return { app, adapters: await loadMessageAdapters(), out: wayOut(app.config) };
}

export const wayOut = ({ allowNetworks, messageHosts = [] }: Config): WayOut => ({
  guard: createGuard({ allowNetworks }),
  hosts: messageHosts,
});

/** Sends what is due until nothing is left or `signal` is aborted. Answers how many letters were tried. */
export async function deliverDue(post: Post, signal?: AbortSignal): Promise<number> {
  await giveBackLost(post.app.db, before(post.app.now(), LOST_MS));
  let letters = 0;
  const senders = Array.from({ length: AT_ONCE }, async () => {
    while (!signal?.aborted) {
      const messages = await claimDue(post.app.db, post.app.now());
      if (!messages) return;
      letters += 1;
      await setAll(post.app.db, messages, await sendTogether(post, messages));
    }
  });
  await Promise.all(senders);
  return letters;
}

const before = (at: Instant, ms: number): Instant => new Date(Date.parse(at) - ms).toISOString();
const after = (at: Instant, ms: number): Instant => before(at, -ms);

/** Sends messages for one addressee as one letter by the way they have come to; answers where they go on from. */
async function sendTogether(post: Post, messages: readonly [Message, ...Message[]]): Promise<Onward> {
  const { app } = post;
  const [{ areaId, recipient: name, route, confidential, urgent, attempts }] = messages;
  const recipient = (await listRecipients(app.db, areaId)).find((one) => one.name === name);
  const ways = recipient?.routes ?? [];
  const way = ways[route];
  const onward = (detail: string): Onward => nextWay(ways.length, route, app.now(), detail);
  if (!way) return { state: 'undelivered', claimedAt: null, lastDetail: messages[0].lastDetail ?? '收件人没有可用的渠道' };
  const channel = (await listChannels(app.db, areaId)).find(({ id }) => id === way.channelId);
  const adapter = channel && post.adapters.get(channel.kind);
  if (!channel || !adapter) return onward('渠道已停用');
  if (confidential && adapter.group && !channel.closed) return onward(`“${channel.name}”是群，知悉范围以外的人也能看到，没有发出`);
  const { messages: settings } = await readAreaSettings(app.db, areaId);
  const letter = letterOf(messages, settings.address, app.now());
  const answer = await tryChannel(post, channel, adapter, letter, way.to, messages.length);
  const now = app.now();
  if (answer.outcome === 'sent')
    return { state: 'sent', claimedAt: null, sentAt: now, sentByChannel: channel.id, unsure: false, lastDetail: null };
  const detail = `${channel.name}：${answer.detail}`;
  const isLast = route + 1 >= ways.length;
  if (answer.outcome === 'busy')
    return urgent && !isLast
      ? onward(detail)
      : { state: 'waiting', claimedAt: null, nextAt: after(now, answer.afterMs), lastDetail: detail };
  const wait = (urgent && !isLast ? URGENT_WAITS_MS : WAITS_MS)[attempts];
  if (answer.outcome === 'refused' || wait === undefined) return onward(detail);
  return { state: 'waiting', claimedAt: null, attempts: attempts + 1, nextAt: after(now, wait), lastDetail: detail };
}

/** The next way of the addressee at once; when there is none the message stays, visibly undelivered. */
function nextWay(ways: number, route: number, now: Instant, lastDetail: string): Onward {
  if (route + 1 >= ways) return { state: 'undelivered', claimedAt: null, lastDetail };
  return { state: 'waiting', claimedAt: null, route: route + 1, attempts: 0, nextAt: now, lastDetail };
}

/** One attempt by one channel, within its pace, kept with how it ended. */
export async function tryChannel(
  { app, out }: Pick<Post, 'app' | 'out'>,
  channel: MessageChannel,
  adapter: MessageAdapter,
  letter: Letter,
  to: string | null,
  messages: number,
): Promise<Answer> {
  const { areaId, id: channelId } = channel;
  const attempt = { areaId, channelId, id: `attempt_${randomUUID()}`, at: letter.at, messages };
  const first = await takeTurn(app.db, attempt, before(letter.at, MINUTE_MS), adapter.perMinute);
  if (first !== null) {
    const afterMs = Math.max(1_000, Date.parse(first) + MINUTE_MS - Date.parse(letter.at));
    return { outcome: 'busy', afterMs, detail: `每分钟最多发 ${adapter.perMinute} 条，正在排队` };
  }
  const answer = await sendBy(adapter, () => openSettings(app, channel), letter, to, out);
  await endAttempt(app.db, attempt, { outcome: answer.outcome, detail: answer.outcome === 'sent' ? null : answer.detail });
  return answer;
}

async function sendBy(
  adapter: MessageAdapter,
  kept: () => Promise<unknown>,
  letter: Letter,
  to: string | null,
  out: WayOut,
): Promise<Answer> {
  try {
    const settings = adapter.settings.safeParse(await kept());
    if (!settings.success) return { outcome: 'refused', detail: `渠道设置不对：${settings.error.issues[0]?.message}` };
    return await adapter.send(settings.data, letter, to, out);
  } catch (error) {
    // What is not there yet (the key of the settings) may be there at the next attempt.
    if (error instanceof MingchaError) return { outcome: error.code === 'unavailable' ? 'failed' : 'refused', detail: error.message };
    return { outcome: 'failed', detail: `程序出错（${(error as Error).name}）` };
  }
}

const UNSURE = '（上次发送时程序中断，本条可能是重复的）\n';

/** What goes out: confidential words stay inside, whoever reads the mailbox. */
function letterOf(messages: readonly [Message, ...Message[]], address: string | null, at: Instant): Letter {
  const [first] = messages;
  const words = (message: Message) => (message.confidential ? { ...COVERED, body: '请登录明察，在“消息”中查看。' } : message);
  const link =
    address === null ? null : new URL(messages.length === 1 && first.link ? first.link : `/areas/${first.areaId}/messages`, address).href;
  const id = stableId('letter', ...messages.map((message) => message.id).toSorted());
  const shared = { id, addressee: first.recipient, link, at };
  const unsure = messages.some((message) => message.unsure) ? UNSURE : '';
  if (messages.length === 1) return { ...shared, title: words(first).title, text: unsure + words(first).body };
  const text = messages.map((message, i) => `（${i + 1}）${words(message).title}\n${words(message).body}`).join('\n\n');
  return { ...shared, title: `${messages.length}条消息：${words(first).title}等`, text: unsure + text };
}

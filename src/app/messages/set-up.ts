import { randomUUID } from 'node:crypto';
import { loadMessageAdapters } from '../../collect/outgoing/load-adapters.ts';
import { MingchaError } from '../../core/error.ts';
import { CHANNEL_KINDS, type ChannelKind } from '../../core/message.ts';
import { IN_CHINESE, issueWords } from '../../core/shape-words.ts';
import {
  listChannels,
  listRecipients,
  type MessageChannel,
  type MessageRecipient,
  putChannel,
  putRecipient,
  retireChannel,
  retireRecipient,
} from '../../store/message-channels.ts';
import { listUnits } from '../../store/units.ts';
import { readAreaSettings } from '../area-settings.ts';
import type { App } from '../open.ts';
import { openSettings, sealSettings } from '../secrets/kept-secrets.ts';
import { areaOf } from '../views/area-of.ts';
import { openPost, tryChannel, wayOut } from './deliver.ts';
import { lastAttemptWords, viewUndelivered } from './inbox.ts';

const bad = (message: string, next: string, field: string): MingchaError =>
  new MingchaError('bad-input', message, next, { faults: [{ field, message }] });

/** Channels, recipients and the closed list of an area as the setup page shows them. Secrets are named, never shown. */
export async function viewSetUp(app: App, areaId: string, names: readonly string[]) {
  await areaOf(app, areaId);
  const adapters = await loadMessageAdapters();
  const lastOf = await lastAttemptWords(app, areaId);
  const channels = await listChannels(app.db, areaId);
  const units = await listUnits(app.db, areaId);
  const unitNames = new Map(units.map(({ id, name }) => [id, name]));
  const { messages } = await readAreaSettings(app.db, areaId);
  return {
    channels: channels.map(({ id, kind, name, closed, settings, savedBy, savedAt }) => {
      const secrets = adapters.get(kind)?.secrets ?? [];
      const entries = Object.entries(settings as Record<string, string | number | null>);
      return {
        ...{ id, name, closed, savedBy, savedAt },
        kind: { code: kind, name: CHANNEL_KINDS[kind] },
        settings: Object.fromEntries(entries.filter(([field]) => !secrets.includes(field))),
        filled: entries.filter(([field, value]) => secrets.includes(field) && value !== null).map(([field]) => field),
        last: lastOf(id),
      };
    }),
    recipients: (await listRecipients(app.db, areaId)).map(({ areaId: _, unitId, ...one }) => ({
      ...one,
      routes: [...one.routes],
      unit: unitId === null ? null : { id: unitId, name: unitNames.get(unitId) ?? unitId },
    })),
    units: units.filter(({ activeTo }) => activeTo === null).map(({ id, name }) => ({ id, name })),
    kinds: Object.entries(CHANNEL_KINDS).map(([code, name]) => ({ code, name })),
    graveReaders: messages.graveReaders,
    undelivered: await viewUndelivered(app, areaId, names),
  };
}

export interface ChannelWish {
  /** Null: a new one. */
  id: string | null;
  kind: ChannelKind;
  name: string;
  closed: boolean;
  /** As typed; a secret that is left out stays as it is. */
  settings: Readonly<Record<string, unknown>>;
  by: string;
}

/** Keeps a channel. Throws bad-input for settings of a wrong shape and for an address that may not be called. */
export async function saveChannel(app: App, areaId: string, { id, kind, name, closed, settings, by }: ChannelWish): Promise<string> {
  await areaOf(app, areaId);
  const adapter = (await loadMessageAdapters()).get(kind);
  if (!adapter) throw bad(`没有“${kind}”这种渠道`, '请从列表中选择渠道类型。', 'kind');
  const known = id === null ? null : await channelOf(app, areaId, id);
  if (known && known.kind !== kind) throw bad('渠道的类型不能改', '请停用这个渠道，另建一个。', 'kind');
  // What is typed anew need not be opened: a channel can be mended whose key is lost.
  const isTyped = adapter.secrets.every((field) => field in settings);
  const kept: Settings = known === null ? {} : isTyped ? (known.settings as Settings) : await openSettings(app, known);
  const secrets = Object.fromEntries(adapter.secrets.filter((field) => field in kept).map((field) => [field, kept[field]]));
  checkCarriedOn(secrets, kept, settings);
  const parsed = adapter.settings.safeParse({ ...secrets, ...settings }, IN_CHINESE);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => ({ field: inSettings(issue.path.join('.')), message: issueWords(issue) }));
    throw new MingchaError('bad-input', `渠道设置有 ${faults.length} 处不对：${faults[0]?.message}`, '请改正后再保存。', { faults });
  }
  checkWay(() => adapter.check(parsed.data, wayOut(app.config)));
  const place = { areaId, id: id ?? `channel_${randomUUID()}`, kind };
  const sealed = await sealSettings(app, place, parsed.data as Record<string, unknown>);
  await putChannel(app.db, { ...place, name, closed, settings: sealed, savedBy: by, savedAt: app.now() });
  return place.id;
}

/** The fields of a channel stand within what is handed in. */
const inSettings = (field: string): string => `settings.${field}`;

function checkWay(check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof MingchaError)) throw error;
    const faults = error.faults.map((fault) => ({ ...fault, field: inSettings(fault.field ?? '') }));
    throw new MingchaError(error.code, error.message, error.next, { faults });
  }
}

/** What says where a letter, and the password with it, is carried to. */
const WHERE_TO = ['host', 'port', 'security', 'user'] as const;

/** A password that was typed for one server goes to no other: whoever may name a server could otherwise read it there. @throws bad-input. */
function checkCarriedOn(secrets: Settings, kept: Settings, typed: Settings): void {
  const elsewhere = WHERE_TO.some((field) => field in kept && field in typed && typed[field] !== kept[field]);
  const password = secrets.password ?? null;
  if (elsewhere && password !== null && !('password' in typed))
    throw bad('换了发件服务器或用户名，密码须重新填写', '请填写新服务器的密码后再保存。', inSettings('password'));
}
type Settings = Readonly<Record<string, unknown>>;

async function channelOf(app: App, areaId: string, id: string): Promise<MessageChannel> {
  const channel = (await listChannels(app.db, areaId)).find((one) => one.id === id);
  if (channel) return channel;
  throw new MingchaError('not-found', '没有这个渠道，或者已经停用。', '请刷新页面后重试。');
}

/** Takes a channel out of use; what went by it stays. @throws not-found. */
export async function dropChannel(app: App, areaId: string, id: string): Promise<void> {
  await channelOf(app, areaId, id);
  await retireChannel(app.db, areaId, id, app.now());
}

/** 发送测试: one letter by this channel now, within its pace; answers how the channel took it. */
export async function testChannel(app: App, areaId: string, { id, to, by }: { id: string; to: string | null; by: string }) {
  const area = await areaOf(app, areaId);
  const channel = await channelOf(app, areaId, id);
  const post = await openPost(app);
  const adapter = post.adapters.get(channel.kind);
  if (!adapter) throw new MingchaError('internal', '渠道类型无法识别。', '请停用这个渠道。');
  const letter = {
    id: `test_${randomUUID()}`,
    addressee: by,
    title: '明察测试消息',
    text: `${area.name}的消息渠道“${channel.name}”可以使用。由${by}发送，无需处理。`,
    link: null,
    at: app.now(),
  };
  const answer = await tryChannel(post, channel, adapter, letter, to, 1);
  return { sent: answer.outcome === 'sent', detail: answer.outcome === 'sent' ? null : answer.detail };
}

/** Keeps who gets messages and how. Throws bad-input for a channel, a mailbox or a unit that is not there. */
export async function saveRecipient(
  app: App,
  areaId: string,
  wish: Omit<MessageRecipient, 'areaId' | 'savedBy' | 'savedAt'> & { by: string },
) {
  await areaOf(app, areaId);
  const { by, ...recipient } = wish;
  const channels = new Map((await listChannels(app.db, areaId)).map((channel) => [channel.id, channel]));
  for (const { channelId, to } of recipient.routes) {
    const channel = channels.get(channelId);
    if (!channel) throw bad('选用的渠道不存在或已停用', '请重新选择渠道。', 'routes');
    if (channel.kind === 'email' && to === null) throw bad(`用“${channel.name}”收消息要有邮箱地址`, '请填写收件人的邮箱。', 'routes');
  }
  if (recipient.unitId !== null && !(await listUnits(app.db, areaId)).some(({ id }) => id === recipient.unitId))
    throw bad('没有这个单位', '请从列表中选择单位。', 'unitId');
  await putRecipient(app.db, { ...recipient, areaId, savedBy: by, savedAt: app.now() });
}

/** Takes a recipient out of use. @throws not-found. */
export async function dropRecipient(app: App, areaId: string, name: string): Promise<void> {
  if (await retireRecipient(app.db, areaId, name, app.now())) return;
  throw new MingchaError('not-found', `没有名为“${name}”的收件人。`, '请刷新页面后重试。');
}

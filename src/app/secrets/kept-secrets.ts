import { loadMessageAdapters } from '../../collect/outgoing/load-adapters.ts';
import { MingchaError } from '../../core/error.ts';
import type { ChannelKind } from '../../core/message.ts';
import { listAllChannels, type MessageChannel, replaceSettings } from '../../store/message-channels.ts';
import { giveUpSealKey, sealKeyInUse } from '../../store/seal-keys.ts';
import { listUsers, replaceTotpSecret } from '../../store/users.ts';
import type { App } from '../open.ts';
import { readKey } from './key-file.ts';
import { keyIdOf } from './sealed.ts';
import { openSecret, sealKeyOf, sealSecret } from './secrets.ts';

type Settings = Record<string, unknown>;
type Needs = Pick<App, 'db' | 'config' | 'now'>;

/** Where the second factor of a user is kept. */
export const totpPlace = (userId: string): string => `app_user/${userId}/totp_secret`;
const settingPlace = ({ areaId, id }: Pick<MessageChannel, 'areaId' | 'id'>, field: string): string =>
  `message_channel/${areaId}/${id}/${field}`;

/** Settings of a channel as the database keeps them: whatever never leaves the server again is sealed. */
export const sealSettings = (app: Needs, channel: Pick<MessageChannel, 'areaId' | 'id' | 'kind'>, settings: Settings): Promise<Settings> =>
  eachSecret(channel.kind, settings, (field, text) => sealSecret(app, settingPlace(channel, field), text));

/** The same as they were typed. @throws unavailable without the key. */
export const openSettings = (app: Needs, channel: MessageChannel): Promise<Settings> =>
  eachSecret(channel.kind, channel.settings as Settings, (field, text) => openSecret(app, settingPlace(channel, field), text));

/** Makes the key at the first start, and seals what earlier versions kept plain, of channels out of use too; answers how many rows. */
export async function sealPlainSecrets(app: Needs): Promise<number> {
  await sealKeyOf(app);
  return changeAll(app, async (place, text) => (keyIdOf(text) === null ? sealSecret(app, place, text) : text));
}

/**
 * Gives up a key that is lost: second factors sealed with it are off and passwords of channels are to be typed again, and a new key is
 * used from now on. Asked again after a kill, it finishes what was left. Answers how many rows lost something. @throws refused while
 * the key is here and everything is sealed with it.
 */
export async function giveUpLostKey(app: App): Promise<number> {
  const inUse = await sealKeyInUse(app.db);
  const isLost = inUse !== null && readKey(app.config)?.id !== inUse;
  if (isLost) await giveUpSealKey(app.db, app.now());
  const { id } = await sealKeyOf(app);
  const rows = await changeAll(app, async (_place, text) => ([null, id].includes(keyIdOf(text)) ? text : null));
  if (!isLost && rows === 0) throw new MingchaError('refused', '密钥没有丢失，不需要更换。', '请用 mingcha key 查看密钥的编号和位置。');
  return rows;
}

type Change = (place: string, text: string) => Promise<string | null>;

/** A row that somebody else changes meanwhile stays as that one left it. */
async function changeAll(app: Needs, change: Change): Promise<number> {
  let rows = 0;
  for (const { id, totpSecret } of await listUsers(app.db, null)) {
    const after = totpSecret === null ? null : await change(totpPlace(id), totpSecret);
    if (totpSecret !== after && (await replaceTotpSecret(app.db, id, totpSecret, after))) rows += 1;
  }
  for (const channel of await listAllChannels(app.db)) {
    const before = channel.settings as Settings;
    const after = await eachSecret(channel.kind, before, (field, text) => change(settingPlace(channel, field), text));
    if (JSON.stringify(after) !== JSON.stringify(before) && (await replaceSettings(app.db, channel, after))) rows += 1;
  }
  return rows;
}

async function eachSecret(kind: ChannelKind, settings: Settings, change: (field: string, text: string) => Promise<string | null>) {
  const changed = { ...settings };
  for (const field of (await loadMessageAdapters()).get(kind)?.secrets ?? []) {
    const text = settings[field];
    if (typeof text === 'string') changed[field] = await change(field, text);
  }
  return changed;
}

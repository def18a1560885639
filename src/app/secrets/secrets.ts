import { MingchaError } from '../../core/error.ts';
import { sealKeyInUse, takeSealKey } from '../../store/seal-keys.ts';
import type { App } from '../open.ts';
import { dropKey, keyFile, makeKey, readKey, SEAL_KEY_VARIABLE } from './key-file.ts';
import { keyIdOf, type SealKey, seal, unseal } from './sealed.ts';

/** What has to be used again and so cannot be kept as a hash: sealed in the database, opened in memory. */
type Needs = Pick<App, 'db' | 'config' | 'now'>;

/** Once asked for, a key is held as long as the app: a file that is taken away meanwhile is missed at the next start. */
const held = new WeakMap<Needs['config'], SealKey>();

/**
 * The key of this database, made at the first need of the first machine. @throws unavailable where another machine has made it and
 * this one was not given it.
 */
export async function sealKeyOf(app: Needs): Promise<SealKey> {
  const known = held.get(app.config);
  if (known) return known;
  // Asked in this order: a key in use that another process of this machine has made lies here by then.
  const inUse = await sealKeyInUse(app.db);
  const own = readKey(app.config);
  if (own === null && inUse !== null) throw keyMissing(app.config, inUse);
  const key = own ?? makeKey(app.config);
  const agreed = inUse ?? (await takeSealKey(app.db, key.id, app.now()));
  if (agreed !== key.id) {
    if (own === null) dropKey(app.config);
    throw keyMissing(app.config, agreed);
  }
  held.set(app.config, key);
  return key;
}

/** Seals a secret for its place (the row and the field). */
export const sealSecret = async (app: Needs, place: string, text: string): Promise<string> => seal(await sealKeyOf(app), place, text);

/** Opens a secret; a plain one of an earlier version is handed back as it is. @throws unavailable without its key. */
export async function openSecret(app: Needs, place: string, kept: string): Promise<string> {
  const id = keyIdOf(kept);
  if (id === null) return kept;
  const key = await sealKeyOf(app);
  if (key.id !== id) throw keyMissing(app.config, id);
  try {
    return unseal(key, place, kept);
  } catch (cause) {
    throw new MingchaError('unavailable', '数据库中一项加密的内容被改动过，不能使用。', '请重新设置该项（动态口令或渠道密码）。', {
      cause,
    });
  }
}

function keyMissing(config: App['config'], id: string): MingchaError {
  return new MingchaError(
    'unavailable',
    `本机没有编号 ${id} 的密钥，数据库中加密的动态口令和消息渠道密码不能使用。`,
    `请技术人员把首次启动明察的那台机器数据目录中的 seal.key 复制到 ${keyFile(config)}，或将其内容设为环境变量 ${SEAL_KEY_VARIABLE}，再重新启动；确已丢失的，运行 mingcha key --renew。`,
  );
}

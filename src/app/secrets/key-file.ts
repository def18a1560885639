import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MingchaError } from '../../core/error.ts';
import type { Config } from '../config.ts';
import { KEY_BYTES, type SealKey, sealKey } from './sealed.ts';

export const SEAL_KEY_VARIABLE = 'MINGCHA_SEAL_KEY';
const ONLY_OURS = 0o600;

/** Where the key lies: beside the data, readable by the service's account alone, and in no backup. */
export const keyFile = ({ home }: Pick<Config, 'home'>): string => join(home, 'seal.key');

/** The key of this machine, by environment or file; null where there is none. @throws usage for one that is no key. */
export function readKey(config: Config): SealKey | null {
  if (config.sealKey) return keyIn(config.sealKey, `环境变量 ${SEAL_KEY_VARIABLE}`);
  const text = readText(keyFile(config));
  return text === null ? null : keyIn(text, `密钥文件 ${keyFile(config)}`);
}

/** Makes the key file; answers the key, that of another process which made it first. */
export function makeKey(config: Config): SealKey {
  const file = keyFile(config);
  const whole = `${file}.${process.pid}`;
  try {
    // Whole at once: nobody reads half a key.
    writeFileSync(whole, `${randomBytes(KEY_BYTES).toString('base64url')}\n`, { mode: ONLY_OURS, flush: true });
    chmodSync(whole, ONLY_OURS);
    linkSync(whole, file);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST')
      throw new MingchaError('unavailable', `不能写密钥文件 ${file}：${(cause as Error).message}`, '请检查数据目录的权限和磁盘空间。', {
        cause,
      });
  } finally {
    rmSync(whole, { force: true });
  }
  return readKey(config) as SealKey;
}

/** Takes away a key that nothing was sealed with. */
export const dropKey = (config: Config): void => rmSync(keyFile(config), { force: true });

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw new MingchaError('unavailable', `读不出密钥文件 ${file}：${message}`, '请检查该文件的权限：只应由运行明察的账号读取。', {
      cause,
    });
  }
}

function keyIn(text: string, where: string): SealKey {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length === KEY_BYTES && bytes.toString('base64url') === text) return sealKey(bytes);
  throw new MingchaError('usage', `${where}的内容不是密钥。`, '请从首次启动的机器的数据目录中重新复制 seal.key（一行，43 个字符）。');
}

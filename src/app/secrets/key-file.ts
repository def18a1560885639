import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { MingchaError } from '../../core/error.ts';
import type { Config } from '../config.ts';
import { KEY_BYTES, type SealKey, sealKey } from './sealed.ts';

export const SEAL_KEY_VARIABLE = 'MINGCHA_SEAL_KEY';
const ONLY_OURS = 0o600;
const KEY_LETTERS = 43;
/** Another process that makes the file has it whole by then, unless it died over it. */
const WAIT_MS = 1_000;
const ASK_EVERY_MS = 10;

/** Where the key lies: beside the data, readable by the service's account alone, and in no backup. */
export const keyFile = ({ home }: Pick<Config, 'home'>): string => join(home, 'seal.key');

/** The key of this machine, by environment or file; null where there is none. @throws usage for one that is no key. */
export function readKey(config: Config): SealKey | null {
  if (config.sealKey) return keyIn(config.sealKey, `环境变量 ${SEAL_KEY_VARIABLE}`);
  const text = readText(keyFile(config));
  return text === null ? null : keyIn(text, `密钥文件 ${keyFile(config)}`);
}

/**
 * Makes the key file; answers the key, that of another process which made it first. Whoever creates the file makes the key, which every
 * file system knows how to say; nobody takes half a key, as a file that is too short is waited for.
 */
export function makeKey(config: Config): SealKey {
  const file = keyFile(config);
  try {
    const made = openSync(file, 'wx', ONLY_OURS);
    try {
      writeSync(made, `${randomBytes(KEY_BYTES).toString('base64url')}\n`);
      fsyncSync(made);
    } catch (cause) {
      // A disk that is full leaves no file that all would wait for.
      rmSync(file, { force: true });
      throw cause;
    } finally {
      closeSync(made);
    }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST')
      throw new MingchaError('unavailable', `不能写密钥文件 ${file}：${(cause as Error).message}`, '请检查数据目录的权限和磁盘空间。', {
        cause,
      });
  }
  return readKey(config) ?? makeKey(config);
}

/** Takes away a key that nothing was sealed with. */
export const dropKey = (config: Config): void => rmSync(keyFile(config), { force: true });

function readText(file: string): string | null {
  try {
    let text = readFileSync(file, 'utf8').trim();
    for (let waited = 0; text.length < KEY_LETTERS && waited < WAIT_MS; waited += ASK_EVERY_MS) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ASK_EVERY_MS);
      text = readFileSync(file, 'utf8').trim();
    }
    return text;
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw new MingchaError('unavailable', `读不出密钥文件 ${file}：${message}`, '请检查该文件的权限：只应由运行明察的账号读取。', {
      cause,
    });
  }
}

function keyIn(text: string, where: string): SealKey {
  if (text === '')
    throw new MingchaError(
      'usage',
      `${where}是空的（可能是首次启动时突然断电）。`,
      '请删除这个空文件，再重新启动；届时如需从别处复制密钥，会有提示。',
    );
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length === KEY_BYTES && bytes.toString('base64url') === text) return sealKey(bytes);
  throw new MingchaError(
    'usage',
    `${where}的内容不是密钥。`,
    `请从首次启动的机器的数据目录中重新复制 seal.key（一行，${KEY_LETTERS} 个字符）。`,
  );
}

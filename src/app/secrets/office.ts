import { sealKeyInUse } from '../../store/seal-keys.ts';
import type { Config } from '../config.ts';
import { type App, withApp } from '../open.ts';
import { giveUpLostKey } from './kept-secrets.ts';
import { keyFile, readKey, SEAL_KEY_VARIABLE } from './key-file.ts';

/** Which key the database asks for, and which this machine has. */
export interface KeyState {
  inUse: string | null;
  own: string | null;
  file: string;
  where: string;
}

/** Which key is in use and which one this machine holds; tells nothing of the keys themselves. */
export async function stateOfKey({ db, config }: Pick<App, 'db' | 'config'>): Promise<KeyState> {
  const file = keyFile(config);
  return {
    inUse: await sealKeyInUse(db),
    own: readKey(config)?.id ?? null,
    file,
    where: config.sealKey ? `环境变量 ${SEAL_KEY_VARIABLE} 中` : `文件 ${file} 中`,
  };
}

export const keyState = (config: Config): Promise<KeyState> => withApp(config, stateOfKey);

/** Puts a new key in the place of one that is lost; answers how many secrets were lost with it. */
export const renewLostKey = (config: Config): Promise<number> => withApp(config, giveUpLostKey);

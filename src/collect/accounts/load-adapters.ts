import { readdir } from 'node:fs/promises';
import { MingchaError } from '../../core/error.ts';
import { ACCOUNT_ADAPTERS, type AccountAdapterKind } from '../../subjects/channel.ts';
import type { AccountAdapter } from './adapter.ts';

const FOLDER = new URL('./adapters/', import.meta.url);

/** Reads the folder of adapters at start. A kind without a file, or with two, stops the start. */
export async function loadAccountAdapters(): Promise<ReadonlyMap<AccountAdapterKind, AccountAdapter>> {
  const adapters = new Map<AccountAdapterKind, AccountAdapter>();
  for (const file of (await readdir(FOLDER)).sort()) {
    if (!/\.[jt]s$/.test(file) || /\.(?:test|d)\./.test(file)) continue;
    const { adapter } = (await import(new URL(file, FOLDER).href)) as { adapter?: AccountAdapter };
    if (!adapter || !ACCOUNT_ADAPTERS.includes(adapter.kind) || adapters.has(adapter.kind)) {
      throw new MingchaError('internal', `采集适配器文件 ${file} 无效`, '每个文件应导出一个 adapter，kind 在清单内且不重复');
    }
    adapters.set(adapter.kind, adapter);
  }
  const missing = ACCOUNT_ADAPTERS.filter((kind) => !adapters.has(kind));
  if (missing.length > 0) {
    throw new MingchaError('internal', `缺少采集适配器：${missing.join('、')}`, '请在 src/collect/accounts/adapters/ 中补上对应文件');
  }
  return adapters;
}

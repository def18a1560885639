import { readdir } from 'node:fs/promises';
import { MingchaError } from '../../core/error.ts';
import { CHANNEL_KIND_CODES, type ChannelKind } from '../../core/message.ts';
import type { MessageAdapter } from './adapter.ts';

const FOLDER = new URL('./adapters/', import.meta.url);

/** Reads the folder of message adapters at start. A kind without a file, or with two, stops the start. */
export async function loadMessageAdapters(): Promise<ReadonlyMap<ChannelKind, MessageAdapter>> {
  const adapters = new Map<ChannelKind, MessageAdapter>();
  for (const file of (await readdir(FOLDER)).sort()) {
    if (!/\.[jt]s$/.test(file) || /\.(?:test|d)\./.test(file)) continue;
    const { adapter } = (await import(new URL(file, FOLDER).href)) as { adapter?: MessageAdapter };
    if (!adapter || !CHANNEL_KIND_CODES.includes(adapter.kind) || adapters.has(adapter.kind))
      throw new MingchaError('internal', `消息渠道文件 ${file} 无效`, '每个文件应导出一个 adapter，kind 在清单内且不重复');
    adapters.set(adapter.kind, adapter);
  }
  const missing = CHANNEL_KIND_CODES.filter((kind) => !adapters.has(kind));
  if (missing.length > 0)
    throw new MingchaError('internal', `缺少消息渠道：${missing.join('、')}`, '请在 src/collect/outgoing/adapters/ 中补上对应文件');
  return adapters;
}

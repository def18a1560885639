import type { ChannelRow } from '../snapshot.ts';

/** A kind of channel as the overview counts it. */
export interface ChannelKind {
  kind: string;
  type: ChannelRow['type'];
  /** 信息公开网站, 政务微信. */
  name: string;
  unit: '家' | '个';
}

/** Kinds present in the base: sites first, then accounts, each in order of first appearance. */
export function kindsInBase(channels: readonly ChannelRow[]): ChannelKind[] {
  const kinds = new Map<string, ChannelKind>();
  for (const channel of channels) {
    if (channel.inBase && !kinds.has(channel.kind)) kinds.set(channel.kind, kindOf(channel));
  }
  return [...kinds.values()].toSorted((a, b) => (a.type === b.type ? 0 : a.type === 'site' ? -1 : 1));
}

/** Accounts are called 政务微信, 政务APP whatever the register calls the platform. */
export function kindOf(channel: Pick<ChannelRow, 'kind' | 'kindName' | 'type'>): ChannelKind {
  const { kind, kindName, type } = channel;
  const name = type === 'account' && !kindName.startsWith('政务') ? `政务${kindName}` : kindName;
  return { kind, type, name, unit: type === 'site' ? '家' : '个' };
}

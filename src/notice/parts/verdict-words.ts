import { CHANNEL_VERDICT_NAMES } from '../../core/channel-verdict.ts';
import { chineseDate } from '../../core/date.ts';
import type { ChannelRow, Snapshot } from '../snapshot.ts';
import type { Table } from '../table.ts';
import { whyListedAlone } from './lines.ts';

/** Printed in the site table; an undecided site is listed and says why. */
export const siteVerdict = (channel: ChannelRow): string => CHANNEL_VERDICT_NAMES[channel.verdict];
/** Accounts know two steps only: an account without a problem is 合格. */
export const accountVerdict = (channel: ChannelRow): string => (channel.verdict === 'no_problem' ? '合格' : siteVerdict(channel));

/** 12月份 or the label of the quarter, in front of every title. */
export function periodWord({ period }: Snapshot): string {
  return period.kind === 'month' ? `${Number(period.from.slice(5, 7))}月份` : period.label;
}

/** 说明 under every table: the cut-off from data, never typed (seeds N11). */
export function cutoffNote(snapshot: Snapshot): Table['notes'] {
  return { label: '说明', items: [[{ text: `统计数据截至${chineseDate(snapshot.period.cutoff)}` }]] };
}

/** 说明 under a table of results: the cut-off, and why 问题清单 may hold more of the same channels. */
export function resultsNote(snapshot: Snapshot, channels: readonly ChannelRow[]): Table['notes'] {
  const why = whyListedAlone(channels, snapshot);
  const items = cutoffNote(snapshot)?.items ?? [];
  return { label: '说明', items: why === null ? items : [...items, [{ text: why }]] };
}

import { canonicalJson } from '../../core/canonical-json.ts';
import { CHANNEL_VERDICT_NAMES } from '../../core/channel-verdict.ts';
import { chineseDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import type { ChannelRow } from '../../notice/snapshot.ts';
import type { Notice } from '../../store/notices.ts';
import { findPeriod, listVerdicts, type PeriodVerdict } from '../../store/periods.ts';
import type { Db } from '../../store/schema.ts';
import type { App } from '../open.ts';
import { verdictRulings, withVerdictRulings } from '../periods/verdict-rulings.ts';

const NEXT = '请打开草稿点“重新取数”，改过的文字会保留；看过新的数字后重新送审。';

/**
 * A draft may not go out with results that were changed since it was frozen: an objection that was accepted (seeds V09), a period
 * that was closed again. Throws 'refused' naming every site and account with both results.
 */
export async function requireResultsStand(app: Pick<App, 'db'>, { areaId, periodId, snapshot }: Notice): Promise<void> {
  const kept = await findPeriod(app.db, areaId, periodId);
  if (kept?.id !== snapshot.period.id) return;
  if (kept.cutoff !== snapshot.period.cutoff) {
    const [now, then] = [chineseDate(kept.cutoff), chineseDate(snapshot.period.cutoff)];
    throw new MingchaError('refused', `本期起草后又按${now}重新结账，这份草稿仍截至${then}，不能印发。`, NEXT);
  }
  const faults = await changedResults(app.db, { areaId, periodId, snapshot }, '草稿中');
  if (faults.length === 0) return;
  const named = faults.slice(0, 3).map(({ message }) => message);
  const more = faults.length > named.length ? '等' : '';
  throw new MingchaError('refused', `有 ${faults.length} 个检查结果起草后已经改变，不能印发：${named.join('；')}${more}。`, NEXT, {
    faults,
  });
}

/**
 * Results of a notice that are no longer those of its period, each in words; `frozen` says where it reads otherwise. What was granted
 * after the notice of a period was out counts before the period is closed again.
 */
export async function changedResults(
  db: Db,
  { areaId, periodId, snapshot }: Pick<Notice, 'areaId' | 'periodId' | 'snapshot'>,
  frozen: '草稿中' | '通报中',
): Promise<{ field: string; message: string }[]> {
  const kept = withVerdictRulings(await listVerdicts(db, areaId, periodId), await verdictRulings(db, areaId, periodId));
  const verdicts = new Map(kept.map((row) => [row.channelId, row]));
  return snapshot.channels.flatMap((row) => {
    const now = verdicts.get(row.id);
    if (!now || isFrozenOf(row, now)) return [];
    const change = `${frozen}为“${CHANNEL_VERDICT_NAMES[row.verdict]}”，现为“${CHANNEL_VERDICT_NAMES[now.verdict]}”`;
    return [{ field: row.name, message: `${row.unit}“${row.name}”${row.verdict === now.verdict ? '所列的问题有变' : change}` }];
  });
}

const isFrozenOf = (row: ChannelRow, now: PeriodVerdict): boolean =>
  row.verdict === now.verdict && canonicalJson(row.reasons) === canonicalJson(now.reasons);

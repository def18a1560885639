import type { Category } from '../../../core/category.ts';
import { chineseDate } from '../../../core/date.ts';
import { weighStaleClaim } from '../../../core/stale-claim.ts';
import type { Account, Site } from '../../../subjects/channel.ts';
import { type Column, columnName } from '../../../subjects/column.ts';
import type { SettleContext } from '../settle/context.ts';
import type { Settled } from '../settle/settle.ts';
import type { ProblemDraft } from '../sheets/draft.ts';
import { nameKey } from '../words/fold.ts';
import type { ProblemDoubt, SettledProblem } from './settled-problem.ts';

/** Sites, columns and accounts of the area, those of the file included. */
export type Subjects = Pick<Settled, 'sites' | 'columns' | 'accounts'>;

const RESTATES: readonly Category[] = ['carry_over_not_rectified', 'carry_over_partly_rectified'];

/** Why a category alone is held against nobody; null for a problem like any other. */
export function doubtOfCategory(category: Category): ProblemDoubt | null {
  if (RESTATES.includes(category)) return 'restates';
  return category === 'column_due_soon' ? 'warning' : null;
}

/**
 * Problems of a list on the records they name. What cannot be found, or contradicts itself, is a fault of its row; in a notice
 * that was issued (`asPrinted`) nobody can mend it, so it is asked about, and waits for a person where it contradicts itself.
 */
export function settleProblems(
  drafts: readonly ProblemDraft[],
  subjects: Subjects,
  { index, remarks }: SettleContext,
  asPrinted: boolean,
): SettledProblem[] {
  const settled: SettledProblem[] = [];
  const seen = new Map<string, number>();
  for (const draft of drafts) {
    const unitId = index.resolve(draft.unit, draft.place, '责任单位', remarks);
    if (unitId === null) continue;
    const named = channelOf(draft, unitId, subjects);
    if (named === undefined && asPrinted) remarks.ask(`“${draft.channel}”不是登记的网站或账号，它的问题只记在单位名下：${draft.text}`);
    const channel = named === undefined && asPrinted ? null : named;
    if (channel === undefined) {
      const message = `没有登记这个网站或账号。确是新的，先在“网站”或“新媒体账号”表里补一行；名称有出入的，改成登记的名称`;
      remarks.fault({ ...draft.place, field: '网站或账号', value: draft.channel ?? '', message });
      continue;
    }
    let contradicts = false;
    if (draft.foundOn && draft.lastUpdate && draft.limit) {
      const { supported, days } = weighStaleClaim({ foundOn: draft.foundOn, lastUpdate: draft.lastUpdate, limit: draft.limit });
      contradicts = !supported;
      if (!supported && asPrinted) remarks.ask(`“${draft.unit}”的这条只相隔 ${days} 天，日期不支持“超期”，载入后待确认：${draft.text}`);
      if (!supported && !asPrinted) {
        const message = `日期不支持“超期”：${chineseDate(draft.lastUpdate)}到${chineseDate(draft.foundOn)}只有 ${days} 天，请核对发现日期和最新更新时间`;
        remarks.fault({ ...draft.place, field: '存在的问题', value: draft.text, message });
        continue;
      }
    }
    const column = columnOf(draft, unitId, channel, subjects);
    const row = `“${draft.place.sheet}”第 ${draft.place.row} 行`;
    const nth = (seen.get(row) ?? 0) + 1;
    seen.set(row, nth);
    settled.push({
      ref: nth === 1 ? row : `${row}之${nth}`,
      unitId,
      channelId: column?.siteId ?? channel?.id ?? null,
      columnId: column?.id ?? null,
      category: draft.category,
      place: { label: column ? columnName(column.path) : (draft.path?.join('—') ?? channel?.name ?? draft.unit), url: draft.url ?? null },
      text: draft.text,
      foundOn: draft.foundOn ?? null,
      lastUpdate: draft.lastUpdate ?? null,
      limit: draft.limit ?? column?.limit ?? null,
      handedOn: draft.handedOn ?? null,
      dueOn: draft.dueOn ?? null,
      rectified: draft.rectified ?? null,
      rectifiedOn: draft.rectifiedOn ?? null,
      recurrenceOf: null,
      doubt: contradicts ? 'contradicts' : doubtOfCategory(draft.category),
    });
  }
  return settled;
}

/** The site or account a row means; null when it names none and none is certain, undefined when what it names is unknown. */
function channelOf(draft: ProblemDraft, unitId: string, { sites, accounts }: Subjects): Site | Account | null | undefined {
  if (draft.channel === undefined) {
    const own = sites.filter((site) => site.unitId === unitId);
    return /^(column|home|site|broken|image)/.test(draft.category) && own.length === 1 ? (own[0] as Site) : null;
  }
  const key = nameKey(draft.channel);
  const named = [...sites, ...accounts].filter(
    (channel) =>
      nameKey(channel.name) === key && (draft.platform === undefined || channel.type === 'site' || channel.platform === draft.platform),
  );
  const own = named.filter((channel) => channel.unitId === unitId);
  return own.length === 1 ? own[0] : named.length === 1 ? named[0] : undefined;
}

/** The column of a path on the site, or on the only site where the unit has such a column. */
function columnOf(draft: ProblemDraft, unitId: string, channel: Site | Account | null, { columns }: Subjects): Column | null {
  if (draft.path === undefined) return null;
  const key = nameKey(draft.path.join('—'));
  const found = columns.filter(
    (column) =>
      nameKey(columnName(column.path)) === key && (channel?.type === 'site' ? column.siteId === channel.id : column.unitId === unitId),
  );
  return found.length === 1 ? (found[0] as Column) : null;
}

import { halfUpRatio } from '../../core/half-up.ts';
import type { Attachment } from '../model.ts';
import { cutoffNote } from '../parts/verdict-words.ts';
import type { Snapshot } from '../snapshot.ts';
import type { PublishingGroup, PublishingPart, PublishingRow } from '../snapshot-disclosure.ts';
import { column, type TableRow } from '../table.ts';

const COMPLETION_DECIMALS = 2;

/** Id of the table of a group, by its place. */
export const publishingTable = (index: number): string => `publishing-${index + 1}`;

/** 信息发布统计表, one for each group of units, in the order the snapshot ranks them. */
export function publishingAttachments(snapshot: Snapshot, publishing: PublishingPart): Attachment[] {
  const month = snapshot.period.kind === 'month' ? `${Number(snapshot.period.from.slice(5, 7))}月` : '本季度';
  return publishing.groups.map((group, index) => {
    const centre = { align: 'center' } as const;
    const columns = [
      column('unit', '单位名称', 44),
      column('annualTask', '本年度任务数', 28, { type: 'count', ...centre }),
      column('publishedTotal', '已发布总数', 25, { type: 'count', ...centre }),
      column('publishedInPeriod', `${month}发布条数`, 29, { type: 'count', ...centre }),
      column('completion', '完成比例（%）', 30, { type: 'rate', ...centre }),
    ];
    const rows = group.rows.map((row) => rowOf(row, group));
    const table = { id: publishingTable(index), orientation: 'portrait' as const, columns, rows, merges: [], notes: cutoffNote(snapshot) };
    return { title: `政府信息公开平台${group.name}信息发布统计表`, table };
  });
}

function rowOf(row: PublishingRow, group: PublishingGroup): TableRow {
  const { unit, annualTask, publishedTotal, publishedInPeriod } = row;
  const cells = {
    unit,
    annualTask,
    publishedTotal,
    publishedInPeriod,
    completion: completion(row),
    // Not printed: the count of the last places rests on it.
    last: group.last.includes(unit) ? '是' : null,
  };
  return { id: `${group.name}/${unit}`, from: [], cells };
}

/** Total since 1 January over the yearly task in percent, half up (rule X1); null without either. */
function completion({ annualTask, publishedTotal }: PublishingRow): number | null {
  if (annualTask === null || annualTask === 0 || publishedTotal === null) return null;
  return halfUpRatio(100n * BigInt(publishedTotal), BigInt(annualTask), COMPLETION_DECIMALS);
}

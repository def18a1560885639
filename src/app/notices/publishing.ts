import { type CalendarDate, daysBetween } from '../../core/date.ts';
import { groupsOf } from '../../disclosure/groups-of.ts';
import { propose } from '../../disclosure/proposals.ts';
import { rank } from '../../disclosure/ranking.ts';
import type { Volume } from '../../disclosure/volume.ts';
import type { PublishingGroup, PublishingPart } from '../../notice/snapshot-disclosure.ts';
import type { Volume as KeptVolume } from '../../store/volumes.ts';
import type { Register } from '../../subjects/register.ts';
import type { AreaSettings } from '../area-settings.ts';

/** Items published by unit, each group from the highest completion down; null when nobody stated a task or a total. */
export function publishingPart(
  kept: readonly KeptVolume[],
  { units }: Register,
  { to }: { to: CalendarDate },
  lastPlaces: AreaSettings['lastPlaces'],
): PublishingPart | null {
  const known = new Map(units.map((unit) => [unit.id, unit]));
  const rows = kept
    .filter((row) => row.annualTask !== null || row.publishedTotal !== null || row.publishedInPeriod !== null)
    .map(({ unitId, ...row }): Volume => {
      const unit = known.get(unitId);
      return { ...row, unit: unit?.name ?? unitId, group: unit?.group ?? '其他单位' };
    });
  if (rows.length === 0) return null;
  return { groups: [...groupsOf(rows)].map(([name, members]) => groupOf(name, members, to, lastPlaces)) };
}

function groupOf(name: string, rows: readonly Volume[], to: CalendarDate, { n, groups }: AreaSettings['lastPlaces']): PublishingGroup {
  const { ranked, unranked } = rank(rows, 'completion');
  const { proposed, tied } = propose(rows, { kind: 'bottom', n, by: 'completion' });
  const last = proposed.map(({ unit }) => unit);
  const named =
    groups === null
      ? rows.length > n &&
        last.every((unit) =>
          isBehind(
            rows.find((row) => row.unit === unit),
            to,
          ),
        )
      : groups.includes(name);
  const plain = ({ unit, annualTask, publishedTotal, publishedInPeriod }: Volume) => ({
    unit,
    annualTask,
    publishedTotal,
    publishedInPeriod,
  });
  return {
    name,
    rows: [...ranked.map(({ row }) => plain(row)), ...rows.filter(({ unit }) => unranked.includes(unit)).map(plain)],
    last: named ? last : [],
    tied: named ? tied : [],
  };
}

/** Behind a straight line from 1 January to the yearly task: who is on pace is not called the last of anything unasked. */
function isBehind(row: Volume | undefined, to: CalendarDate): boolean {
  if (!row || row.publishedTotal === null || row.annualTask === null) return false;
  const first = `${to.slice(0, 4)}-01-01`;
  const year = daysBetween(first, `${Number(to.slice(0, 4)) + 1}-01-01`);
  return row.publishedTotal * year < row.annualTask * (daysBetween(first, to) + 1);
}

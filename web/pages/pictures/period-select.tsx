import { Select } from 'antd';
import { useAreas, usePlace } from '../../app/use-areas.ts';
import { useRange } from '../../app/use-range.ts';
import { usePictureAddress } from './address.ts';

/** The period a picture speaks of, the newest unless another is chosen: of the area, or of any that stands in the range. */
export function PeriodSelect() {
  const { areaId, period } = usePlace();
  const { data: areas } = useAreas();
  const { change } = usePictureAddress();
  const { isWhole } = useRange();
  const periods = isWhole ? periodsBelow(areas ?? [], areaId) : (areas?.find(({ id }) => id === areaId)?.periods ?? []);
  if (periods.length < 2) return null;
  return (
    <Select
      aria-label="期"
      value={period ?? periods[0]?.id}
      popupMatchSelectWidth={false}
      options={periods.map(({ id, label }) => ({ value: id, label }))}
      onChange={(id: string) => change({ period: id })}
    />
  );
}

type Areas = NonNullable<ReturnType<typeof useAreas>['data']>;

/** Periods that an area or one below it has reckoned, the newest first. */
function periodsBelow(areas: Areas, areaId: string): Areas[number]['periods'] {
  const below = new Set([areaId]);
  for (const id of below) for (const area of areas) if (area.parentId === id) below.add(area.id);
  const periods = areas.filter(({ id }) => below.has(id)).flatMap((area) => area.periods);
  return [...new Map(periods.map((period) => [period.id, period])).values()].toSorted((a, b) => b.id.localeCompare(a.id));
}

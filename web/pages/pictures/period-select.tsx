import { Select } from 'antd';
import { useAreas, usePlace } from '../../app/use-areas.ts';
import { usePictureAddress } from './address.ts';

/** The period a picture speaks of, the newest unless another is chosen. */
export function PeriodSelect() {
  const { areaId, period } = usePlace();
  const { data: areas } = useAreas();
  const { change } = usePictureAddress();
  const periods = areas?.find(({ id }) => id === areaId)?.periods ?? [];
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

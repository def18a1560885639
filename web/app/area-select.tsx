import { useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { useAreas, usePlace } from './use-areas.ts';

/** The area that is looked at: a choice for who has several, its plain name for who has one. */
export function AreaSelect() {
  const { areaId } = usePlace();
  const { data: areas } = useAreas();
  const navigate = useNavigate();
  const area = areas?.find(({ id }) => id === areaId);
  const choices = areas?.filter((one) => one.registered || one.id === areaId) ?? [];
  if (area && choices.length === 1)
    return (
      <span className="area-name" title={area.name}>
        {area.name}
      </span>
    );
  return (
    <Select
      aria-label="地区"
      className="area-select"
      value={area ? areaId : undefined}
      placeholder="地区"
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      options={choices.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id: string) => navigate({ to: '/areas/$areaId/overview', params: { areaId: id }, search: {} })}
    />
  );
}

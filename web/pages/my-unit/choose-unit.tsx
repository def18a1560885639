import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { problemFacets } from '../../../src/contract/endpoints/problem-facets.ts';
import { call } from '../../api.ts';

/** Whose page somebody of the office looks at: units that ever had a problem. */
export function ChooseUnit({ areaId, unitId, choose }: { areaId: string; unitId: string | undefined; choose(id: string): void }) {
  const { data } = useQuery({
    queryKey: ['problem-facets', areaId],
    queryFn: ({ signal }) => call<typeof problemFacets>('/api/areas/:areaId/problem-facets', { areaId }, signal),
  });
  return (
    <Select
      aria-label="单位"
      className="choose-unit"
      placeholder="选择单位"
      showSearch={{ optionFilterProp: 'label' }}
      value={unitId}
      options={data?.units.map(({ code, name }) => ({ value: code, label: name }))}
      popupMatchSelectWidth={false}
      onChange={choose}
    />
  );
}

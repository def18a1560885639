import { Select } from 'antd';
import { useUnitOptions } from '../units/use-unit-options.ts';

/** Whose page somebody of the office looks at: any unit, as one without problems has limits and requests too. */
export function ChooseUnit({ areaId, unitId, choose }: { areaId: string; unitId: string | undefined; choose(id: string): void }) {
  return (
    <Select
      aria-label="单位"
      className="choose-unit"
      placeholder="选择单位"
      showSearch={{ optionFilterProp: 'label' }}
      value={unitId}
      options={useUnitOptions(areaId)}
      notFoundContent="没有这个单位；还没有登记单位的，请先导入单位名单。"
      popupMatchSelectWidth={false}
      onChange={choose}
    />
  );
}

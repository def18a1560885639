import { Select } from 'antd';
import type { Category } from '../../../src/core/category.ts';
import { FaultAt } from '../../parts/faults.tsx';
import { NumberField } from '../../parts/number-field.tsx';
import type { Choices } from './types.ts';

export interface FrameFields {
  categories: Category[];
  unitIds: string[];
  from: string;
  to: string;
  inspectorCount: number | null;
}
export const EVERYTHING: FrameFields = { categories: [], unitIds: [], from: '', to: '', inspectorCount: null };

/** From which problems: kinds, units, days; and how many people share the work. */
export function FrameForm({ choices, fields, change }: { choices: Choices; fields: FrameFields; change(next: FrameFields): void }) {
  const set = (over: Partial<FrameFields>) => change({ ...fields, ...over });
  const many = (label: string, at: string, options: Choices['units'], value: string[], pick: (values: string[]) => void) => (
    <div className="draw-field">
      <span>{label}</span>
      <Select
        mode="multiple"
        allowClear
        aria-label={label}
        placeholder="全部"
        maxTagCount="responsive"
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        value={value}
        options={options.map(({ code, name, count }) => ({ value: code, label: `${name}（${count}）` }))}
        onChange={pick}
      />
      <FaultAt at={at} />
    </div>
  );
  const day = (label: string, key: 'from' | 'to') => (
    <label className="draw-field">
      <span>{label}</span>
      <input type="date" value={fields[key]} onChange={(event) => set({ [key]: event.target.value })} />
      <FaultAt at={key} />
    </label>
  );
  return (
    <div className="draw-fields">
      {many('问题类别', 'categories', choices.categories, fields.categories, (values) => set({ categories: values as Category[] }))}
      {many('责任单位', 'unitIds', choices.units, fields.unitIds, (values) => set({ unitIds: values }))}
      {day('销号日期起', 'from')}
      {day('销号日期止', 'to')}
      <div className="draw-field">
        <span id="draw-people">抽取检查人员</span>
        <NumberField
          aria-labelledby="draw-people"
          min={1}
          max={Math.max(1, choices.inspectors.length)}
          placeholder="全部参加"
          at="inspectorCount"
          value={fields.inspectorCount}
          set={(inspectorCount) => set({ inspectorCount })}
        />
      </div>
    </div>
  );
}

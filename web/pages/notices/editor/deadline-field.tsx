import { Select } from 'antd';
import { NumberField } from '../../../parts/number-field.tsx';
import type { Deadline } from './types.ts';

const KINDS = [
  { value: 'none', label: '不设时限' },
  { value: 'days', label: '成文之日起工作日' },
  { value: 'date', label: '截止日期' },
];
const USUAL_DAYS = 5;

/** 完成时限 of a requirement: working days after the signed day, or a day. */
export function DeadlineField({
  value,
  change,
  day,
}: {
  value: Deadline | null;
  change(value: Deadline | null): void;
  day: string | null;
}) {
  const kind = value === null ? 'none' : 'workingDays' in value ? 'days' : 'date';
  const choose = (next: string) =>
    change(next === 'none' ? null : next === 'days' ? { workingDays: USUAL_DAYS } : { date: day ?? new Date().toISOString().slice(0, 10) });
  return (
    <div className="deadline">
      <span>完成时限</span>
      <Select size="small" aria-label="完成时限的算法" value={kind} options={KINDS} onChange={choose} popupMatchSelectWidth={false} />
      {value && 'workingDays' in value && (
        <NumberField
          size="small"
          aria-label="工作日数"
          min={1}
          max={1000}
          must
          value={value.workingDays}
          set={(days) => days && change({ workingDays: days })}
          suffix="个工作日"
        />
      )}
      {value && 'date' in value && (
        <input
          type="date"
          aria-label="截止日期"
          value={value.date}
          onChange={(event) => event.target.value && change({ date: event.target.value })}
        />
      )}
    </div>
  );
}

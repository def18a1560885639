import { Radio } from 'antd';

/** What whoever looked again saw. */
export type Outcome = 'fixed' | 'partly' | 'not';

const OUTCOMES: readonly { value: Outcome; label: string }[] = [
  { value: 'fixed', label: '已整改' },
  { value: 'partly', label: '整改不彻底' },
  { value: 'not', label: '未整改' },
];

/** Choice of 复核结果; without `value` nothing is chosen yet. */
export function RecheckOutcome({ label, value, set }: { label?: string; value: Outcome | undefined; set(value: Outcome): void }) {
  return <Radio.Group aria-label={label} value={value} onChange={(event) => set(event.target.value as Outcome)} options={[...OUTCOMES]} />;
}

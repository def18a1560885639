import { Select } from 'antd';
import { NumberField } from '../../parts/number-field.tsx';
import { TextLine } from '../../parts/text-field.tsx';

export interface CommonFields {
  purpose: string;
  seed: string;
  amount: number;
  unit: 'percent' | 'count';
}
const TEN_PERCENT = 10;
export const NOTHING_WANTED: CommonFields = { purpose: '', seed: '', amount: TEN_PERCENT, unit: 'percent' };
export const sizeOf = ({ unit, amount }: CommonFields) => (unit === 'percent' ? { percent: amount } : { count: amount });

/** Purpose, how many, seed: what every draw needs. */
export function Common({ fields, change, usual }: { fields: CommonFields; change(next: CommonFields): void; usual: string }) {
  const set = (over: Partial<CommonFields>) => change({ ...fields, ...over });
  return (
    <div className="draw-fields">
      <div className="draw-field">
        <span id="draw-purpose">抽查事由</span>
        <TextLine
          aria-labelledby="draw-purpose"
          most={60}
          at="purpose"
          placeholder={usual}
          value={fields.purpose}
          onChange={(event) => set({ purpose: event.target.value })}
        />
      </div>
      <div className="draw-field">
        <span id="draw-amount">抽取多少</span>
        <span className="draw-amount">
          <NumberField
            aria-labelledby="draw-amount"
            min={1}
            max={fields.unit === 'percent' ? 100 : 100_000}
            must
            at={`size.${fields.unit}`}
            value={fields.amount}
            set={(amount) => set({ amount: Number(amount) })}
          />
          <Select
            aria-label="比例或个数"
            value={fields.unit}
            options={[
              { value: 'percent', label: '%' },
              { value: 'count', label: '个' },
            ]}
            onChange={(unit: CommonFields['unit']) => set({ unit })}
          />
        </span>
      </div>
      <div className="draw-field">
        <span id="draw-seed">随机种子</span>
        <TextLine
          aria-labelledby="draw-seed"
          most={60}
          at="seed"
          value={fields.seed}
          onChange={(event) => set({ seed: event.target.value })}
        />
        <small className="section-note">最好改为监督人当场报出的数字</small>
      </div>
    </div>
  );
}

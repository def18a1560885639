import { Radio } from 'antd';
import { type RangeCode, useRange } from './use-range.ts';

/** 范围: the area's own matters or those of all areas below it too; nothing where there is none below. */
export function RangeSwitch() {
  const { isOffered, range, words, change } = useRange();
  if (!isOffered) return null;
  return (
    <Radio.Group
      className="range"
      aria-label="范围"
      optionType="button"
      value={range}
      options={[
        { value: 'own', label: '本级' },
        { value: 'whole', label: words.whole },
      ]}
      onChange={({ target }) => change(target.value as RangeCode)}
    />
  );
}

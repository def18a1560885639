import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { assessmentEntryAdd } from '../../../src/contract/endpoints/assessment-entry-add.ts';
import { send } from '../../api.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultAt, FaultsOf } from '../../parts/faults.tsx';
import { NumberField } from '../../parts/number-field.tsx';
import { useAssessment } from './address.ts';
import { Field, useYearChange } from './entry-forms.tsx';
import type { YearScores } from './types.ts';

/** 人工记一笔: what the ledger cannot know, with why and where the proof is. */
export function HandForm({ areaId, year, scores }: { areaId: string; year: number; scores: YearScores }) {
  const { search, change: go } = useAssessment();
  const hand = scores.scheme.items.filter(({ source }) => source.code === 'hand');
  const [unitId, setUnitId] = useState(search.unit);
  const [itemId, setItemId] = useState(search.item ?? hand[0]?.id);
  const [day, setDay] = useState(scores.asOf);
  const [points, setPoints] = useState<number | null>(1);
  const [reason, setReason] = useState('');
  const [proof, setProof] = useState('');
  const { change, ready } = useYearChange(
    areaId,
    () =>
      send<typeof assessmentEntryAdd>('/api/areas/:areaId/assessment/:year/entries', {
        ...{ areaId, year, unitId: unitId as string, itemId: itemId as string, day, points: points ?? 0 },
        ...{ reason: reason.trim(), proof: proof.trim() },
      }),
    () => {
      setReason('');
      setProof('');
      go({ entries: 'yes' });
    },
  );
  const effect = scores.scheme.items.find(({ id }) => id === itemId)?.effect;
  const sound = ready && unitId && itemId && points && reason.trim() !== '' && proof.trim() !== '';
  return (
    <FaultsOf error={change.error}>
      <form
        className="assess-form"
        aria-label="人工记一笔"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <div className="assess-field">
          <span>单位</span>
          <Select
            aria-label="单位"
            value={unitId}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            style={{ minWidth: 160 }}
            options={scores.units.map(({ unitId: value, name: label }) => ({ value, label }))}
            onChange={setUnitId}
          />
          <FaultAt at="unitId" />
        </div>
        <div className="assess-field">
          <span>项目</span>
          <Select
            aria-label="项目"
            value={itemId}
            popupMatchSelectWidth={false}
            style={{ minWidth: 130 }}
            options={scores.scheme.items.map(({ id: value, name: label }) => ({ value, label }))}
            onChange={setItemId}
          />
          <FaultAt at="itemId" />
        </div>
        <div className="assess-field">
          <span>日期</span>
          <Input aria-label="日期" type="date" value={day} onChange={(event) => setDay(event.target.value)} />
          <FaultAt at="day" />
        </div>
        <div className="assess-field">
          <span>{effect === 'bonus' ? '加分' : '扣分'}</span>
          <NumberField aria-label="分值" min={0.01} max={1000} places={2} step={0.5} must at="points" value={points} set={setPoints} />
        </div>
        <Field name="事由" value={reason} set={setReason} at="reason" most={300} />
        <Field name="佐证（文号、网址、材料名称）" value={proof} set={setProof} at="proof" />
        <Button type="primary" htmlType="submit" disabled={!sound}>
          记分
        </Button>
        {change.error && <ErrorState error={change.error} />}
      </form>
    </FaultsOf>
  );
}

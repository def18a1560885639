import { Button, Select } from 'antd';
import { useState } from 'react';
import { FaultAt } from '../../parts/faults.tsx';
import { TextLine } from '../../parts/text-field.tsx';

export interface Excluded {
  id: string;
  reason: string;
}

interface Props {
  what: string;
  candidates: readonly { id: string; name: string }[];
  excluded: readonly Excluded[];
  change(next: readonly Excluded[]): void;
  /** Path of the list in what is sent. */
  at: string;
}

/** Who takes no part, each with a reason: both stand in the record for ever. */
export function Exclusions({ what, candidates, excluded, change, at }: Props) {
  const [id, setId] = useState<string>();
  const [reason, setReason] = useState('');
  const names = new Map(candidates.map((one) => [one.id, one.name]));
  const left = candidates.filter((one) => !excluded.some((out) => out.id === one.id));
  return (
    <>
      <div className="draw-exclude">
        <Select
          aria-label={`不参加的${what}`}
          placeholder={`不参加的${what}`}
          value={id}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          options={left.map((one) => ({ value: one.id, label: one.name }))}
          onChange={setId}
        />
        <TextLine
          aria-label="不参加的理由"
          placeholder="理由，如上月已抽查、出差"
          most={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button
          disabled={id === undefined || reason.trim() === ''}
          onClick={() => {
            change([...excluded, { id: id as string, reason: reason.trim() }]);
            setId(undefined);
            setReason('');
          }}
        >
          不参加
        </Button>
      </div>
      {excluded.length > 0 && (
        <ul className="draw-out">
          {excluded.map((one, i) => (
            <li key={one.id}>
              {names.get(one.id) ?? one.id}：{one.reason}
              {'　'}
              <button type="button" className="plain" onClick={() => change(excluded.filter(({ id: other }) => other !== one.id))}>
                恢复
              </button>
              <FaultAt at={`${at}.${i}.reason`} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

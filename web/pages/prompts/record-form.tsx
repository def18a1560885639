import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { promptRecord } from '../../../src/contract/endpoints/prompt-record.ts';
import { send } from '../../api.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultsOf } from '../../parts/faults.tsx';
import { Field } from '../../parts/field.tsx';
import { NumberField } from '../../parts/number-field.tsx';
import { TextLine } from '../../parts/text-field.tsx';
import { type Detail, KEYS, type UnitRow } from './types.ts';

/** What the office was told on the phone, or why it gives back what was said. */
export function RecordForm({ areaId, data, row, close }: { areaId: string; data: Detail; row: UnitRow; close(): void }) {
  const queries = useQueryClient();
  const [day, setDay] = useState(data.today);
  const [time, setTime] = useState('');
  const [note, setNote] = useState('');
  const [found, setFound] = useState<number | null>(0);
  const [fixed, setFixed] = useState<number | null>(0);
  const isCheck = data.prompt.kind.code === 'self_check';
  const record = useMutation({
    mutationFn: (act: 'received' | 'done' | 'returned') =>
      send<typeof promptRecord>('/api/areas/:areaId/prompts/:promptId/record', {
        ...{ areaId, promptId: data.prompt.id, unitId: row.unit.id, act, note: note.trim() || null },
        ...(act === 'returned' ? {} : { day, time: time || null }),
        ...(isCheck && act === 'done' ? { found, fixed } : {}),
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: [KEYS.prompts] });
      close();
    },
  });
  const isDone = row.doneAt !== null;
  return (
    <FaultsOf error={record.error}>
      <div className="prompt-record">
        {!isDone && (
          <>
            <Field label="日期" at="day">
              {(id) => (
                <input
                  id={id}
                  type="date"
                  min={data.prompt.sentOn}
                  max={data.today}
                  value={day}
                  onChange={(event) => setDay(event.target.value)}
                />
              )}
            </Field>
            <Field label="时刻（可不填）" at="time">
              {(id) => <input id={id} type="time" value={time} onChange={(event) => setTime(event.target.value)} />}
            </Field>
            {isCheck && (
              <>
                <Field label="自查发现">{(id) => <NumberField id={id} min={0} at="found" value={found} set={setFound} />}</Field>
                <Field label="已整改">{(id) => <NumberField id={id} min={0} at="fixed" value={fixed} set={setFixed} />}</Field>
              </>
            )}
          </>
        )}
        <TextLine
          aria-label={isDone ? '退回理由' : '说明'}
          placeholder={isDone ? '退回理由：还差什么' : '说明（可不填），如：电话告知'}
          most={500}
          at="note"
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <div className="prompt-record-acts">
          {isDone ? (
            <Button size="small" disabled={note.trim() === ''} loading={record.isPending} onClick={() => record.mutate('returned')}>
              退回重办
            </Button>
          ) : (
            <>
              {row.receivedAt === null && (
                <Button size="small" loading={record.isPending} onClick={() => record.mutate('received')}>
                  登记收到
                </Button>
              )}
              <Button size="small" type="primary" loading={record.isPending} onClick={() => record.mutate('done')}>
                登记完成
              </Button>
            </>
          )}
          <Button size="small" type="text" onClick={close}>
            取消
          </Button>
        </div>
        {record.error && <ErrorState error={record.error} />}
        {row.history.length > 0 && (
          <ul className="prompt-history">
            {row.history.map(({ act, at, day: on, by, note: said }) => (
              <li key={at}>
                {on} {act.name}（{by}）{said && `：${said}`}
              </li>
            ))}
          </ul>
        )}
      </div>
    </FaultsOf>
  );
}

import { Button, Radio } from 'antd';
import { useId, useState } from 'react';
import type { problemHandOver } from '../../../../src/contract/endpoints/problem-hand-over.ts';
import { send } from '../../../api.ts';
import { FaultAt, FaultsOf } from '../../../parts/faults.tsx';
import { NumberField } from '../../../parts/number-field.tsx';
import { TextLine } from '../../../parts/text-field.tsx';
import { Refusal } from './refusal.tsx';
import { useAct } from './use-act.ts';

type Kind = 'usual' | 'working_days' | 'date' | 'at_once';
const DAYS = 5;

/** 交办 with a deadline: the usual one, so many working days, a named day that counts or not, or at once. */
export function HandOverForm({ areaId, problemIds, done }: { areaId: string; problemIds: readonly string[]; done(): void }) {
  const [kind, setKind] = useState<Kind>('usual');
  const [days, setDays] = useState(DAYS);
  const [day, setDay] = useState('');
  const [counts, setCounts] = useState(true);
  const [clause, setClause] = useState('');
  const note = useId();
  const act = useAct(
    () =>
      send<typeof problemHandOver>('/api/areas/:areaId/problems/hand-over', {
        areaId,
        problemIds: [...problemIds],
        clause,
        term:
          kind === 'usual'
            ? null
            : kind === 'at_once'
              ? { kind }
              : kind === 'working_days'
                ? { kind, days }
                : { kind, day, countsNamedDay: counts },
      }),
    done,
  );
  return (
    <FaultsOf error={act.error}>
      <form
        className="act-form"
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate(undefined);
        }}
      >
        <fieldset>
          <legend>整改期限</legend>
          <Radio.Group
            value={kind}
            onChange={(event) => setKind(event.target.value as Kind)}
            options={[
              { value: 'usual', label: '按本地区设定' },
              { value: 'working_days', label: '工作日数' },
              { value: 'date', label: '指定日期' },
              { value: 'at_once', label: '立即（当日）' },
            ]}
          />
          {kind === 'working_days' && (
            <span className="act-line">
              <NumberField
                aria-label="工作日数"
                min={1}
                max={250}
                must
                at="term.days"
                value={days}
                set={(value) => setDays(Number(value))}
              />{' '}
              个工作日，自交办次日起算
            </span>
          )}
          {kind === 'date' && (
            <span className="act-line">
              <input type="date" aria-label="期限日期" required value={day} onChange={(event) => setDay(event.target.value)} />
              <Radio.Group
                value={counts}
                onChange={(event) => setCounts(event.target.value as boolean)}
                options={[
                  { value: true, label: '含当日' },
                  { value: false, label: '不含当日（“前”）' },
                ]}
              />
            </span>
          )}
          <FaultAt at="term.day" />
          <small>严重表述错误、泄露隐私、暗链等一律当日整改。</small>
        </fieldset>
        <label htmlFor={note}>依据（可不填）</label>
        <TextLine
          id={note}
          most={500}
          at="clause"
          value={clause}
          placeholder="如：12月监测通报、政务公开工作要点"
          onChange={(event) => setClause(event.target.value)}
        />
        <Refusal error={act.error} />
        <Button type="primary" htmlType="submit" loading={act.isPending}>
          {problemIds.length > 1 ? `交办 ${problemIds.length} 个问题` : '交办'}
        </Button>
      </form>
    </FaultsOf>
  );
}

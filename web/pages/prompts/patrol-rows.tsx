import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { patrolFixed } from '../../../src/contract/endpoints/patrol-fixed.ts';
import { send } from '../../api.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultsOf } from '../../parts/faults.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { TextLine } from '../../parts/text-field.tsx';
import { KEYS, type Patrol } from './types.ts';

/** Rows shown before somebody asks for all. */
const FEW = 20;

/** Patrols with what each found; `own`: the unit itself, which says what it has put right. */
export function PatrolRows({ areaId, rows, own = false }: { areaId: string; rows: readonly Patrol[]; own?: boolean }) {
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, FEW);
  return (
    <>
      <ul className="patrols">
        {shown.map(({ id, day, unit, scope, note, by, problems }) => (
          <li key={id}>
            <h3>
              {day}　{unit.name}
            </h3>
            <p className="wrap">
              巡查：{scope}
              {note && `。${note}`}
              <span className="section-note">　{by}登记</span>
            </p>
            {problems.length === 0 ? (
              <p className="section-note">未发现问题</p>
            ) : (
              <ul className="patrol-problems">
                {problems.map((one) => (
                  <li key={one.id}>
                    <Link to="/areas/$areaId/ledger" params={{ areaId }} search={{ problem: one.id }} className="wrap">
                      {one.category.name}：{one.place}，{one.text}
                    </Link>{' '}
                    <StatusMark code={one.status.code} name={one.status.name} />
                    <span className="section-note">
                      　{one.foundOn} 自查发现
                      {one.fixedOn && `，${one.fixedOn} 整改`}
                      {one.alsoFoundOn && `，${one.alsoFoundOn} 检查也发现`}
                    </span>
                    {own && one.status.code === 'self_found' && <Fix areaId={areaId} problemId={one.id} />}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {shown.length < rows.length && (
        <button type="button" className="plain" onClick={() => setAll(true)}>
          显示全部 {rows.length} 次
        </button>
      )}
    </>
  );
}

function Fix({ areaId, problemId }: { areaId: string; problemId: string }) {
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const fix = useMutation({
    mutationFn: () => send<typeof patrolFixed>('/api/areas/:areaId/patrols/problems/:problemId/fixed', { areaId, problemId, note }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEYS.patrols] }),
  });
  return (
    <FaultsOf error={fix.error}>
      <form
        className="patrol-fix"
        onSubmit={(event) => {
          event.preventDefault();
          fix.mutate();
        }}
      >
        <TextLine
          aria-label="怎样整改的"
          placeholder="怎样整改的"
          most={500}
          at="note"
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <Button htmlType="submit" disabled={note.trim().length < 2} loading={fix.isPending}>
          已整改
        </Button>
        {fix.error && <ErrorState error={fix.error} />}
      </form>
    </FaultsOf>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { patrolAdd } from '../../../src/contract/endpoints/patrol-add.ts';
import { send } from '../../api.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultsOf } from '../../parts/faults.tsx';
import { Field } from '../../parts/field.tsx';
import { Section } from '../../parts/section.tsx';
import { TextLine } from '../../parts/text-field.tsx';
import { usePromptsAddress } from './address.ts';
import { type DraftFinding, EMPTY_FINDING, FindingFields, isWhole, wishOf } from './finding-fields.tsx';
import { KEYS, type PatrolList } from './types.ts';

/** 登记巡网: what was looked at, and what was found, if anything. */
export function PatrolForm({ areaId, data }: { areaId: string; data: PatrolList }) {
  const { search, change } = usePromptsAddress();
  const queries = useQueryClient();
  const { units } = data.choices;
  const [unitId, setUnit] = useState(units[0]?.id);
  const [day, setDay] = useState(data.today);
  const [scope, setScope] = useState('');
  const [note, setNote] = useState('');
  const [findings, setFindings] = useState<DraftFinding[]>([]);
  const file = useMutation({
    mutationFn: () =>
      send<typeof patrolAdd>('/api/areas/:areaId/patrols', {
        ...{ areaId, unitId: unitId ?? '', day, scope, note: note.trim() || null, promptId: search.answers ?? null },
        findings: findings.map(wishOf),
      }),
    onSuccess: async () => {
      setScope('');
      setNote('');
      setFindings([]);
      await change({ answers: undefined });
      await Promise.all([KEYS.patrols, KEYS.mine].map((key) => queries.invalidateQueries({ queryKey: [key] })));
    },
  });
  const put = (at: number, values: Partial<DraftFinding>) =>
    setFindings(findings.map((one, i) => (i === at ? { ...one, ...values } : one)));
  return (
    <Section title="登记巡网" note="巡网后三天内登记；没有发现问题也可以登记">
      <FaultsOf error={file.error}>
        <form
          className="prompt-form"
          onSubmit={(event) => {
            event.preventDefault();
            file.mutate();
          }}
        >
          {units.length > 1 && (
            <Field label="单位">
              {(id) => (
                <Select
                  id={id}
                  showSearch={{ optionFilterProp: 'label' }}
                  value={unitId}
                  options={units.map(({ id, name }) => ({ value: id, label: name }))}
                  onChange={setUnit}
                />
              )}
            </Field>
          )}
          <Field label="巡网日期" at="day">
            {(id) => <input id={id} type="date" max={data.today} value={day} onChange={(event) => setDay(event.target.value)} />}
          </Field>
          <Field label="巡查了什么">
            {(id) => (
              <TextLine
                id={id}
                placeholder="如：本单位信息公开网全部栏目、微信公众号"
                most={300}
                at="scope"
                value={scope}
                onChange={(event) => setScope(event.target.value)}
              />
            )}
          </Field>
          {findings.map((finding, i) => (
            <FindingFields
              key={finding.key}
              number={i + 1}
              finding={finding}
              choices={data.choices}
              put={(values) => put(i, values)}
              remove={() => setFindings(findings.filter((_, at) => at !== i))}
            />
          ))}
          <div>
            <Button
              onClick={() => setFindings([...findings, { ...EMPTY_FINDING, key: crypto.getRandomValues(new Uint32Array(1)).join() }])}
            >
              {findings.length === 0 ? '登记发现的问题' : '再加一个问题'}
            </Button>
          </div>
          <Field label="说明（可不填）">
            {(id) => <TextLine id={id} most={500} at="note" value={note} onChange={(event) => setNote(event.target.value)} />}
          </Field>
          <div className="prompt-send">
            <Button
              type="primary"
              size="large"
              htmlType="submit"
              disabled={!unitId || scope.trim() === '' || !findings.every(isWhole)}
              loading={file.isPending}
            >
              保存巡网记录
            </Button>
            <span className="section-note" role="status">
              {file.isSuccess && scope === '' ? '已保存' : findings.length === 0 ? '未发现问题' : `发现 ${findings.length} 个问题`}
            </span>
          </div>
        </form>
      </FaultsOf>
      {file.error && <ErrorState error={file.error} />}
    </Section>
  );
}

import { Button, Select } from 'antd';
import { useState } from 'react';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultAt, FaultsOf } from '../../parts/faults.tsx';
import { FormDrawer } from '../../parts/form-drawer.tsx';
import { Lacking } from '../../parts/lacking.tsx';
import { TextLine } from '../../parts/text-field.tsx';
import { useFocusBack } from '../../parts/use-focus-back.ts';
import { type Field, fieldsOf } from './fields.ts';
import type { Directory, Editing } from './types.ts';

interface Props {
  editing: Editing;
  units: Directory['units'];
  busy: boolean;
  error: unknown;
  save(values: Readonly<Record<string, string>>): void;
  close(): void;
}

/** One record of the directory, to be filled in. Closed only by the person or after it was kept, so that nothing typed is lost. */
export function EditDrawer({ editing, units, busy, error, save, close }: Props) {
  useFocusBack();
  const fields = fieldsOf(editing.kind, editing.unitId);
  const [values, setValues] = useState(editing.values);
  const missing = fields.filter(({ key, must }) => must && !values[key]?.trim());
  const set = (key: string, value: string) => setValues((before) => ({ ...before, [key]: value }));
  return (
    <FormDrawer open onClose={close} title={editing.title} size="large" maskClosable={false}>
      <FaultsOf error={error}>
        <form
          className="record-form"
          onSubmit={(event) => {
            event.preventDefault();
            save(values);
          }}
        >
          {editing.kind === 'contact' && (
            <p className="section-note">
              {editing.unitId === null
                ? '所有单位的指南都与这一份登记比对；改动后，写着旧内容的指南都列入“待更新的指南”。'
                : '该单位的信息公开指南与这份登记比对。没有填写的一项不比对。'}
            </p>
          )}
          {fields.map((field) => (
            <Box key={field.key} field={field} value={values[field.key] ?? ''} units={units} set={(value) => set(field.key, value)} />
          ))}
          {error ? <ErrorState error={error} /> : null}
          <div className="record-acts">
            <Button type="primary" htmlType="submit" loading={busy} disabled={missing.length > 0}>
              保存
            </Button>
            <Button onClick={close}>取消</Button>
            <Lacking fields={missing.map(({ label }) => label)} />
          </div>
        </form>
      </FaultsOf>
    </FormDrawer>
  );
}

interface BoxProps {
  field: Field;
  value: string;
  units: Directory['units'];
  set(value: string): void;
}

function Box({ field: { key, label, as, hint, must }, value, units, set }: BoxProps) {
  const id = `record-${key}`;
  return (
    <div className="record-field">
      <label htmlFor={id}>
        {label}
        {must && <b aria-hidden="true"> *</b>}
      </label>
      {as === 'unit' ? (
        <Select
          id={id}
          allowClear
          aria-label={label}
          placeholder="不属于哪个单位的不选"
          value={value || undefined}
          showSearch={{ optionFilterProp: 'label' }}
          options={units.map((unit) => ({ value: unit.id, label: unit.ended ? `${unit.name}（已撤销）` : unit.name }))}
          onChange={(unitId?: string) => set(unitId ?? '')}
        />
      ) : (
        <TextLine
          id={id}
          type={as === 'day' ? 'date' : 'text'}
          required={must}
          most={200}
          at={key}
          value={value}
          onChange={(event) => set(event.target.value)}
        />
      )}
      {as === 'unit' && <FaultAt at={key} />}
      {hint && <span className="sub">{hint}</span>}
    </div>
  );
}

import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { Field } from '../../parts/field.tsx';
import { NumberField } from '../../parts/number-field.tsx';
import { TextLine } from '../../parts/text-field.tsx';

/** A line of text; empty is nothing. */
export function Line({
  label,
  value,
  set,
  note,
  max = 200,
  at,
}: {
  label: string;
  value: string | null;
  set(value: string): void;
  note?: ReactNode;
  max?: number;
  at?: string;
}) {
  return (
    <Field label={label} note={note}>
      {(id) => <TextLine id={id} value={value ?? ''} most={max} at={at} onChange={(event) => set(event.target.value)} />}
    </Field>
  );
}

/** A whole number with what it counts behind it. */
export function Amount({
  label,
  value,
  set,
  unit,
  note,
  min = 0,
  max,
  at,
}: {
  label: string;
  value: number;
  set(value: number): void;
  unit: string;
  note?: ReactNode;
  min?: number;
  max: number;
  at?: string;
}) {
  return (
    <Field label={`${label}（${unit}）`} note={note}>
      {(id) => <NumberField id={id} value={value} min={min} max={max} must at={at} set={(one) => set(Number(one))} />}
    </Field>
  );
}

/** A list, one a line. */
export function Lines({
  label,
  value,
  set,
  note,
  rows = 3,
  at,
}: {
  label: string;
  value: readonly string[];
  set(value: string[]): void;
  note?: ReactNode;
  rows?: number;
  at?: string;
}) {
  return (
    <Field label={label} note={note} at={at}>
      {(id) => (
        <Input.TextArea
          id={id}
          rows={rows}
          value={value.join('\n')}
          onChange={(event) => set(event.target.value.split('\n'))}
          onBlur={() => set(value.map((line) => line.trim()).filter((line) => line !== ''))}
        />
      )}
    </Field>
  );
}

/** One of a few. */
export function Choice<V extends string>({
  label,
  value,
  set,
  options,
  note,
}: {
  label: string;
  value: V;
  set(value: V): void;
  options: readonly { value: V; label: string }[];
  note?: ReactNode;
}) {
  return (
    <Field label={label} note={note}>
      {(id) => <Select id={id} value={value} options={[...options]} onChange={set} />}
    </Field>
  );
}

/** Several of many. */
export function Many({
  label,
  value,
  set,
  options,
  note,
  at,
}: {
  label: string;
  value: readonly string[];
  set(value: string[]): void;
  options: readonly { value: string; label: string }[];
  note?: ReactNode;
  at?: string;
}) {
  return (
    <Field label={label} note={note} at={at}>
      {(id) => (
        <Select
          id={id}
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          value={[...value]}
          options={[...options]}
          onChange={set}
        />
      )}
    </Field>
  );
}

/** Yes or no. */
export function Switch({ label, value, set, note }: { label: string; value: boolean; set(value: boolean): void; note?: ReactNode }) {
  return (
    <div className="field">
      <label className="settings-switch">
        <input type="checkbox" checked={value} onChange={(event) => set(event.target.checked)} />
        {label}
      </label>
      {note && <span className="sub">{note}</span>}
    </div>
  );
}

/** A time of day. */
export function Clock({
  label,
  value,
  set,
  note,
  at,
}: {
  label: string;
  value: string;
  set(value: string): void;
  note?: ReactNode;
  at?: string;
}) {
  return (
    <Field label={label} note={note} at={at}>
      {(id) => <input id={id} type="time" value={value} onChange={(event) => set(event.target.value)} />}
    </Field>
  );
}

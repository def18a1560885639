import { Input } from 'antd';
import type { ReactNode } from 'react';
import { FaultAt } from '../../parts/faults.tsx';
import { TextBlock, TextLine } from '../../parts/text-field.tsx';

/** A field with its name above it. */
export function Field({ name, at, must = false, children }: { name: string; at?: string; must?: boolean; children: ReactNode }) {
  return (
    <div className="accounts-field">
      <span>
        {name}
        {must && <b aria-hidden="true"> *</b>}
      </span>
      {children}
      {at && <FaultAt at={at} />}
    </div>
  );
}

interface WordsProps {
  name: string;
  value: string;
  set(text: string): void;
  must?: boolean;
  max?: number;
  long?: boolean;
  /** Path in what is sent: the server's refusal stands here. */
  at?: string;
}

/** A line, or a few, of words. */
export function Words({ name, value, set, must = false, max = 200, long = false, at }: WordsProps) {
  const common = { 'aria-label': name, value, most: max, at, required: must };
  return (
    <Field name={name} must={must}>
      {long ? (
        <TextBlock {...common} rows={3} onChange={(event) => set(event.target.value)} />
      ) : (
        <TextLine {...common} onChange={(event) => set(event.target.value)} />
      )}
    </Field>
  );
}

interface DayProps {
  name: string;
  value: string;
  set(day: string): void;
  max?: string;
  at?: string;
}

export function Day({ name, value, set, max, at }: DayProps) {
  return (
    <Field name={name} at={at}>
      <Input
        aria-label={name}
        type="date"
        value={value}
        max={max}
        onChange={(event) => set(event.target.value)}
        style={{ maxWidth: 180 }}
      />
    </Field>
  );
}

import { Input, type InputRef } from 'antd';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { type NumberRule, readNumber } from '../../src/core/typed-number.ts';
import { FaultNote, useRefusal } from './faults.tsx';

interface Props extends NumberRule {
  /** NaN: what stands there was refused. */
  value: number | null;
  /** Given null for nothing and NaN for what the rule refuses: a form of it is not sent, and who keeps what is typed at once keeps neither. */
  set(value: number | null): void;
  /** Something must stand there. */
  must?: boolean;
  /** How far an arrow key goes. */
  step?: number;
  /** Path of the field in what is sent: the server's refusal of it stands here. */
  at?: string;
  id?: string;
  'aria-label'?: string;
  'aria-labelledby'?: string;
  placeholder?: string;
  suffix?: ReactNode;
  size?: 'small';
  disabled?: boolean;
}

const NOTHING = '请填写';
const shownOf = (value: number | null): string => (value === null || Number.isNaN(value) ? '' : String(value));

/** A number that somebody types: one outside of what is allowed stays as it was typed and is refused with words, never changed. */
export function NumberField({ value, set, min, max, places, must = false, step = 1, at, ...props }: Props) {
  const field = useRef<InputRef>(null);
  const note = useId();
  const rule = { min, max, places };
  const [{ text, known }, hold] = useState({ text: shownOf(value), known: value });
  const [left, setLeft] = useState(false);
  // Somebody else put another number there.
  if (!Object.is(known, value)) hold({ text: Object.is(readNumber(text, rule).value, value) ? text : shownOf(value), known: value });
  const read = readNumber(text, rule);
  const wrong = read.fault ?? (must && read.value === null ? NOTHING : null);
  const refusal = useRefusal(at, text);
  // The server's words for what is no number of the rule are poorer than ours.
  const refused = refusal && (wrong ?? refusal);
  const said = left && refused === null ? wrong : null;
  useEffect(() => field.current?.input?.setCustomValidity(wrong ?? ''));
  const put = (typed: string): void => {
    hold({ text: typed, known: value });
    const next = readNumber(typed, rule).value;
    if (!Object.is(next, value)) set(must && next === null ? Number.NaN : next);
  };
  const move = (event: KeyboardEvent): void => {
    const by = { ArrowUp: step, ArrowDown: -step }[event.key];
    if (by === undefined || read.fault !== null) return;
    event.preventDefault();
    const next = (read.value ?? min ?? 0) + (read.value === null ? 0 : by);
    put(String(Math.min(max ?? next, Math.max(min ?? next, next))));
  };
  const leave = (): void => {
    setLeft(true);
    // As it was understood.
    if (read.fault === null) hold({ text: shownOf(read.value), known: value });
  };
  const isWrong = said !== null || refused !== null;
  return (
    <span className="text-field number-field">
      <Input
        {...props}
        ref={field}
        role="spinbutton"
        inputMode={places || (min ?? -1) < 0 ? 'text' : 'numeric'}
        autoComplete="off"
        value={text}
        status={isWrong ? 'error' : undefined}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-valuenow={read.fault === null ? (read.value ?? undefined) : undefined}
        aria-invalid={isWrong}
        aria-describedby={said ? note : undefined}
        onChange={(event) => put(event.target.value)}
        onKeyDown={move}
        onBlur={leave}
        onInvalid={() => setLeft(true)}
      />
      {said && (
        <small id={note} className="too-long is-bad" role="alert">
          {said}
        </small>
      )}
      {refused && <FaultNote>{refused}</FaultNote>}
    </span>
  );
}

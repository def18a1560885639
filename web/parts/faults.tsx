import { createContext, type ReactNode, type RefObject, useContext, useEffect, useId, useRef, useState } from 'react';
import type { InputFault } from '../../src/core/error.ts';
import { ApiError } from '../api.ts';
import { focusFirst, markField } from './refused-field.ts';

/** The rest stand in the list of the refusal. */
const MOST_SAID = 4;

interface Refused {
  faults: readonly InputFault[];
  /** Where its faults stand on the page. */
  notes: RefObject<Set<HTMLElement>>;
}
const NONE: Refused = { faults: [], notes: { current: new Set() } };
const Refused = createContext(NONE);

interface Props {
  error: unknown;
  /** Without it what is refused was sent by itself, and nobody is taken away from what is being typed. */
  asks?: boolean;
  children: ReactNode;
}

/** A form and what the server refused it for: each fault stands at the field that asked for it, and the keyboard goes to the first. */
export function FaultsOf({ error, asks = true, children }: Props) {
  const notes = useRef(new Set<HTMLElement>());
  const faults = error instanceof ApiError ? error.faults : NONE.faults;
  useEffect(() => {
    if (error && asks) focusFirst(notes.current);
  }, [error, asks]);
  return <Refused.Provider value={{ faults, notes }}>{children}</Refused.Provider>;
}

/**
 * What is wrong with the field at a path of the contract, or at its end (`name` of `days.0.name`), of a list with the line, until
 * `value` changes; null: nothing, or nobody asked yet.
 */
export function useRefusal(at: string | undefined, value?: unknown): string | null {
  const { faults } = useContext(Refused);
  const said = at === undefined ? [] : faults.flatMap((fault) => saidAt(fault, at) ?? []);
  const [about, setAbout] = useState({ faults, value });
  if (about.faults !== faults) setAbout({ faults, value });
  return Object.is(about.value, value) ? said.slice(0, MOST_SAID).join('；') || null : null;
}

/** A fault of the field itself, or of a line of it. */
function saidAt({ path, message }: InputFault, at: string): string | null {
  if (isAt(path, at)) return message;
  const [, list, line] = /^(.*)\.(\d+)$/.exec(path ?? '') ?? [];
  return isAt(list, at) ? `第 ${Number(line) + 1} 行：${message}` : null;
}

const isAt = (path: string | undefined, at: string): boolean => path === at || (path?.endsWith(`.${at}`) ?? false);

/** Words of a refusal after their field: it is marked as wrong and described by them. `changed`: something else was put there. */
export function FaultNote({ children, changed }: { children: ReactNode; changed?(): void }) {
  const { notes } = useContext(Refused);
  const id = useId();
  const note = useRef<HTMLElement>(null);
  const told = useRef(changed);
  told.current = changed;
  useEffect(() => {
    const { current } = note;
    const all = notes.current;
    if (!current) return;
    all.add(current);
    const unmark = markField(current, () => told.current?.());
    return () => {
      all.delete(current);
      unmark();
    };
  }, [notes]);
  return (
    <small id={id} ref={note} className="too-long is-bad">
      {children}
    </small>
  );
}

/** The fault at the field before it that is no text; gone as soon as something else is put there. */
export function FaultAt({ at }: { at: string }) {
  const { faults } = useContext(Refused);
  const fault = useRefusal(at);
  const [changed, setChanged] = useState<unknown>(null);
  return fault === null || changed === faults ? null : <FaultNote changed={() => setChanged(faults)}>{fault}</FaultNote>;
}

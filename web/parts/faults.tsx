import { createContext, type ReactNode, useContext } from 'react';
import type { InputFault } from '../../src/core/error.ts';
import { ApiError } from '../api.ts';

/** The rest stand in the list of the refusal. */
const MOST_SAID = 4;

const Faults = createContext<readonly InputFault[]>([]);

/** A form and what the server refused it for: each fault stands at the field that asked for it (`useFault`). */
export function FaultsOf({ error, children }: { error: unknown; children: ReactNode }) {
  return <Faults.Provider value={error instanceof ApiError ? error.faults : []}>{children}</Faults.Provider>;
}

/**
 * What is wrong with the field at a path of the contract, or at its end (`name` of `days.0.name`), of a list with the line; null:
 * nothing, or nobody asked yet.
 */
export function useFault(at: string | undefined): string | null {
  const faults = useContext(Faults);
  if (at === undefined) return null;
  const said = faults.flatMap((fault) => saidAt(fault, at) ?? []);
  return said.slice(0, MOST_SAID).join('；') || null;
}

/** A fault of the field itself, or of a line of it. */
function saidAt({ path, message }: InputFault, at: string): string | null {
  if (isAt(path, at)) return message;
  const [, list, line] = /^(.*)\.(\d+)$/.exec(path ?? '') ?? [];
  return isAt(list, at) ? `第 ${Number(line) + 1} 行：${message}` : null;
}

const isAt = (path: string | undefined, at: string): boolean => path === at || (path?.endsWith(`.${at}`) ?? false);

/** The fault at a field that is no text. */
export function FaultAt({ at }: { at: string }) {
  const fault = useFault(at);
  return fault === null ? null : <p className="too-long is-bad">{fault}</p>;
}

import { type ReactNode, useId } from 'react';
import { FaultAt } from './faults.tsx';

interface Props {
  label: string;
  note?: ReactNode;
  /** Path of the field in what is sent: the server's refusal of it stands here. */
  at?: string;
  children: (id: string) => ReactNode;
}

/** A field under its name; `children` is given the id that ties the two together, `note` says what to write. */
export function Field({ label, note, at, children }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {at && <FaultAt at={at} />}
      {note && <span className="sub">{note}</span>}
    </div>
  );
}

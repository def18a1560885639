import { type ReactNode, useId } from 'react';

/** A field under its name; `children` is given the id that ties the two together, `note` says what to write. */
export function Field({ label, note, children }: { label: string; note?: ReactNode; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {note && <span className="sub">{note}</span>}
    </div>
  );
}

import { type ReactNode, useState } from 'react';

const FEW = 20;
const STEP = 200;

/** The first rows of a long list, more on demand: a population of thousands is read by nobody and slows everybody. */
export function More<T>({ rows, of, children }: { rows: readonly T[]; of: string; children(shown: readonly T[]): ReactNode }) {
  const [most, setMost] = useState(FEW);
  const left = rows.length - most;
  return (
    <>
      {children(rows.slice(0, most))}
      {left > 0 && (
        <p className="section-foot">
          <button type="button" className="plain" onClick={() => setMost(most + STEP)}>
            再显示 {Math.min(left, STEP)} {of}（还有 {left} {of}）
          </button>
        </p>
      )}
    </>
  );
}

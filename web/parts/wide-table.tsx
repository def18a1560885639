import type { ReactNode } from 'react';
import './wide-table.css';

/** A plain table that is scrolled sideways, by keyboard too, where the screen is narrower than it. */
export function WideTable({ label, heads, children }: { label: string; heads: readonly string[]; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className="scroll wide-table" aria-label={`${label}（可左右滚动）`} tabIndex={0}>
      <table className="figures">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

import type { ReactNode } from 'react';
import './wide-table.css';

/** Words over a column, or more than words under a key. */
type Head = string | { key: string; head: ReactNode };

/** A plain table that is scrolled sideways, by keyboard too, where the screen is narrower than it. */
export function WideTable({ label, heads, children }: { label: string; heads: readonly Head[]; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className="scroll wide-table" aria-label={`${label}（可左右滚动）`} tabIndex={0}>
      <table className="figures">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={typeof head === 'string' ? head : head.key} scope="col">
                {typeof head === 'string' ? head : head.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

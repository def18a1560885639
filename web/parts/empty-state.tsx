import type { ReactNode } from 'react';

/** Nothing to show, and why, and what would change that. */
export function EmptyState({ title, next, children }: { title: string; next?: string; children?: ReactNode }) {
  return (
    <div className="state">
      <p className="state-title">{title}</p>
      {next && <p>{next}</p>}
      {children}
    </div>
  );
}

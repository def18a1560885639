import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Unready } from '../../parts/unready.tsx';

/** Fetches what a view of a period shows, with its loading and error states. */
export function PeriodQuery<T>({
  queryKey,
  what,
  ask,
  children,
}: {
  queryKey: readonly unknown[];
  what: string;
  ask(signal: AbortSignal): Promise<T>;
  children(data: T): ReactNode;
}) {
  const { data, error, refetch } = useQuery({ queryKey, queryFn: ({ signal }) => ask(signal), placeholderData: keepPreviousData });
  if (data === undefined) return <Unready error={error} retry={refetch} what={what} />;
  return <>{children(data as T)}</>;
}

/** A table of figures that scrolls sideways by itself. */
export function Figures({ label, head, children }: { label: string; head: readonly string[]; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className="scroll" aria-label={`${label}（可左右滚动）`} tabIndex={0}>
      <table className="figures">
        <thead>
          <tr>
            {head.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

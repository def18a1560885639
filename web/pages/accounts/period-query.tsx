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

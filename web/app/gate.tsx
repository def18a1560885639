import { Navigate, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ErrorState } from '../parts/error-state.tsx';
import { Loading } from '../parts/loading.tsx';
import { useMeAnswer } from './use-me.ts';

/** Lets in who is signed in with a password of their own; anybody else goes to sign in and comes back afterwards. */
export function Gate({ children }: { children: ReactNode }) {
  const { data, error, refetch } = useMeAnswer();
  const back = useLocation({ select: ({ href }) => href });
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (!data) return <Loading />;
  if (data.state !== 'in' || data.mustChange) return <Navigate to="/sign-in" search={back === '/' ? {} : { back }} replace />;
  return children;
}

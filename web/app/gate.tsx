import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ErrorState } from '../parts/error-state.tsx';
import { Loading } from '../parts/loading.tsx';
import { Go } from './go.tsx';
import { useMeAnswer } from './use-me.ts';

/** Lets in who is signed in with a password of their own; anybody else goes to sign in and comes back afterwards. */
export function Gate({ children }: { children: ReactNode }) {
  const { data, error, refetch } = useMeAnswer();
  const router = useRouter();
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (!data) return <Loading />;
  if (data.state !== 'in' || data.mustChange) return <Go to={{ to: '/sign-in', search: wayFrom(router.latestLocation.href) }} />;
  return children;
}

const wayFrom = (back: string): { back?: string } => (back === '/' ? {} : { back });

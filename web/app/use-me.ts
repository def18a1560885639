import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { z } from 'zod';
import type { me } from '../../src/contract/endpoints/me.ts';
import type { meAnswer, signedInAs } from '../../src/contract/me.ts';
import { call, holdChangeKey } from '../api.ts';

export type MeAnswer = z.output<typeof meAnswer>;
/** Who sits at this page (经办人). */
export type Me = z.output<typeof signedInAs>;

export const ME = ['me'] as const;

/** Keeps what the server said of who is signed in; every change sends its key along. */
export function meHeld(answer: MeAnswer): MeAnswer {
  holdChangeKey(answer.state === 'out' ? null : answer.changeKey);
  return answer;
}

/** Who is signed in, asked once and again when a call was refused for want of it. */
export const useMeAnswer = () =>
  useQuery({
    queryKey: ME,
    queryFn: async ({ signal }) => meHeld(await call<typeof me>('/api/me', {}, signal)),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Who is signed in. Only within the frame, which shows nothing before it knows. */
export function useMe(): Me {
  const { data } = useMeAnswer();
  const last = useRef<Me | null>(null);
  if (data?.state === 'in') last.current = data;
  // Who has just signed out is still named in a part that is drawn once more before the frame takes it away.
  if (last.current === null) throw new Error('used outside the frame');
  return last.current;
}

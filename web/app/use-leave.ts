import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { signOut } from '../../src/contract/endpoints/sign-out.ts';
import { send } from '../api.ts';
import { ME, meHeld } from './use-me.ts';

/** Signs out and goes to the door. */
export function useLeave(): () => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    const answer = await send<typeof signOut>('/api/sign-out', {});
    // What was begun in this tab is nobody else's.
    sessionStorage.clear();
    queries.setQueryData(ME, meHeld(answer));
    await navigate({ to: '/sign-in', search: {} });
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== ME[0] });
  };
}

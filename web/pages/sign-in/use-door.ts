import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ME, type MeAnswer, meHeld } from '../../app/use-me.ts';

/** Only a path of our own: an address of elsewhere in the link must not lead anybody away. */
export const wayBack = (back: string | undefined): string => (back && /^\/(?![/\\])[^\\\s]*$/.test(back) ? back : '/');

/** Hands something in at the door and keeps what the server then says of who is here. */
export function useDoor<V>(work: (wanted: V) => Promise<MeAnswer>) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { back } = useSearch({ strict: false });
  return useMutation({
    mutationFn: work,
    onSuccess: async (answer) => {
      // What another person was shown in this browser is forgotten.
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== ME[0] });
      queries.setQueryData(ME, meHeld(answer));
      if (answer.state === 'in' && !answer.mustChange) await navigate({ href: wayBack(back), replace: true });
    },
  });
}

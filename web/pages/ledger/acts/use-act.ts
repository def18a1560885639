import { useMutation, useQueryClient } from '@tanstack/react-query';

/** What shows something of problems, and is asked anew after an act. */
const SHOWING = ['problem', 'problems', 'problem-facets', 'rectification', 'my-unit', 'rectification-reports', 'overview'];

/** Does one act; afterwards everything that shows problems is asked anew. */
export function useAct<T>(work: (input: T) => Promise<unknown>, done: () => void = () => undefined) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSuccess: async () => {
      done();
      await Promise.all(SHOWING.map((key) => queries.invalidateQueries({ queryKey: [key] })));
    },
  });
}

import { useQuery } from '@tanstack/react-query';
import type { unitPosts } from '../../../src/contract/endpoints/unit-posts.ts';
import { call } from '../../api.ts';

/** Units of the area that one may see, to choose from. */
export function useUnitOptions(areaId: string): { value: string; label: string }[] {
  const { data } = useQuery({
    queryKey: ['unit-posts', areaId],
    queryFn: ({ signal }) => call<typeof unitPosts>('/api/areas/:areaId/unit-posts', { areaId }, signal),
  });
  return (data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }));
}

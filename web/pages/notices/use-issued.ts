import { useQuery } from '@tanstack/react-query';
import type { issuedNotices } from '../../../src/contract/endpoints/issued-notices.ts';
import { call } from '../../api.ts';

/** Issued notices of an area, as every unit may read them. */
export const useIssued = (areaId: string) =>
  useQuery({
    queryKey: ['issued-notices', areaId],
    queryFn: ({ signal }) => call<typeof issuedNotices>('/api/areas/:areaId/issued-notices', { areaId }, signal),
  });

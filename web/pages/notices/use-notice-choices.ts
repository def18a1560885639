import { useQuery } from '@tanstack/react-query';
import type { noticeChoices } from '../../../src/contract/endpoints/notice-choices.ts';
import { call } from '../../api.ts';

/** What can be closed and drafted now. */
export const useNoticeChoices = (areaId: string) =>
  useQuery({
    queryKey: ['notice-choices', areaId],
    queryFn: ({ signal }) => call<typeof noticeChoices>('/api/areas/:areaId/notice-choices', { areaId }, signal),
  });

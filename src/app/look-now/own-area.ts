import { MingchaError } from '../../core/error.ts';
import type { Caller } from '../people/caller.ts';

/** Who watches an area from above sees its results; what is asked of its sites, and when, is its own affair. @throws not-allowed. */
export function checkOwnArea({ areaId: own }: Caller, areaId: string): void {
  if (own !== null && own !== areaId)
    throw new MingchaError('not-allowed', '下级地区的监测由该地区自己安排。', '需要时请联系该地区的政务公开办或监测中心。');
}

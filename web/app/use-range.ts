import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Search } from './search.ts';
import { useAreas, usePlace } from './use-areas.ts';
import { useMe } from './use-me.ts';

export type RangeCode = 'own' | 'whole';

/**
 * 范围 of a page, as the address has it: the area alone (本级) or with all below it (全市). What no address says is 本级, because
 * every number of the area's own pages opens its own matters; only an area with nothing of its own begins with the whole.
 */
export function useRange() {
  const { areaId } = usePlace();
  const { role } = useMe();
  const { data: areas } = useAreas();
  const { range: said } = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const area = areas?.find(({ id }) => id === areaId);
  // A unit and a third party have nothing in other areas.
  const isOffered = role !== 'unit' && role !== 'third_party' && (areas?.some(({ parentId }) => parentId === areaId) ?? false);
  const otherwise: RangeCode = area && !area.registered ? 'whole' : 'own';
  const range: RangeCode = !isOffered ? 'own' : said === 'own' || said === 'whole' ? said : otherwise;
  return {
    /** The tree of areas is known, and so what the address means. */
    isKnown: areas !== undefined,
    isOffered,
    range,
    isWhole: range === 'whole',
    words: area?.words ?? { whole: '全部', each: '地区' },
    /** What else the address says of areas, units and pages means nothing in the other range. */
    change: (code: RangeCode) =>
      navigate({
        to: '.',
        search: (before: Search) => ({ ...before, range: code, area: undefined, unit: undefined, page: undefined }),
        resetScroll: false,
      }),
  };
}

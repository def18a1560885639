import { OVERSEERS, OVERSEERS_AND_UNIT, reachOf } from '../../../src/contract/who.ts';
import { useAddress } from '../../app/use-address.ts';
import { useAreas, usePlace } from '../../app/use-areas.ts';
import { useMe } from '../../app/use-me.ts';

const VIEWS = [
  { view: 'scores', name: '得分', who: OVERSEERS_AND_UNIT },
  { view: 'scheme', name: '考核方案', who: OVERSEERS },
  { view: 'indicators', name: '评估指标自查', who: OVERSEERS_AND_UNIT },
  { view: 'above', name: '上级考核', who: OVERSEERS },
  { view: 'verdicts', name: '检查结果异议', who: OVERSEERS_AND_UNIT },
  { view: 'what-if', name: '印发前测算', who: OVERSEERS },
] as const;
export type View = (typeof VIEWS)[number]['view'];

/** How the entries beside the scores are narrowed, ordered and paged. */
const ENTRY_KEYS = ['words', 'state', 'by', 'down', 'page'] as const;
type Key =
  | ('view' | 'year' | 'unit' | 'item' | 'entries' | 'group' | 'q' | 'sort' | 'order' | 'open')
  | ('check' | 'days' | 'of' | 'period' | 'own' | 'column')
  | (typeof ENTRY_KEYS)[number];

/** What the address of the assessment holds; the year is that of the area's newest period where none is named. */
export function useAssessment() {
  const { areaId } = usePlace();
  const { role } = useMe();
  const { data: areas } = useAreas();
  const { search, change } = useAddress<Key>();
  /** Opens other entries, from their first page; nothing named closes them. */
  const openEntries = (values: Partial<Record<'unit' | 'item' | 'entries', string>>) =>
    change({
      ...Object.fromEntries(ENTRY_KEYS.map((key) => [key, undefined])),
      ...{ unit: undefined, item: undefined, entries: undefined, ...values },
    });
  const newest = areas?.find(({ id }) => id === areaId)?.periods[0]?.id.slice(0, 4);
  const year = Number(/^20\d\d$/.test(search.year ?? '') ? search.year : (newest ?? new Date().getFullYear()));
  const views = VIEWS.filter(({ who }) => reachOf(who, role) !== null);
  const view: View = views.find((one) => one.view === search.view)?.view ?? 'scores';
  return { areaId, year, view, views, search, change, openEntries };
}

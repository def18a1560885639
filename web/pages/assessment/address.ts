import { useNavigate, useSearch } from '@tanstack/react-router';
import { OVERSEERS, OVERSEERS_AND_UNIT, reachOf } from '../../../src/contract/who.ts';
import type { Search } from '../../app/search.ts';
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

type Key = 'view' | 'year' | 'unit' | 'item' | 'entries' | 'group' | 'q' | 'sort' | 'order' | 'open' | 'check' | 'days' | 'of' | 'period';

/** What the address of the assessment holds; the year is that of the area's newest period where none is named. */
export function useAssessment() {
  const { areaId } = usePlace();
  const { role } = useMe();
  const { data: areas } = useAreas();
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const change = (values: Partial<Record<Key, string | undefined>>) =>
    navigate({ to: '.', search: (before: Search) => ({ ...before, ...values }), resetScroll: false });
  const newest = areas?.find(({ id }) => id === areaId)?.periods[0]?.id.slice(0, 4);
  const year = Number(/^20\d\d$/.test(search.year ?? '') ? search.year : (newest ?? new Date().getFullYear()));
  const views = VIEWS.filter(({ who }) => reachOf(who, role) !== null);
  const view: View = views.find((one) => one.view === search.view)?.view ?? 'scores';
  return { areaId, year, view, views, search, change };
}

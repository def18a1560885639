import type { Route } from '../../src/server/load-routes.ts';
import type { Filled } from './fill.ts';

/** Who asks: the clerk of the office, who also keeps the users, or a third party about its own. */
export type Asker = 'clerk' | 'thirdParty';

export interface Question {
  name: string;
  url: string;
  as: Asker;
}

/** Other ways of asking the endpoints that lists are read from. */
const MORE: Readonly<Record<string, readonly string[]>> = {
  problems: [
    'sort=due&order=asc',
    'sort=act',
    'sort=unit',
    'sort=periods',
    'page=4000',
    'q=第77777条',
    'status=confirmed,handed_over,received,rectified,not_rectified',
    'overdue=yes',
    'kind=disclosure_site',
    'category=broken_link&status=closed',
    'move=closed&from=2026-10-01&to=2026-10-31',
    'move=stock&to=2025-12-27',
  ],
  prompts: ['page=18', 'sort=missing', 'state=late', 'size=200'],
  'assessment-entries': ['page=40&sort=points', 'itemId=recheck'],
  'what-if': ['check=column-overdue', 'check=home-stale'],
  draw: ['page=380'],
  'pictures-freshness': ['by=name'],
  'pictures-freshness-columns': ['state=overdue'],
};

/** What an endpoint cannot be asked without. */
const NEEDS = (register: Filled['register']): Readonly<Record<string, string>> => ({
  messages: 'page=1',
  'my-unit': `unitId=${register.units[0]?.id}`,
  'responsible-unit': `category=broken_link&channelId=${register.sites[0]?.id}`,
});

const askerOf = ({ endpoint: { who } }: Route): Asker =>
  typeof who !== 'string' && !('office' in who) && 'third_party' in who ? 'thirdParty' : 'clerk';

/** Every endpoint that reads and answers JSON, with ids of what was filled in; `left` names those of which nothing was filled. */
export function questionsOf(
  routes: readonly Route[],
  { areaId, register, periodId }: Filled,
  { drawId }: { drawId: string },
): { asked: Question[]; left: string[] } {
  const needs = NEEDS(register);
  const ids: Readonly<Record<string, string>> = {
    areaId,
    periodId,
    year: '2026',
    problemId: 'problem_00090001',
    noticeId: 'notice_2026-10',
    unitId: register.units[0]?.id ?? '',
    siteId: register.sites[0]?.id ?? '',
    channelId: register.sites[0]?.id ?? '',
    accountId: register.accounts[0]?.id ?? '',
    key: 'key_4',
    figureId: 'disclosure_site.base',
    cardId: 'falsification',
    drawId,
    promptId: 'prompt_350',
    matterId: 'matter_1',
  };
  const reading = routes.filter(({ endpoint }) => endpoint.method === 'GET' && endpoint.output !== 'bytes');
  const left: string[] = [];
  const asked = reading.flatMap((route): Question[] => {
    const { id, endpoint } = route;
    const missing = [...endpoint.path.matchAll(/:(\w+)/g)].some(([, name]) => !((name as string) in ids));
    if (missing) {
      left.push(id);
      return [];
    }
    const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(ids[name] as string));
    return ['', ...(MORE[id] ?? [])].map((more) => {
      const query = [needs[id], more].filter(Boolean).join('&');
      return { name: more ? `${id}?${more}` : id, url: query ? `${path}?${encodeURI(query)}` : path, as: askerOf(route) };
    });
  });
  return { asked, left };
}

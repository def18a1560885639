import type { Route } from '../../src/server/load-routes.ts';
import type { Filled } from './fill.ts';

export interface Question {
  name: string;
  url: string;
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
  'pictures-freshness': ['by=name'],
  'pictures-freshness-columns': ['state=overdue'],
};

/** Every endpoint that reads and answers JSON, with ids of what was filled in; `left` names those of which nothing was filled. */
export function questionsOf(routes: readonly Route[], { areaId, register, periodId }: Filled): { asked: Question[]; left: string[] } {
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
    figureId: 'sites.base',
  };
  const reading = routes.filter(({ endpoint }) => endpoint.method === 'GET' && endpoint.output !== 'bytes');
  const left: string[] = [];
  const asked = reading.flatMap(({ id, endpoint }): Question[] => {
    const missing = [...endpoint.path.matchAll(/:(\w+)/g)].some(([, name]) => !((name as string) in ids));
    if (missing) {
      left.push(id);
      return [];
    }
    const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(ids[name] as string));
    return ['', ...(MORE[id] ?? [])].map((query) => ({
      name: query ? `${id}?${query}` : id,
      url: query ? `${path}?${encodeURI(query)}` : path,
    }));
  });
  return { asked, left };
}

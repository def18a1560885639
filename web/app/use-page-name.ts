import { useMatches } from '@tanstack/react-router';
import { type NavPage, pageAt } from './nav.ts';
import { usePlace } from './use-areas.ts';
import { useOnlooker } from './use-onlooker.ts';

/** Pages that no group of the menu holds. */
const BESIDE: Readonly<Record<string, string>> = { me: '我的账户', messages: '消息', notices: '通报' };

/** What the page that is shown is called: its name in the menu, else that of the part of the application it lies in. */
export function usePageName(): string {
  const { areaId } = usePlace();
  const me = useOnlooker();
  const path = useShownPath();
  const page: NavPage | undefined = pageAt(path, areaId, me)?.page;
  return page?.name ?? BESIDE[path.split('/')[3] ?? ''] ?? '明察';
}

/** What the outlet shows, not what the address already says while the next page is fetched. */
export const useShownPath = (): string => useMatches({ select: (matches) => matches.at(-1)?.pathname ?? '' });

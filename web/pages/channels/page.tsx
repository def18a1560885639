import { useSearch } from '@tanstack/react-router';
import { Alarms } from './alarms.tsx';
import { PlatformItems } from './platform-items.tsx';
import { Results } from './results.tsx';
import { Searches } from './searches.tsx';

/** 网站与账号: results of the period, and beside them what our own reading came to. */
export function Page() {
  const { view } = useSearch({ strict: false });
  if (view === 'alarms') return <Alarms />;
  if (view === 'searches') return <Searches />;
  if (view === 'platform') return <PlatformItems />;
  return <Results />;
}

import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useCallback, useSyncExternalStore } from 'react';

/** Said above a page that still shows what was read before, when reading it again has failed. */
export function StaleBar() {
  const queries = useQueryClient();
  const cache = queries.getQueryCache();
  const subscribe = useCallback((changed: () => void) => cache.subscribe(changed), [cache]);
  const stale = () =>
    cache.getAll().filter((query) => query.isActive() && query.state.status === 'error' && query.state.data !== undefined);
  const isStale = useSyncExternalStore(subscribe, () => stale().length > 0);
  if (!isStale) return null;
  const again = () => Promise.all(stale().map((query) => queries.refetchQueries({ queryKey: query.queryKey, exact: true })));
  return (
    <p className="stale" role="alert">
      没有取到最新内容，页面上是此前读取的，填写的内容不受影响。
      <Button size="small" onClick={again}>
        重新读取
      </Button>
    </p>
  );
}

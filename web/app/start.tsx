import { Navigate } from '@tanstack/react-router';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorState } from '../parts/error-state.tsx';
import { Loading } from '../parts/loading.tsx';
import { useAreas } from './use-areas.ts';

/** The bare address leads to the first area that has something registered. */
export function Start() {
  const { data, error, refetch } = useAreas();
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (!data) return <Loading />;
  const first = data.find((area) => area.periods.length > 0) ?? data.find((area) => area.registered) ?? data[0];
  if (first) return <Navigate to="/areas/$areaId/overview" params={{ areaId: first.id }} search={{}} replace />;
  return <EmptyState title="还没有登记任何地区" next="请在命令行运行 mingcha import 文件名 导入底册，然后刷新本页。" />;
}

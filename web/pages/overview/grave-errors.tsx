import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { textErrors } from '../../../src/contract/endpoints/text-errors.ts';
import { call } from '../../api.ts';
import { useOnlooker } from '../../app/use-onlooker.ts';

/** Suspected grave errors in words wait for nobody: they are told on the first page one opens. */
export function GraveErrors({ areaId }: { areaId: string }) {
  const { knowsGrave } = useOnlooker();
  const { data } = useQuery({
    enabled: knowsGrave,
    queryKey: ['text-errors', areaId, 'grave'],
    queryFn: ({ signal }) => call<typeof textErrors>('/api/areas/:areaId/text-errors', { areaId, severity: 1, size: 1 }, signal),
  });
  const count = data?.open.find(({ severity }) => severity === 1)?.count ?? 0;
  if (count === 0) return null;
  return (
    <div className="state state-error" role="alert">
      <p className="state-title">有 {count} 条疑似严重表述错误待复核，一处即单项否决。</p>
      <p>
        <Link to="/areas/$areaId/text-errors" params={{ areaId }} search={{ severity: '1' }}>
          现在复核
        </Link>
      </p>
    </div>
  );
}

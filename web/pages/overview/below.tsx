import { Link } from '@tanstack/react-router';
import { useAreas } from '../../app/use-areas.ts';
import { dayInWords } from '../../parts/format.ts';
import { Section } from '../../parts/section.tsx';

/** 所辖地区: the areas right below the one looked at, each with its own overview; nothing where there are none. */
export function Below({ areaId }: { areaId: string }) {
  const below = useAreasBelow(areaId);
  if (below.length === 0) return null;
  return (
    <Section title="所辖地区" note={`${below.length} 个，各自统计，点地区名称查看`}>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">地区</th>
            <th scope="col">最近一期</th>
            <th scope="col">统计截至</th>
          </tr>
        </thead>
        <tbody>
          {below.map(({ id, name, periods: [newest] }) => (
            <tr key={id}>
              <th scope="row">
                <Link to="/areas/$areaId/overview" params={{ areaId: id }} search={{}}>
                  {name}
                </Link>
              </th>
              <td>{newest?.label ?? '还没有统计过'}</td>
              <td>{newest ? dayInWords(newest.cutoff) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** Whether an area has nothing registered of its own and only stands above others. */
export function useOnlyAbove(areaId: string): boolean {
  const { data } = useAreas();
  const below = useAreasBelow(areaId);
  return below.length > 0 && data?.find(({ id }) => id === areaId)?.registered === false;
}

function useAreasBelow(areaId: string) {
  const { data } = useAreas();
  return data?.filter(({ parentId }) => parentId === areaId) ?? [];
}

import { ErrorState } from '../parts/error-state.tsx';
import { Loading } from '../parts/loading.tsx';
import { Gate } from './gate.tsx';
import { Go } from './go.tsx';
import { navFor } from './nav.ts';
import { NoArea } from './no-area.tsx';
import { useAreas } from './use-areas.ts';
import { useMe } from './use-me.ts';

/** The bare address leads who is signed in to the own area, else the first that has something registered, and there to the first page. */
export const Start = () => (
  <Gate>
    <ToFirst />
  </Gate>
);

function ToFirst() {
  const { data, error, refetch } = useAreas();
  const me = useMe();
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (!data) return <Loading />;
  const first =
    data.find(({ id }) => id === me.areaId) ??
    data.find((area) => area.periods.length > 0) ??
    data.find((area) => area.registered) ??
    data[0];
  const to = navFor({ ...me, knowsGrave: false })[0]?.pages[0]?.to;
  if (first && to) return <Go to={{ to, params: { areaId: first.id }, search: {} }} />;
  return <NoArea />;
}

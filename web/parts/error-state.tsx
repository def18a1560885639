import { Button } from 'antd';
import { ApiError } from '../api.ts';
import { FaultList } from './fault-list.tsx';

/** What went wrong, at which places, and what to do next, in the server's own words. */
export function ErrorState({ error, retry }: { error: unknown; retry?: () => unknown }) {
  const known = error instanceof ApiError ? error : null;
  // Not allowed is nothing that broke, and asking again changes nothing; the same address is wrong again.
  const closed = known?.code === 'not-allowed';
  return (
    <div className={closed ? 'state state-closed' : 'state state-error'} role="alert">
      <p className="state-title">{known?.message ?? '这一页没有显示出来。'}</p>
      <FaultList faults={unsaid(known)} />
      <p>{known?.next ?? '请刷新页面；仍然出现时，请联系技术人员。'}</p>
      {retry && !closed && known?.code !== 'bad-input' && <Button onClick={() => retry()}>重试</Button>}
    </div>
  );
}

/** Of one or two faults the message itself tells. */
const unsaid = (error: ApiError | null) => (error?.faults ?? []).filter(({ message }) => !error?.message.includes(message));

import { Alert } from 'antd';
import { ApiError } from '../../api.ts';

/** Why it was refused and what to do, in the server's own words. */
export function Refused({ error }: { error: unknown }) {
  if (!error) return null;
  const known = error instanceof ApiError ? error : null;
  return <Alert className="door-refused" type="error" role="alert" title={known?.message ?? '没有成功。'} description={known?.next} />;
}

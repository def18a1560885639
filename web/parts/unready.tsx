import { ErrorState } from './error-state.tsx';
import { Loading } from './loading.tsx';

/** What a query answers that has no data yet. */
export interface Asked {
  error: unknown;
  retry(): unknown;
  /** What is being read, as in “正在读取……”. */
  what: string;
}

/** In the place of data that are not there: being read, or why they could not be. What was read once stays, whatever fails later. */
export const Unready = ({ error, retry, what }: Asked) => (error ? <ErrorState error={error} retry={retry} /> : <Loading what={what} />);

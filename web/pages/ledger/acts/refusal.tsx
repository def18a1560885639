import { ErrorState } from '../../../parts/error-state.tsx';

/** Why an act was refused; of several problems, each with its own reason. */
export function Refusal({ error }: { error: unknown }) {
  return error ? <ErrorState error={error} /> : null;
}

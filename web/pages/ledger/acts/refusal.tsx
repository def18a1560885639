import { ApiError } from '../../../api.ts';
import { ErrorState } from '../../../parts/error-state.tsx';

/** Why an act was refused; of several problems, each with its own reason. */
export function Refusal({ error }: { error: unknown }) {
  if (!error) return null;
  const faults = error instanceof ApiError ? error.faults : [];
  return (
    <>
      <ErrorState error={error} />
      {faults.length > 0 && (
        <ul className="refusals">
          {faults.map((fault) => (
            <li key={`${fault.value}${fault.field}`}>
              <b>{fault.field}</b>：{fault.message}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

import { EmptyState } from './empty-state.tsx';

/** A list whose filters leave nothing. */
export function NothingFound({ of, clear }: { of: string; clear(): void }) {
  return (
    <EmptyState title={`没有符合条件的${of}`} next="请放宽筛选条件。">
      <button type="button" className="plain" onClick={() => clear()}>
        清除筛选
      </button>
    </EmptyState>
  );
}

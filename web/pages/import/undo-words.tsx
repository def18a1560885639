import type { z } from 'zod';
import type { importsUndo } from '../../../src/contract/endpoints/imports-undo.ts';
import { ApiError } from '../../api.ts';

/** What was taken back, in one sentence. */
export function undoneText({ removed, restored, problems }: z.output<(typeof importsUndo)['output']>): string {
  const parts = [`移除 ${removed} 条`, `恢复原样 ${restored} 条`, ...(problems > 0 ? [`从台账撤回问题 ${problems} 个`] : [])];
  return `${parts.join('，')}。`;
}

/** Why an import cannot be undone, with what stands in the way. */
export function UndoTrouble({ error }: { error: Error }) {
  const known = error instanceof ApiError ? error : null;
  return (
    <div role="alert" className="import-undo-trouble">
      <p className="is-bad">{error.message}</p>
      {known && <p>{known.next}</p>}
      {known && known.faults.length > 0 && (
        <ul className="import-lines">
          {known.faults.map(({ field, value, message }) => (
            <li key={`${field}${value}${message}`}>
              {field}
              {value && `“${value}”`}：{message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { importsUndo } from '../../../src/contract/endpoints/imports-undo.ts';
import { send } from '../../api.ts';
import { usePlace } from '../../app/use-areas.ts';
import { Section } from '../../parts/section.tsx';
import { Counts } from './counts.tsx';
import { Lines } from './lines.tsx';
import type { ReportData } from './types.ts';
import { UndoTrouble, undoneText } from './undo-words.tsx';

/** What an import did, and the way back. */
export function Report({ report, onDone }: { report: ReportData; onDone: () => void }) {
  const { areaId } = usePlace();
  const queries = useQueryClient();
  const undo = useMutation({
    mutationFn: () => send<typeof importsUndo>('/api/areas/:areaId/imports/:importId/undo', { areaId, importId: report.importId }),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <>
      <Section title={undo.data ? '已撤销' : '导入完成'} note={report.fileName}>
        {undo.data ? <p role="status">{undoneText(undo.data)}</p> : <Counts counts={report.sheets} />}
        {undo.error && <UndoTrouble error={undo.error} />}
        <div className="import-acts">
          <Button type="primary" onClick={onDone}>
            继续导入
          </Button>
          {!undo.data && (
            <Button danger loading={undo.isPending} onClick={() => undo.mutate()}>
              撤销这次导入
            </Button>
          )}
        </div>
      </Section>
      <Lines title="待核实" lines={report.questions} />
      <Lines title="提示" lines={report.warnings} />
    </>
  );
}

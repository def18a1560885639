import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import type { importFile } from '../../../src/contract/endpoints/import-file.ts';
import type { importPreview } from '../../../src/contract/endpoints/import-preview.ts';
import type { importsRun } from '../../../src/contract/endpoints/imports-run.ts';
import { ApiError, send, upload } from '../../api.ts';
import { usePlace } from '../../app/use-areas.ts';
import { Loading } from '../../parts/loading.tsx';
import { HandIn } from './hand-in.tsx';
import { PastImports } from './past-imports.tsx';
import { Preview } from './preview.tsx';
import { Report } from './report.tsx';
import './import.css';
import type { Choices } from './types.ts';

interface Held {
  file: string;
  fileName: string;
}

/** 导入: hand a file in, look at what it would do, correct, import, and take it back. */
export function Page() {
  const { areaId } = usePlace();
  const queries = useQueryClient();
  const [held, setHeld] = useState<Held | null>(null);
  const [choices, setChoices] = useState<Choices>({});
  const look = useMutation({
    mutationFn: ({ file, fileName, decided }: Held & { decided: Choices }) =>
      send<typeof importPreview>('/api/areas/:areaId/import-previews', { areaId, file, fileName, choices: decided }),
  });
  const take = useMutation({
    mutationFn: ({ content, fileName }: { content: Blob; fileName: string }) =>
      upload<typeof importFile>('/api/areas/:areaId/import-files', { areaId, fileName }, content),
    onSuccess: ({ file, fileName }) => {
      const decided = { history: false };
      setHeld({ file, fileName });
      setChoices(decided);
      look.mutate({ file, fileName, decided });
    },
  });
  const run = useMutation({
    mutationFn: (given: Held) => send<typeof importsRun>('/api/areas/:areaId/imports', { areaId, ...given, choices }),
    onSuccess: () => queries.invalidateQueries(),
  });
  const again = (decided: Choices): void => {
    setChoices(decided);
    if (held) look.mutate({ ...held, decided });
  };
  const reset = (): void => {
    setHeld(null);
    take.reset();
    look.reset();
    run.reset();
  };
  const error = take.error ?? look.error ?? run.error;
  return (
    <>
      <div className="page-head">
        <h1>导入</h1>
        <p className="page-note">底册、账号、信息量、问题台账、以往的通报；先预览，核对后再写入</p>
      </div>
      {run.data ? (
        <Report report={run.data} onDone={reset} />
      ) : (
        <>
          {!held && <HandIn busy={take.isPending} onFile={(content, fileName) => take.mutate({ content, fileName })} />}
          {error && <Trouble error={error} onBack={held ? reset : undefined} />}
          {look.isPending && !look.data && <Loading what="文件" />}
          {held && look.data && (
            <Preview
              preview={look.data}
              choices={choices}
              busy={look.isPending || run.isPending}
              onChoose={again}
              onImport={() => run.mutate(held)}
              onBack={reset}
            />
          )}
        </>
      )}
      {!held && <PastImports />}
    </>
  );
}

/** What stopped the file, with the next step in the server's words. */
function Trouble({ error, onBack }: { error: Error; onBack: (() => void) | undefined }) {
  const known = error instanceof ApiError ? error : null;
  return (
    <Alert
      type="error"
      className="import-trouble"
      title={known?.message ?? '没有成功。'}
      description={
        <>
          <p>{known?.next ?? '请重试。'}</p>
          {onBack && (
            <button type="button" className="plain" onClick={onBack}>
              换一个文件
            </button>
          )}
        </>
      }
    />
  );
}

import { Button } from 'antd';
import { moment } from '../../../parts/format.ts';
import type { Draft } from './types.ts';
import type { Saving } from './use-draft.ts';

/** Whether what is shown is kept, and what to do when it is not. */
export function SaveState({ saving, server, save }: { saving: Saving; server: Draft; save(): void }) {
  if (saving.state === 'conflict' || saving.state === 'failed')
    return (
      <div className="save-state save-refused" role="alert">
        <b>{saving.error.message}</b> {saving.error.next}
        {saving.state === 'conflict' ? (
          <Button size="small" onClick={() => window.location.reload()}>
            打开最新一版
          </Button>
        ) : (
          <Button size="small" onClick={save}>
            重新保存
          </Button>
        )}
      </div>
    );
  const kept = server.savedAt ? `${server.savedBy} 保存于 ${moment(server.savedAt)}` : '与模板生成的文字一致，尚未修改';
  const words = {
    saved: kept,
    changed: '有修改，停顿后自动保存',
    saving: '正在保存并核对……',
  };
  return (
    <p className="save-state" role="status">
      {words[saving.state]}
    </p>
  );
}

import { Button } from 'antd';
import { useState } from 'react';
import { DropFile } from '../../parts/drop-file.tsx';

/** As much as a reader will go through at one sitting; longer texts come as files. */
const LONGEST = 300_000;

/** Where a draft is pasted, or dropped as a file. */
export function DraftInput({ busy, take }: { busy: boolean; take(file: File, pasted: string | null): void }) {
  const [text, setText] = useState('');
  const tooLong = text.length > LONGEST;
  return (
    <div className="proof-input">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          take(new File([text], '粘贴的文字.txt', { type: 'text/plain' }), text);
        }}
      >
        <label htmlFor="draft">把文稿粘贴到这里</label>
        <textarea
          id="draft"
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder="通知、通报、讲话稿、指南、栏目内容……"
          aria-invalid={tooLong}
          aria-describedby="draft-count"
        />
        <div className="life-acts">
          <Button type="primary" htmlType="submit" disabled={text.trim() === '' || tooLong} loading={busy}>
            校对
          </Button>
          <span id="draft-count" className={tooLong ? 'is-bad' : 'section-note'}>
            {tooLong ? `${text.length} 字，超过 ${LONGEST} 字，请存成文件再校对` : text === '' ? '' : `${text.length} 字`}
          </span>
        </div>
      </form>
      <DropFile title="或把文稿拖到这里" label="选择要校对的文稿" take={(file) => take(file, null)} busy={busy} />
    </div>
  );
}

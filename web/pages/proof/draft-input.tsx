import { Button } from 'antd';
import { useRef, useState } from 'react';
import { DropFile } from '../../parts/drop-file.tsx';

/** As much as a reader will go through at one sitting; longer texts come as files. */
const LONGEST = 300_000;

/** Where a draft is pasted, or dropped as a file. */
export function DraftInput({ busy, take }: { busy: boolean; take(file: File, pasted: string | null): void }) {
  // The browser keeps the words: putting fifty thousand of them back after every letter is felt.
  const words = useRef<HTMLTextAreaElement>(null);
  const [length, setLength] = useState(0);
  const tooLong = length > LONGEST;
  return (
    <div className="proof-input">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const text = words.current?.value ?? '';
          take(new File([text], '粘贴的文字.txt', { type: 'text/plain' }), text);
        }}
      >
        <label htmlFor="draft">把文稿粘贴到这里</label>
        <textarea
          id="draft"
          ref={words}
          onChange={(event) => setLength(event.target.value.trim() === '' ? 0 : event.target.value.length)}
          placeholder="通知、通报、讲话稿、指南、栏目内容……"
          aria-invalid={tooLong}
          aria-describedby="draft-count"
        />
        <div className="life-acts">
          <Button type="primary" htmlType="submit" disabled={length === 0 || tooLong} loading={busy}>
            校对
          </Button>
          <span id="draft-count" className={tooLong ? 'is-bad' : 'section-note'}>
            {tooLong ? `${length} 字，超过 ${LONGEST} 字，请存成文件再校对` : length === 0 ? '' : `${length} 字`}
          </span>
        </div>
      </form>
      <DropFile title="或把文稿拖到这里" label="选择要校对的文稿" take={(file) => take(file, null)} busy={busy} />
    </div>
  );
}

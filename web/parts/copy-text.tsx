import { Button } from 'antd';
import { useId, useRef, useState } from 'react';
import './copy-text.css';

/** A text to be copied somewhere else, whole and as it stands. */
export function CopyText({ label, text }: { label: string; text: string }) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    field.current?.select();
    // Browsers keep the clipboard from pages without https, as on an office's own network; the old way works there.
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setCopied(done || document.execCommand('copy'));
  };
  return (
    <div className="copy">
      <div className="copy-head">
        <label htmlFor={id}>{label}</label>
        <Button size="small" onClick={copy} aria-label={`复制${label}`}>
          复制
        </Button>
        <span className="section-note" role="status">
          {copied && '已复制'}
        </span>
      </div>
      <textarea className="copy-text" id={id} ref={field} readOnly value={text} rows={Math.min(12, text.split('\n').length + 2)} />
    </div>
  );
}

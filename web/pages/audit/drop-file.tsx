import { useState } from 'react';

const KINDS = '.docx,.doc,.wps,.xlsx,.xls,.ods,.odt,.pdf,.html,.htm,.md,.txt,.csv';

/** A place to drop a file on, or to choose one by mouse or keyboard. */
export function DropFile({ take, busy }: { take(file: File): void; busy: boolean }) {
  const [over, setOver] = useState(false);
  return (
    <label
      className={`drop${over ? ' drop-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file && !busy) take(file);
      }}
    >
      <b>把通报文件拖到这里，或点击选择</b>
      <br />
      <small>Word、Excel、PDF（有文字的）、网页、纯文本；不超过 30 MB</small>
      <input
        className="drop-input"
        type="file"
        aria-label="选择要核对的文件"
        accept={KINDS}
        disabled={busy}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) take(file);
          event.target.value = '';
        }}
      />
    </label>
  );
}

import { useState } from 'react';

const KINDS = '.docx,.doc,.wps,.xlsx,.xls,.ods,.odt,.pdf,.html,.htm,.md,.txt,.csv';

interface Props {
  /** What may be dropped here, in a few words. */
  title: string;
  /** For those who hear the page. */
  label: string;
  busy: boolean;
  take(file: File): void;
}

/** A place to drop a file on, or to choose one by mouse or keyboard. */
export function DropFile({ title, label, take, busy }: Props) {
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
      <b>{title}</b>
      <br />
      <small>Word、Excel、PDF（有文字的）、网页、纯文本；不超过 30 MB</small>
      <input
        className="drop-input"
        type="file"
        aria-label={label}
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

import { useState } from 'react';
import './drop-file.css';

/** What a place takes: for the browser, and for people. */
const KINDS = {
  papers: [
    '.docx,.doc,.wps,.xlsx,.xls,.ods,.odt,.pdf,.html,.htm,.md,.txt,.csv',
    'Word、Excel、PDF（有文字的）、网页、纯文本；不超过 30 MB',
  ],
  tables: ['.xlsx,.xls,.ods,.csv', '.xlsx、.xls、.ods、.csv；不超过 20 MB'],
} as const;

interface Props {
  /** What may be dropped here, in a few words. */
  title: string;
  /** For those who hear the page. */
  label: string;
  kinds?: keyof typeof KINDS;
  busy: boolean;
  take(file: File): void;
}

/** A place to drop a file on, or to choose one by mouse or keyboard. */
export function DropFile({ title, label, kinds = 'papers', take, busy }: Props) {
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
      <small>{KINDS[kinds][1]}</small>
      <input
        className="drop-input"
        type="file"
        aria-label={label}
        accept={KINDS[kinds][0]}
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

import { useState } from 'react';
import './proofs.css';

const MEGABYTE = 1024 * 1024;

interface Props {
  words: string;
  /** For those who hear the page, where the words alone do not say what the file is for. */
  label?: string;
  accept: string;
  busy: boolean;
  multiple?: boolean;
  describedBy?: string;
  /** Larger ones are not even sent. */
  mostMegabytes?: number;
  take(files: File[]): void;
}

/** Asks for a file in the page's own words; on a telephone the camera may be used. What it is the server tells by its bytes. */
export function FileButton({ words, label, accept, busy, multiple = false, describedBy, mostMegabytes = 20, take }: Props) {
  const [tooBig, setTooBig] = useState<string>();
  const sort = (files: readonly File[]) => {
    setTooBig(files.find(({ size }) => size > mostMegabytes * MEGABYTE)?.name);
    const small = files.filter(({ size }) => size <= mostMegabytes * MEGABYTE);
    if (small.length > 0) take(small);
  };
  return (
    <>
      <label className="proof-add">
        <span>{words}</span>
        <input
          type="file"
          multiple={multiple}
          accept={accept}
          aria-label={label}
          aria-describedby={describedBy}
          disabled={busy}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = '';
            sort(files);
          }}
        />
      </label>
      {tooBig && (
        <small className="is-bad wrap" role="alert">
          “{tooBig}”超过 {mostMegabytes} MB，没有上传，请缩小后再选。
        </small>
      )}
    </>
  );
}

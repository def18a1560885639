import { useMutation } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import type { z } from 'zod';
import type { proofFile } from '../../src/contract/problem-act.ts';
import { ErrorState } from './error-state.tsx';
import { FileButton } from './file-button.tsx';
import { bytes } from './format.ts';
import './proofs.css';

export type Proof = z.output<typeof proofFile>;

const LONGEST_NAME = 200;
const KINDS = 'image/png,image/jpeg,.png,.jpg,.jpeg,.pdf,.docx,.xlsx';

/** Hands in proof files as they are chosen; on a telephone the camera may be used. The act then names them. */
export function ProofPicker({
  proofs,
  change,
  hold,
  put,
}: {
  proofs: readonly Proof[];
  change(next: readonly Proof[]): void;
  /** Told whether files are on their way: an act that is sent meanwhile would go without them. */
  hold(isBusy: boolean): void;
  /** Hands in one file under a name that is not too long. */
  put(file: File, fileName: string): Promise<Proof>;
}) {
  const hint = useId();
  const [named, setNamed] = useState('');
  const [failed, setFailed] = useState<readonly { name: string; error: unknown }[]>([]);
  const add = useMutation({
    mutationFn: async (files: readonly File[]) => {
      let all = [...proofs];
      setFailed([]);
      for (const file of files) {
        setNamed(file.name);
        // One that is refused holds up none of the others.
        try {
          const proof = await put(file, file.name.slice(-LONGEST_NAME));
          all = [...all.filter(({ id }) => id !== proof.id), proof];
          change(all);
        } catch (error) {
          setFailed((before) => [...before, { name: file.name, error }]);
        }
      }
    },
  });
  const { isPending } = add;
  useEffect(() => hold(isPending), [hold, isPending]);
  return (
    <div className="proof-picker">
      <FileButton
        words={isPending ? `正在上传 ${named}…` : '添加证明材料（截图、照片、报告）'}
        accept={KINDS}
        busy={isPending}
        multiple
        describedBy={hint}
        take={(files) => add.mutate(files)}
      />
      <small id={hint}>PNG、JPG、PDF、DOCX、XLSX，每个不超过 20 MB；文件按原样留存</small>
      {proofs.length > 0 && (
        <ul className="proof-chosen">
          {proofs.map((proof) => (
            <li key={proof.id}>
              <span className="wrap">{proof.fileName}</span> <small>{bytes(proof.bytes)}</small>
              <button
                type="button"
                className="plain"
                aria-label={`不附 ${proof.fileName}`}
                disabled={isPending}
                onClick={() => change(proofs.filter(({ id }) => id !== proof.id))}
              >
                不附
              </button>
            </li>
          ))}
        </ul>
      )}
      {failed.map(({ name, error }) => (
        <section key={name} aria-label={`${name} 没有上传`}>
          <p className="is-bad wrap">“{name}”没有上传：</p>
          <ErrorState error={error} />
        </section>
      ))}
    </div>
  );
}

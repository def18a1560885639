import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
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
  put,
}: {
  proofs: readonly Proof[];
  change(next: readonly Proof[]): void;
  /** Hands in one file under a name that is not too long. */
  put(file: File, fileName: string): Promise<Proof>;
}) {
  const hint = useId();
  const [named, setNamed] = useState('');
  const add = useMutation({
    mutationFn: async (files: readonly File[]) => {
      let all = [...proofs];
      for (const file of files) {
        setNamed(file.name);
        const proof = await put(file, file.name.slice(-LONGEST_NAME));
        all = [...all.filter(({ id }) => id !== proof.id), proof];
        change(all);
      }
    },
  });
  return (
    <div className="proof-picker">
      <FileButton
        words={add.isPending ? `正在上传 ${named}…` : '添加证明材料（截图、照片、报告）'}
        accept={KINDS}
        busy={add.isPending}
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
                onClick={() => change(proofs.filter(({ id }) => id !== proof.id))}
              >
                不附
              </button>
            </li>
          ))}
        </ul>
      )}
      {add.error && <ErrorState error={add.error} />}
    </div>
  );
}

import type { ReactNode } from 'react';
import type { problemProof } from '../../src/contract/endpoints/problem-proof.ts';
import type { problemProofPicture } from '../../src/contract/endpoints/problem-proof-picture.ts';
import { addressOf } from '../api.ts';
import { bytes, moment } from './format.ts';
import type { Proof } from './proof-picker.tsx';
import './proofs.css';

interface Props<P extends Proof> {
  areaId: string;
  problemId: string;
  proofs: readonly P[];
  /** What is said under a file. */
  children?(proof: P): ReactNode;
}

/** Files of proof with hash, day and person; pictures small, all to be saved. */
export function ProofFiles<P extends Proof>({ areaId, problemId, proofs, children }: Props<P>) {
  if (proofs.length === 0) return null;
  return (
    <ul className="proofs" aria-label="证明材料">
      {proofs.map((proof) => {
        const place = { areaId, problemId, proofId: proof.id };
        const picture = addressOf<typeof problemProofPicture>('/api/areas/:areaId/problems/:problemId/proofs/:proofId/picture', place);
        return (
          <li key={proof.id}>
            {proof.picture && (
              <a href={picture} target="_blank" rel="noopener" aria-label={`看大图 ${proof.fileName}`}>
                <img src={picture} alt={proof.fileName} loading="lazy" />
              </a>
            )}
            <div>
              <a href={addressOf<typeof problemProof>('/api/areas/:areaId/problems/:problemId/proofs/:proofId', place)} download>
                {proof.fileName}
              </a>
              <p className="evidence-how">
                {proof.by}　{moment(proof.at)}　{bytes(proof.bytes)}
                {'　'}
                <span className="hash" title={`SHA-256 ${proof.hash}`}>
                  SHA-256 {proof.hash.slice(0, 16)}…
                </span>
              </p>
              {children?.(proof)}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

import type { problemProof } from '../../../../src/contract/endpoints/problem-proof.ts';
import type { problemProofPicture } from '../../../../src/contract/endpoints/problem-proof-picture.ts';
import { addressOf } from '../../../api.ts';
import { bytes, moment } from '../../../parts/format.ts';
import { useLedgerAddress } from '../filter.ts';
import type { Rectification } from './rectification.tsx';

/** Files of proof with hash, day and person; pictures small, all to be saved; the same picture elsewhere is said. */
export function ProofList({ areaId, problemId, proofs }: { areaId: string; problemId: string; proofs: Rectification['proofs'] }) {
  const { change } = useLedgerAddress();
  if (proofs.length === 0) return null;
  return (
    <ul className="proofs" aria-label="证明材料">
      {proofs.map((proof) => {
        const place = { areaId, problemId, proofId: proof.id };
        return (
          <li key={proof.id}>
            {proof.picture && (
              <img
                src={addressOf<typeof problemProofPicture>('/api/areas/:areaId/problems/:problemId/proofs/:proofId/picture', place)}
                alt={proof.fileName}
                loading="lazy"
              />
            )}
            <div>
              <a href={addressOf<typeof problemProof>('/api/areas/:areaId/problems/:problemId/proofs/:proofId', place)} download>
                {proof.fileName}
              </a>
              <p className="evidence-how">
                {proof.by}　{moment(proof.at)}　{bytes(proof.bytes)}　
                <span className="hash" title={`SHA-256 ${proof.hash}`}>
                  SHA-256 {proof.hash.slice(0, 16)}…
                </span>
              </p>
              {proof.same.map((other) => (
                <p key={other.problemId} className="proof-same">
                  同一张图片还用于{other.unit}的问题：
                  <button type="button" className="plain" onClick={() => change({ problem: other.problemId })}>
                    {other.text}
                  </button>
                </p>
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

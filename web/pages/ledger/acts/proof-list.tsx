import { ProofFiles } from '../../../parts/proof-files.tsx';
import { useLedgerAddress } from '../filter.ts';
import type { Rectification } from './rectification.tsx';

/** Files of proof; the same picture elsewhere is said. */
export function ProofList({ areaId, problemId, proofs }: { areaId: string; problemId: string; proofs: Rectification['proofs'] }) {
  const { change } = useLedgerAddress();
  return (
    <ProofFiles areaId={areaId} problemId={problemId} proofs={proofs}>
      {({ same }) =>
        same.map((other) => (
          <p key={other.problemId} className="proof-same">
            同一张图片还用于{other.unit}的问题：
            <button type="button" className="plain" onClick={() => change({ problem: other.problemId })}>
              {other.text}
            </button>
          </p>
        ))
      }
    </ProofFiles>
  );
}

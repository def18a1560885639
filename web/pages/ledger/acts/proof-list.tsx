import { ProofFiles } from '../../../parts/proof-files.tsx';
import { ProofHints } from '../../../parts/proof-hints.tsx';
import { useLedgerAddress } from '../filter.ts';
import type { Rectification } from './types.ts';

/** Files of proof, with where else a picture is proof. */
export function ProofList({ areaId, problemId, proofs }: { areaId: string; problemId: string; proofs: Rectification['proofs'] }) {
  const { change } = useLedgerAddress();
  return (
    <ProofFiles areaId={areaId} problemId={problemId} proofs={proofs}>
      {(proof) => (
        <ProofHints
          areaId={areaId}
          problemId={problemId}
          proof={proof}
          link={(problem, text) => (
            <button type="button" className="plain" onClick={() => change({ problem })}>
              {text}
            </button>
          )}
        />
      )}
    </ProofFiles>
  );
}

import type { problemProofPicture } from '../../../../src/contract/endpoints/problem-proof-picture.ts';
import { addressOf } from '../../../api.ts';
import { ProofFiles } from '../../../parts/proof-files.tsx';
import { LikePictures, SameFile } from '../../../parts/same-picture.tsx';
import { useLedgerAddress } from '../filter.ts';
import type { Rectification } from './rectification.tsx';

type Proof = Rectification['proofs'][number];

/** Hints under one file that are opened at once; a picture handed in for a whole month would push all else away. */
const SHOWN = 3;

/** Files of proof; where else a picture is proof is said, and what a person has to compare is shown. */
export function ProofList({ areaId, problemId, proofs }: { areaId: string; problemId: string; proofs: readonly Proof[] }) {
  return (
    <ProofFiles areaId={areaId} problemId={problemId} proofs={proofs}>
      {(proof) => {
        const hints = proof.same.map((other) => (
          <Elsewhere key={other.problemId} areaId={areaId} problemId={problemId} proof={proof} other={other} />
        ));
        return (
          <>
            {hints.slice(0, SHOWN)}
            {hints.length > SHOWN && (
              <details>
                <summary>另有 {hints.length - SHOWN} 个问题用了这张图片</summary>
                {hints.slice(SHOWN)}
              </details>
            )}
          </>
        );
      }}
    </ProofFiles>
  );
}

interface Place {
  areaId: string;
  problemId: string;
  proof: Proof;
  other: Proof['same'][number];
}

function Elsewhere({ areaId, problemId, proof, other }: Place) {
  const { change } = useLedgerAddress();
  const where = (
    <>
      {other.unit}的问题：
      <button type="button" className="plain" onClick={() => change({ problem: other.problemId })}>
        {other.text}
      </button>
    </>
  );
  if (other.grade === 'same') return <SameFile where={where} />;
  const address = (of: string, proofId: string): string =>
    addressOf<typeof problemProofPicture>('/api/areas/:areaId/problems/:problemId/proofs/:proofId/picture', {
      ...{ areaId, problemId: of, proofId },
    });
  return (
    <LikePictures
      own={{ address: address(problemId, proof.id), name: proof.fileName, under: `本问题　${proof.by}　${proof.day}` }}
      other={{
        address: address(other.problemId, other.proof.id),
        name: other.proof.fileName,
        under: (
          <>
            {other.proof.by}　{other.proof.day}
            <br />
            {where}
          </>
        ),
      }}
    />
  );
}

import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { problemProofPicture } from '../../src/contract/endpoints/problem-proof-picture.ts';
import type { samePlaces } from '../../src/contract/problem-act.ts';
import { addressOf } from '../api.ts';
import type { Proof } from './proof-picker.tsx';
import { LikePictures, SameFile } from './same-picture.tsx';

type Place = z.output<typeof samePlaces>[number];
type HintedProof = Proof & { same: readonly Place[] };

/** Hints under one file that are open at once; a picture handed in for a whole month would push all else away. */
const SHOWN = 3;

interface Props {
  areaId: string;
  problemId: string;
  proof: HintedProof;
  /** Leads to another problem. */
  link(problemId: string, text: string): ReactNode;
}

/** Where else a picture is proof: the same file said in a line, what only seems to be it shown beside it. */
export function ProofHints({ proof, ...rest }: Props) {
  const isSure = proof.same.slice(SHOWN).every(({ grade }) => grade === 'same');
  const hints = proof.same.map((other) => <Elsewhere key={other.problemId} proof={proof} other={other} {...rest} />);
  return (
    <>
      {hints.slice(0, SHOWN)}
      {hints.length > SHOWN && (
        <details>
          <summary>
            另有 {hints.length - SHOWN} 个问题{isSure ? '用了同一文件' : '用了同一文件或者疑似同一张照片'}
          </summary>
          {hints.slice(SHOWN)}
        </details>
      )}
    </>
  );
}

function Elsewhere({ areaId, problemId, proof, other, link }: Props & { other: Place }) {
  const where = (
    <>
      {other.unit}的问题：{link(other.problemId, other.text)}
    </>
  );
  if (other.grade === 'same') return <SameFile where={where} />;
  const address = (of: string, proofId: string): string =>
    addressOf<typeof problemProofPicture>('/api/areas/:areaId/problems/:problemId/proofs/:proofId/picture', {
      ...{ areaId, problemId: of, proofId },
    });
  return (
    <LikePictures
      own={{ address: address(problemId, proof.id), name: proof.fileName, under: <Brought {...proof} lead="本问题　" /> }}
      other={{
        address: address(other.problemId, other.proof.id),
        name: other.proof.fileName,
        under: (
          <>
            <Brought {...other.proof} />
            <br />
            {where}
          </>
        ),
      }}
    />
  );
}

/** Who brought a picture, and the day, which stays on one line. */
function Brought({ lead, by, day }: { lead?: string; by: string; day: string }) {
  return (
    <>
      {lead}
      {by}　<time dateTime={day}>{day}</time>
    </>
  );
}

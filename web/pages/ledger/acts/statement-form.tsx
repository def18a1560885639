import { Button } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type { problemProofAdd } from '../../../../src/contract/endpoints/problem-proof-add.ts';
import { upload } from '../../../api.ts';
import { useMe } from '../../../app/use-me.ts';
import { FaultsOf } from '../../../parts/faults.tsx';
import { Lacking } from '../../../parts/lacking.tsx';
import { type Proof, ProofPicker } from '../../../parts/proof-picker.tsx';
import { TextBlock } from '../../../parts/text-field.tsx';
import { useKeptText } from '../../../parts/use-kept-text.ts';
import { Refusal } from './refusal.tsx';
import { useAct } from './use-act.ts';

const MOST = 2_000;

/** Words and proof about one problem, and what sends them. `children`: choices that stand before the words. */
export function StatementForm({
  areaId,
  problemId,
  label,
  placeholder,
  action,
  danger = false,
  needsWords = true,
  lacks,
  work,
  done,
  at = 'reason',
  children,
}: {
  areaId: string;
  problemId: string;
  label: string;
  placeholder: string;
  action: string;
  danger?: boolean;
  needsWords?: boolean;
  /** Names of `children` that are not chosen yet: the form says so and waits. */
  lacks?: readonly (string | false)[];
  work(said: { text: string; proofIds: string[] }): Promise<unknown>;
  done(): void;
  /** Path of the words in what is sent: the server's refusal stands there. */
  at?: string;
  children?: ReactNode;
}) {
  const { login } = useMe();
  const [text, setText] = useKeptText(`draft ${login} ${problemId} ${label}`);
  const [proofs, setProofs] = useState<readonly Proof[]>([]);
  const [uploads, setUploads] = useState(false);
  const field = useId();
  const act = useAct(async (said: { text: string; proofIds: string[] }) => {
    await work(said);
    setText('');
  }, done);
  const hasWords = !needsWords || text.trim().length >= 2;
  const ready = !uploads && hasWords && !lacks?.some(Boolean) && text.trim().length <= MOST;
  return (
    <FaultsOf error={act.error}>
      <form
        className="act-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) act.mutate({ text: text.trim(), proofIds: proofs.map(({ id }) => id) });
        }}
      >
        {children}
        <label htmlFor={field}>{label}</label>
        <TextBlock
          id={field}
          rows={4}
          most={MOST}
          at={at}
          otherwise="详细内容可以作为附件上传"
          value={text}
          placeholder={placeholder}
          onChange={(event) => setText(event.target.value)}
        />
        <ProofPicker
          proofs={proofs}
          change={setProofs}
          hold={setUploads}
          put={(file, fileName) =>
            upload<typeof problemProofAdd>('/api/areas/:areaId/problems/:problemId/proofs', { areaId, problemId, fileName }, file)
          }
        />
        <Refusal error={act.error} />
        <Button type="primary" danger={danger} htmlType="submit" loading={act.isPending} disabled={!ready}>
          {uploads ? '材料传完后可提交' : action}
        </Button>
        {lacks && <Lacking fields={[...lacks, !hasWords && label]} />}
      </form>
    </FaultsOf>
  );
}

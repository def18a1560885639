import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import type { proof } from '../../../src/contract/endpoints/proof.ts';
import { upload } from '../../api.ts';
import { usePlace } from '../../app/use-areas.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Loading } from '../../parts/loading.tsx';
import '../notices/workshop.css';
import { DraftInput } from './draft-input.tsx';
import './proof.css';
import { ProofResult } from './proof-result.tsx';
import type { Draft } from './types.ts';

const MAX_BYTES = 30 * 1024 * 1024;

/** 文稿校对: paste or drop a draft, go through what may be wrong in it, take the corrected text away. Nothing of it is kept. */
export function Page() {
  const { areaId } = usePlace();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [all, setAll] = useState(false);
  const [tooLarge, setTooLarge] = useState<string | null>(null);
  const read = useMutation({
    mutationFn: ({ file, unsure }: { file: File; unsure: boolean }) =>
      upload<typeof proof>('/api/proof', { name: file.name, areaId, ...(unsure ? { all: 'true' as const } : {}) }, file),
  });
  const { mutate } = read;
  const take = (file: File, pasted: string | null) => {
    const large = file.size > MAX_BYTES;
    setTooLarge(large ? file.name : null);
    if (large) return;
    setAll(false);
    setDraft({ file, pasted });
    mutate({ file, unsure: false });
  };
  const askAll = useCallback(
    (unsure: boolean) => {
      if (!draft) return;
      setAll(unsure);
      mutate({ file: draft.file, unsure });
    },
    [draft, mutate],
  );
  const again = () => {
    setDraft(null);
    read.reset();
  };
  const done = draft !== null && read.data !== undefined && !read.isPending;
  return (
    <>
      <div className="page-head">
        <h1>文稿校对</h1>
        <p className="page-note">发布之前查一遍：错别字、规范表述、单位和地区名称、个人信息。文稿只在校对时读取，不保存。</p>
      </div>
      {done && (
        <div className="life-acts proof-again">
          <Button onClick={again}>换一份文稿</Button>
        </div>
      )}
      {/* Kept while a draft is read, so that a pasted text is not lost to an error. */}
      <div hidden={done}>
        <DraftInput take={take} busy={read.isPending} />
      </div>
      {tooLarge && (
        <div className="state state-error" role="alert">
          <p className="state-title">“{tooLarge}”超过 30 MB，没有上传。</p>
          <p>请删去图片，或拆成几个文件分次校对。</p>
        </div>
      )}
      {read.isPending && <Loading what={`“${draft?.file.name ?? ''}”并校对`} />}
      {read.error && <ErrorState error={read.error} />}
      {done && <ProofResult key={`${draft.file.name} ${all}`} areaId={areaId} draft={draft} report={read.data} all={all} askAll={askAll} />}
    </>
  );
}

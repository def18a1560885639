import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { inspectionProofAdd } from '../../../src/contract/endpoints/inspection-proof-add.ts';
import type { inspectionResult } from '../../../src/contract/endpoints/inspection-result.ts';
import type { myInspections } from '../../../src/contract/endpoints/my-inspections.ts';
import { call, send, upload } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultsOf } from '../../parts/faults.tsx';
import { moment } from '../../parts/format.ts';
import { Lacking } from '../../parts/lacking.tsx';
import { OutsideLink } from '../../parts/outside-link.tsx';
import { type Proof, ProofPicker } from '../../parts/proof-picker.tsx';
import { type Outcome, RecheckOutcome } from '../../parts/recheck-outcome.tsx';
import { Section } from '../../parts/section.tsx';
import { TextBlock, TextLine } from '../../parts/text-field.tsx';
import { Unready } from '../../parts/unready.tsx';
import { OutcomeMark } from './outcome-mark.tsx';
import type { Task } from './types.ts';

/** 我的复查任务: open ones with the place to enter what was found, then those that are done. */
export function MyTasks({ areaId }: { areaId: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['my-inspections', areaId],
    queryFn: ({ signal }) => call<typeof myInspections>('/api/areas/:areaId/my-inspections', { areaId }, signal),
  });
  if (!data) return <Unready error={error} retry={refetch} what="复查任务" />;
  if (data.rows.length === 0) return <EmptyState title="没有抽到您" next="抽到您复查的问题会列在这里，由您登记结果。" />;
  const done = data.rows.filter(({ result }) => result !== null).length;
  const released = data.rows.filter(({ releasedOn }) => releasedOn !== null).length;
  return (
    <>
      <p className="section-note">
        待复查 {data.rows.length - done - released} 个，已登记 {done} 个{released > 0 && `，已撤销不用复查 ${released} 个`}
        。结果只登记一次；未整改、不彻底的问题随即回到台账。
      </p>
      {data.rows.map((task) => (
        <TaskCard key={`${task.drawId} ${task.problemId}`} areaId={areaId} task={task} />
      ))}
    </>
  );
}

function TaskCard({ areaId, task }: { areaId: string; task: Task }) {
  return (
    <Section title={task.unit} note={`${task.purpose}　${moment(task.drawnAt)}抽中`}>
      <p className="draw-text">
        {task.text}
        <span className="sub">
          {task.category.name}　{[task.channel, task.place].filter(Boolean).join('　')}　{task.foundOn}发现　现为“{task.status.name}”
        </span>
      </p>
      {task.url && (
        <p>
          <OutsideLink href={task.url}>打开位置</OutsideLink>
        </p>
      )}
      {task.releasedOn ? (
        <p className="section-foot">
          <OutcomeMark result={null} releasedOn={task.releasedOn} />
        </p>
      ) : task.result ? (
        <p className="section-foot">
          <OutcomeMark result={task.result} />　{task.result.words}　依据：
          {[task.result.proof, ...task.result.files.map(({ fileName }) => fileName)].filter(Boolean).join('；')}
          {task.result.at && <span className="sub">{moment(task.result.at)}登记</span>}
        </p>
      ) : (
        <ResultForm areaId={areaId} task={task} />
      )}
    </Section>
  );
}

function ResultForm({ areaId, task: { drawId, problemId, unit, waiting } }: { areaId: string; task: Task }) {
  const queries = useQueryClient();
  const [outcome, setOutcome] = useState<Outcome>();
  const [words, setWords] = useState('');
  const [proof, setProof] = useState('');
  // What was handed in before the page was left is still there.
  const [files, setFiles] = useState<readonly Proof[]>(waiting);
  const [uploads, setUploads] = useState(false);
  const enter = useMutation({
    mutationFn: async () =>
      outcome &&
      send<typeof inspectionResult>('/api/areas/:areaId/draws/:drawId/results', {
        ...{ areaId, drawId, problemId, outcome, words, proof, proofIds: files.map(({ id }) => id) },
      }),
    onSuccess: () => Promise.all(['my-inspections', 'draws', 'draw'].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
  const lacks = [
    outcome === undefined && '复查结果',
    outcome !== undefined && outcome !== 'fixed' && words.trim() === '' && '还存在什么问题',
    proof.trim() === '' && files.length === 0 && '依据',
  ];
  const ready = !uploads && !lacks.some(Boolean);
  return (
    <FaultsOf error={enter.error}>
      <form
        className="draw-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) enter.mutate();
        }}
      >
        <RecheckOutcome label={`${unit}的复查结果`} value={outcome} set={setOutcome} />
        <TextBlock
          rows={2}
          most={1000}
          at="words"
          aria-label="看到的情况"
          placeholder={outcome === 'fixed' || outcome === undefined ? '看到的情况（可不填）' : '还存在什么问题（必填）'}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <TextLine
          most={1000}
          aria-label="依据"
          at="proof"
          placeholder="依据：核查的网址或现场情况（没有照片、截图的必填）"
          value={proof}
          onChange={(event) => setProof(event.target.value)}
        />
        <ProofPicker
          proofs={files}
          change={setFiles}
          hold={setUploads}
          put={(file, fileName) =>
            upload<typeof inspectionProofAdd>(
              '/api/areas/:areaId/draws/:drawId/problems/:problemId/proofs',
              { areaId, drawId, problemId, fileName },
              file,
            )
          }
        />
        <Button type="primary" htmlType="submit" disabled={!ready} loading={enter.isPending}>
          {uploads ? '材料传完后可登记' : '登记结果'}
        </Button>
        <Lacking fields={lacks} />
        {enter.error && <ErrorState error={enter.error} />}
      </form>
    </FaultsOf>
  );
}

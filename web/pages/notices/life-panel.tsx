import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { noticeCorrect } from '../../../src/contract/endpoints/notice-correct.ts';
import { OFFICE, WATCHERS } from '../../../src/contract/who.ts';
import { send } from '../../api.ts';
import { useMay } from '../../app/use-may.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultsOf } from '../../parts/faults.tsx';
import { moment } from '../../parts/format.ts';
import { Section } from '../../parts/section.tsx';
import { TextBlock } from '../../parts/text-field.tsx';
import { LifeActs } from './life-acts.tsx';
import { MissingList } from './missing-list.tsx';
import type { NoticeWhole } from './notice-text.tsx';
import type { Known } from './objections.tsx';
import { PublishPanel } from './publish-panel.tsx';

/** 办理: what may be done with the notice now, what it still lacks, by whom it was done before. */
export function LifePanel(props: {
  areaId: string;
  noticeId: string;
  data: NoticeWhole;
  /** Objections that whoever issues it has taken note of; `settled` is told when an act was done. */
  known: Known;
  settled(): void;
}) {
  const { areaId, noticeId, data, known, settled } = props;
  const [note, setNote] = useState('');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const drafts = useMay(WATCHERS);
  const issues = useMay(OFFICE);
  const place = { areaId, noticeId };
  const act = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSuccess: () => {
      setNote('');
      settled();
    },
    // A refusal too tells that something is no longer as it is shown: an objection that came in, a colleague's act.
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['notice', areaId, noticeId] });
      for (const key of ['notices', 'report-calendar', 'naming-marks']) await queries.invalidateQueries({ queryKey: [key, areaId] });
    },
  });
  const run = (work: () => Promise<unknown>) => act.mutate(work);
  const correct = async (how: 'same' | 'fresh') => {
    const { id } = await send<typeof noticeCorrect>('/api/areas/:areaId/notices/:noticeId/correct', { ...place, data: how });
    await queries.invalidateQueries({ queryKey: ['notices', areaId] });
    await navigate({ to: '/areas/$areaId/notices/$noticeId/edit', params: { areaId, noticeId: id }, search: {} });
  };
  const stage = data.stage.code;
  const bars = data.disagreements.some(({ severity }) => severity === 'blocks');
  const asksNote = (drafts && stage === 'submitted' && data.ownDraft === null) || (issues && stage === 'approved' && bars);
  return (
    <FaultsOf error={act.error}>
      {' '}
      <Section title="办理" note={data.stage.name}>
        {data.supersedes && (
          <p className="section-foot">
            更正
            <Link to="/areas/$areaId/notices/$noticeId" params={{ areaId, noticeId: data.supersedes.id }} search={{}}>
              《{data.supersedes.title}》
            </Link>
          </p>
        )}
        {drafts && <MissingList place={place} missing={data.missing} />}
        {data.correction && (
          <p className="section-foot">
            {data.correction.state.code === 'draft' ? '更正件正在拟稿：' : '更正件：'}
            <Link to="/areas/$areaId/notices/$noticeId" params={{ areaId, noticeId: data.correction.id }} search={{}}>
              《{data.correction.title}》
            </Link>
          </p>
        )}
        {asksNote && (
          <TextBlock
            aria-label="意见或理由"
            placeholder={stage === 'submitted' ? '审核意见；退回时必填' : '仍要照发的理由（随通报留存）'}
            value={note}
            rows={2}
            most={500}
            at="note"
            onChange={(event) => setNote(event.target.value)}
          />
        )}
        <LifeActs place={place} data={data} note={note} known={known} busy={act.isPending} run={run} correct={correct} />
        {act.error && <ErrorState error={act.error} />}
        {stage === 'issued' && <PublishPanel key={String(data.publication.published)} place={place} data={data} run={run} />}
        {data.acts.length > 0 && (
          <ol className="acts">
            {data.acts.map((one) => (
              <li key={`${one.at} ${one.act.code}`}>
                <b>{one.act.name}</b>
                <span>
                  {one.by}（{one.role}）
                </span>
                <time dateTime={one.at}>{moment(one.at)}</time>
                {one.note && <p>{one.note}</p>}
              </li>
            ))}
          </ol>
        )}
      </Section>
    </FaultsOf>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Input, Select, Upload } from 'antd';
import { useState } from 'react';
import type { noticeCorrect } from '../../../src/contract/endpoints/notice-correct.ts';
import type { noticeIssue } from '../../../src/contract/endpoints/notice-issue.ts';
import type { noticeReview } from '../../../src/contract/endpoints/notice-review.ts';
import type { noticeSeal } from '../../../src/contract/endpoints/notice-seal.ts';
import type { noticeSubmit } from '../../../src/contract/endpoints/notice-submit.ts';
import { send, upload } from '../../api.ts';
import { useMe } from '../../app/use-me.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { moment } from '../../parts/format.ts';
import { Section } from '../../parts/section.tsx';
import type { NoticeWhole } from './notice-text.tsx';
import { useOfficeForms } from './office-forms.tsx';
import { PublishPanel } from './publish-panel.tsx';

/** 办理: what may be done with the notice now, by whom it was done before. */
export function LifePanel({ areaId, noticeId, data }: { areaId: string; noticeId: string; data: NoticeWhole }) {
  const [note, setNote] = useState('');
  const [form, setForm] = useState<string | null>(null);
  const { data: forms = [] } = useOfficeForms(areaId);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const place = { areaId, noticeId };
  const decision = { ...place, version: data.version, note: note.trim() || null };
  const act = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSuccess: async () => {
      setNote('');
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
  const { role } = useMe();
  const issues = role === 'office';
  const drafts = issues || role === 'centre';
  const stage = data.stage.code;
  const bars = data.disagreements.filter(({ severity }) => severity === 'blocks').length;
  const draft = stage !== 'issued' && stage !== 'replaced';
  return (
    <Section title="办理" note={data.stage.name}>
      {data.supersedes && (
        <p className="section-foot">
          更正
          <Link to="/areas/$areaId/notices/$noticeId" params={{ areaId, noticeId: data.supersedes.id }} search={{}}>
            《{data.supersedes.title}》
          </Link>
        </p>
      )}
      {(stage === 'submitted' || (stage === 'approved' && bars > 0)) && (
        <Input.TextArea
          aria-label="意见或理由"
          placeholder={stage === 'submitted' ? '审核意见；退回时必填' : '仍要照发的理由（随通报留存）'}
          value={note}
          rows={2}
          maxLength={500}
          onChange={(event) => setNote(event.target.value)}
        />
      )}
      <div className="life-acts">
        {draft && (
          <Link className="ant-btn ant-btn-default button-link" to="/areas/$areaId/notices/$noticeId/edit" params={place} search={{}}>
            编辑
          </Link>
        )}
        {(stage === 'drafting' || stage === 'returned') && (
          <Button
            type="primary"
            disabled={!drafts}
            loading={act.isPending}
            onClick={() => run(() => send<typeof noticeSubmit>('/api/areas/:areaId/notices/:noticeId/submit', decision))}
          >
            送审
          </Button>
        )}
        {stage === 'submitted' && (
          <>
            <Button
              type="primary"
              disabled={!drafts}
              loading={act.isPending}
              onClick={() =>
                run(() => send<typeof noticeReview>('/api/areas/:areaId/notices/:noticeId/review', { ...decision, approve: true }))
              }
            >
              审核通过
            </Button>
            <Button
              disabled={!drafts || note.trim() === ''}
              onClick={() =>
                run(() => send<typeof noticeReview>('/api/areas/:areaId/notices/:noticeId/review', { ...decision, approve: false }))
              }
            >
              退回修改
            </Button>
          </>
        )}
        {stage === 'approved' && forms.length > 0 && (
          <Select
            aria-label="版式"
            value={form ?? ''}
            popupMatchSelectWidth={false}
            options={[
              { value: '', label: '只按国家标准排版' },
              ...forms.map(({ id, fileName }) => ({ value: id, label: `另按“${fileName}”` })),
            ]}
            onChange={(id: string) => setForm(id || null)}
          />
        )}
        {stage === 'approved' && (
          <Button
            type="primary"
            disabled={!issues || (bars > 0 && note.trim() === '')}
            loading={act.isPending}
            onClick={() => run(() => send<typeof noticeIssue>('/api/areas/:areaId/notices/:noticeId/issue', { ...decision, form }))}
          >
            印发
          </Button>
        )}
        {!draft && (
          <Upload
            accept=".pdf,.ofd,.jpg,.jpeg,.png"
            showUploadList={false}
            disabled={!issues}
            beforeUpload={(file) => {
              run(() => upload<typeof noticeSeal>('/api/areas/:areaId/notices/:noticeId/seal', { ...place }, file));
              return false;
            }}
          >
            <Button disabled={!issues}>{data.sealed ? '更换盖章件' : '上传盖章件'}</Button>
          </Upload>
        )}
        {stage === 'issued' && (
          <>
            <Button disabled={!issues} onClick={() => run(() => correct('same'))}>
              更正文字
            </Button>
            <Button disabled={!issues} onClick={() => run(() => correct('fresh'))}>
              重新取数更正
            </Button>
          </>
        )}
      </div>
      {stage === 'submitted' && <p className="section-foot">审核须由未参与拟稿的另一人进行。</p>}
      {drafts && !issues && stage === 'approved' && <p className="section-foot">印发由政务公开办办理。</p>}
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
  );
}

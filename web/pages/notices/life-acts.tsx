import { Link } from '@tanstack/react-router';
import { Button, Popconfirm, Select, Upload } from 'antd';
import { useId, useState } from 'react';
import type { noticeDiscard } from '../../../src/contract/endpoints/notice-discard.ts';
import type { noticeIssue } from '../../../src/contract/endpoints/notice-issue.ts';
import type { noticeRefresh } from '../../../src/contract/endpoints/notice-refresh.ts';
import type { noticeReview } from '../../../src/contract/endpoints/notice-review.ts';
import type { noticeSeal } from '../../../src/contract/endpoints/notice-seal.ts';
import type { noticeSubmit } from '../../../src/contract/endpoints/notice-submit.ts';
import { OFFICE, WATCHERS } from '../../../src/contract/who.ts';
import { send, upload } from '../../api.ts';
import { useMay } from '../../app/use-may.ts';
import { FaultAt } from '../../parts/faults.tsx';
import { dayInWords } from '../../parts/format.ts';
import { TextLine } from '../../parts/text-field.tsx';
import type { NoticeWhole } from './notice-text.tsx';
import type { Known } from './objections.tsx';
import { useOfficeForms } from './office-forms.tsx';

/** Letters a reason may have (the contract's). */
const MOST_WORDS = 500;

interface Props {
  place: { areaId: string; noticeId: string };
  data: NoticeWhole;
  note: string;
  known: Known;
  busy: boolean;
  run(work: () => Promise<unknown>): void;
  correct(how: 'same' | 'fresh'): Promise<void>;
}

/** The buttons of the notice's present stage that the role may press; a line under them says why one cannot be pressed yet. */
export function LifeActs(props: Props) {
  const drafts = useMay(WATCHERS);
  const { code } = props.data.stage;
  if (code === 'issued' || code === 'replaced') return <IssuedActs {...props} />;
  if (code === 'discarded') return <p className="section-foot">这份草稿没有印发，已经作废，只供查阅。</p>;
  if (!drafts) return <p className="section-foot">草稿由政务公开办和信息中心编写、审核，这里只能查看。</p>;
  return <DraftActs {...props} />;
}

function DraftActs({ place, data, note, known, busy, run }: Props) {
  const { code } = data.stage;
  const decision = { ...place, version: data.version, note: note.trim() || null };
  const barred = data.missing.some(({ bars }) => bars);
  const review = (approve: boolean) =>
    run(() => send<typeof noticeReview>('/api/areas/:areaId/notices/:noticeId/review', { ...decision, approve }));
  const submits = code === 'drafting' || code === 'returned';
  return (
    <>
      <div className="life-acts">
        <Link className="ant-btn ant-btn-default button-link" to="/areas/$areaId/notices/$noticeId/edit" params={place} search={{}}>
          编辑
        </Link>
        {submits && (
          <Button
            type="primary"
            disabled={barred}
            loading={busy}
            onClick={() => run(() => send<typeof noticeSubmit>('/api/areas/:areaId/notices/:noticeId/submit', decision))}
          >
            送审
          </Button>
        )}
        {code === 'submitted' && (
          <>
            <Button type="primary" disabled={data.ownDraft !== null} loading={busy} onClick={() => review(true)}>
              审核通过
            </Button>
            <Button disabled={data.ownDraft !== null || note.trim() === ''} onClick={() => review(false)}>
              退回修改
            </Button>
          </>
        )}
        {code === 'approved' && <IssueButton place={place} data={data} note={note} known={known} busy={busy} run={run} />}
        <Popconfirm
          title="按现在的台账重新取数？"
          description="数字和附表更新，改过的文字保留；已送审或者审核通过的须重新送审。"
          okText="重新取数"
          cancelText="取消"
          onConfirm={() =>
            run(() => send<typeof noticeRefresh>('/api/areas/:areaId/notices/:noticeId/refresh', { ...place, version: data.version }))
          }
        >
          <Button loading={busy}>重新取数</Button>
        </Popconfirm>
        <DiscardButton place={place} data={data} busy={busy} run={run} />
      </div>
      {submits && barred && <p className="section-foot">上列事项办好后可以送审。</p>}
      {code === 'submitted' && (
        <p className="section-foot">
          {data.ownDraft === null ? '退回修改须先写明意见。' : `${data.ownDraft}审核须由未参与拟稿的另一人进行。`}
        </p>
      )}
    </>
  );
}

function IssueButton({ place, data, note, known, busy, run }: Omit<Props, 'correct'>) {
  const issues = useMay(OFFICE);
  const [form, setForm] = useState<string | null>(null);
  const [day, setDay] = useState<string | null>(null);
  const dayId = useId();
  const { data: forms = [] } = useOfficeForms(place.areaId);
  if (!issues) return <p className="section-foot">印发由政务公开办办理。</p>;
  const bars = data.disagreements.filter(({ severity }) => severity === 'blocks').length;
  const decision = { ...place, version: data.version, note: note.trim() || null };
  const waiting = data.objections.filter(({ key }) => known[key] === undefined).length;
  // What was ticked and nothing else: one that comes in while the question is open was not taken note of.
  const ticked = data.objections.flatMap(({ key }) => (known[key] === undefined ? [] : [{ key, reason: known[key].trim() }]));
  const despite = ticked.length === 0 ? null : ticked;
  const unsaid = ticked.filter(({ reason }) => reason === '').length;
  const isTooLong = [note.trim(), ...ticked.map(({ reason }) => reason)].some((words) => words.length > MOST_WORDS);
  const { printing } = data;
  const printedDate = printing && (day ?? printing.day);
  const lacks = [
    ...(printedDate === '' ? ['填写印发日期'] : []),
    ...(bars > 0 && note.trim() === '' ? [`有 ${bars} 处与数据不一致，写明照发的理由`] : []),
    ...(waiting > 0 ? [`有 ${waiting} 条异议没有答复，先答复，或者在正文上方逐条勾选知悉`] : []),
    ...(waiting === 0 && unsaid > 0 ? [`写明有异议仍予印发的理由（还有 ${unsaid} 条没有写）`] : []),
    ...(isTooLong ? [`理由改到 ${MOST_WORDS} 字以内`] : []),
  ];
  return (
    <>
      {forms.length > 0 && (
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
      {printing && (
        <span className="new-notice-day">
          <label htmlFor={dayId}>印发日期</label>
          <input
            id={dayId}
            type="date"
            min={printing.from ?? undefined}
            value={printedDate ?? ''}
            onChange={(event) => setDay(event.target.value)}
          />
          <FaultAt at="printedDate" />
        </span>
      )}
      <Popconfirm
        title="印发这份通报？"
        description={
          <div className="confirm-words">
            印发后文字和数字不能再改；问题清单中列为交办的问题同时交办到责任单位。
            {printedDate && `版记印“${dayInWords(printedDate)}印发”。`}
            {despite && `有 ${despite.length} 条异议没有答复，仍予印发的理由会留在本页。`}
          </div>
        }
        okText="确认印发"
        cancelText="取消"
        disabled={lacks.length > 0}
        onConfirm={() =>
          run(() => send<typeof noticeIssue>('/api/areas/:areaId/notices/:noticeId/issue', { ...decision, form, despite, printedDate }))
        }
      >
        <Button type="primary" disabled={lacks.length > 0} loading={busy}>
          印发
        </Button>
      </Popconfirm>
      {lacks.length > 0 && <p className="section-foot">{lacks.join('；')}，然后可以印发。</p>}
    </>
  );
}

/** 作废 of a draft: asked twice, with a word why for those who look for it later. */
function DiscardButton({ place, data, busy, run }: Pick<Props, 'place' | 'data' | 'busy' | 'run'>) {
  const [why, setWhy] = useState('');
  if (!useMay(OFFICE)) return null;
  const decision = { ...place, version: data.version, note: why.trim() || null };
  return (
    <Popconfirm
      title="作废这份草稿？"
      description={
        <div className="discard-note">
          作废后不能再编辑、送审和印发，已写的内容留作查阅；可以随时另行起草{data.supersedes && '更正'}。
          {data.supersedes && '已经重新取数的，本期仍按重新取数后的结果，原通报页面会写明与它不同的地方。'}
          <TextLine
            aria-label="作废的原因"
            placeholder="原因（可不填）"
            value={why}
            most={500}
            onChange={(event) => setWhy(event.target.value)}
          />
        </div>
      }
      okText="确认作废"
      okButtonProps={{ danger: true }}
      cancelText="取消"
      onConfirm={() => run(() => send<typeof noticeDiscard>('/api/areas/:areaId/notices/:noticeId/discard', decision))}
    >
      <Button danger loading={busy}>
        作废
      </Button>
    </Popconfirm>
  );
}

function IssuedActs({ place, data, busy, run, correct }: Props) {
  if (!useMay(OFFICE)) return null;
  return (
    <div className="life-acts">
      <Upload
        accept=".pdf,.ofd,.jpg,.jpeg,.png"
        showUploadList={false}
        beforeUpload={(file) => {
          run(() => upload<typeof noticeSeal>('/api/areas/:areaId/notices/:noticeId/seal', { ...place }, file));
          return false;
        }}
      >
        <Button loading={busy}>{data.sealed ? '更换盖章件' : '上传盖章件'}</Button>
      </Upload>
      {data.stage.code === 'issued' && (
        <>
          <Button onClick={() => run(() => correct('same'))}>更正文字</Button>
          <Button onClick={() => run(() => correct('fresh'))}>重新取数更正</Button>
        </>
      )}
    </div>
  );
}

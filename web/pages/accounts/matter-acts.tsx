import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { accountMatterAct } from '../../../src/contract/endpoints/account-matter-act.ts';
import type { accountProofAdd } from '../../../src/contract/endpoints/account-proof-add.ts';
import type { MatterAct } from '../../../src/core/account-matter.ts';
import { send, upload } from '../../api.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultsOf } from '../../parts/faults.tsx';
import { FileButton } from '../../parts/file-button.tsx';
import { Day, Field, Words } from './fields.tsx';
import type { Matter } from './types.ts';

/** Acts that need words, and what to call them. */
const NOTES: Readonly<Partial<Record<MatterAct, string>>> = {
  returned: '需要补正什么',
  refused: '不予备案的理由',
  reported: '办理情况',
  sent_back: '退回的理由',
  rechecked_alive: '怎样看到账号仍可访问',
};
const MAIN: readonly string[] = ['asked', 'amended', 'agreed', 'granted', 'opened', 'reported', 'accepted', 'rechecked_gone'];
const PROVED: readonly string[] = ['close', 'cancel', 'found'];

/** What this person may do next, with the fields that each act needs. */
export function MatterActs({ areaId, data, today }: { areaId: string; data: Matter; today: string }) {
  const acts = data.acts.filter(({ code }) => !(data.settled && code === 'rechecked_gone'));
  const [chosen, setChosen] = useState(acts.find(({ code }) => MAIN.includes(code))?.code);
  if (acts.length === 0) return null;
  const act = acts.find(({ code }) => code === chosen) ?? acts[0];
  return (
    <section className="accounts-part" aria-label="办理">
      <h3>办理</h3>
      <div className="accounts-acts">
        {acts.map(({ code, name }) => (
          <Button
            key={code}
            size="small"
            type={code === act?.code ? 'primary' : 'default'}
            aria-pressed={code === act?.code}
            onClick={() => setChosen(code)}
          >
            {name}
          </Button>
        ))}
      </div>
      {act && <ActForm key={act.code} areaId={areaId} data={data} today={today} act={act.code as MatterAct} name={act.name} />}
    </section>
  );
}

interface Props {
  areaId: string;
  data: Matter;
  today: string;
  act: MatterAct;
  name: string;
}

function ActForm({ areaId, data, today, act, name }: Props) {
  const [note, setNote] = useState('');
  const [number, setNumber] = useState('');
  const [from, setFrom] = useState(today);
  const [recheckOn, setRecheckOn] = useState('');
  const [subject, setSubject] = useState({
    name: data.name,
    purpose: data.purpose ?? '',
    person: data.person ?? '',
    phone: data.phone ?? '',
  });
  const amends = act === 'amended' || (act === 'asked' && data.kind.code === 'found');
  const numbered = act === 'granted' && (data.kind.code === 'open' || data.kind.code === 'found');
  const dated = act === 'opened' || (act === 'accepted' && data.kind.code !== 'rectify');
  const proved = act === 'reported' && PROVED.includes(data.kind.code);
  const queries = useQueryClient();
  const carryOut = useMutation({
    mutationFn: () =>
      send<typeof accountMatterAct>('/api/areas/:areaId/account-matters/:matterId/acts', {
        ...{ areaId, matterId: data.id, act, note },
        ...(numbered ? { filingNumber: number } : {}),
        ...(dated ? { from } : {}),
        ...(act === 'accepted' && recheckOn ? { recheckOn } : {}),
        ...(act === 'reported' ? { proofIds: data.proofs.map(({ id }) => id) } : {}),
        ...(amends ? { subject: { ...subject, reason: note || data.reason } } : {}),
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['accounts', areaId] }),
  });
  const asked = act === 'withdrawn' && data.state.code === 'in_hand' ? '撤回的理由' : NOTES[act];
  const missing = [
    asked && note.trim() === '' ? asked : '',
    numbered && number.trim() === '' ? '备案号' : '',
    proved && data.proofs.length === 0 ? '截图' : '',
  ].filter(Boolean);
  return (
    <FaultsOf error={carryOut.error}>
      <form
        className="accounts-form"
        aria-label={name}
        onSubmit={(event) => {
          event.preventDefault();
          carryOut.mutate();
        }}
      >
        {amends && (
          <>
            <Words
              name="账号名称"
              at="subject.name"
              value={subject.name}
              set={(text) => setSubject({ ...subject, name: text })}
              max={60}
              must
            />
            <Words
              name="用途"
              at="subject.purpose"
              value={subject.purpose}
              set={(text) => setSubject({ ...subject, purpose: text })}
              long
            />
            <Words
              name="责任人"
              at="subject.person"
              value={subject.person}
              set={(text) => setSubject({ ...subject, person: text })}
              max={40}
            />
            <Words
              name="联系电话"
              at="subject.phone"
              value={subject.phone}
              set={(text) => setSubject({ ...subject, phone: text })}
              max={40}
            />
          </>
        )}
        {numbered && <Words name="备案号" at="filingNumber" value={number} set={setNumber} max={60} must />}
        {dated && <Day name={act === 'opened' ? '投入运行的日期' : '停用的日期'} at="from" value={from} set={setFrom} max={today} />}
        {act === 'accepted' && data.kind.code === 'cancel' && (
          <Day name="复核日期（不填按平台的注销冻结期推算）" at="recheckOn" value={recheckOn} set={setRecheckOn} />
        )}
        <Words name={asked ?? '说明'} at="note" value={note} set={setNote} max={500} must={asked !== undefined} long />
        {(act === 'reported' || act === 'rechecked_gone' || act === 'rechecked_alive') && (
          <ProofChoice areaId={areaId} data={data} must={proved} />
        )}
        <p className="accounts-acts">
          <Button
            type={MAIN.includes(act) ? 'primary' : 'default'}
            htmlType="submit"
            disabled={missing.length > 0}
            loading={carryOut.isPending}
          >
            确认{name}
          </Button>
          {missing.length > 0 && <span className="section-note">还缺：{missing.join('、')}</span>}
        </p>
        {carryOut.error && <ErrorState error={carryOut.error} />}
      </form>
    </FaultsOf>
  );
}

function ProofChoice({ areaId, data, must }: { areaId: string; data: Matter; must: boolean }) {
  const queries = useQueryClient();
  const add = useMutation({
    mutationFn: (file: File) =>
      upload<typeof accountProofAdd>(
        '/api/areas/:areaId/account-matters/:matterId/proofs',
        { areaId, matterId: data.id, fileName: file.name },
        file,
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['accounts', areaId, 'matter', data.id] }),
  });
  return (
    <Field name="截图或扫描件（PNG、JPG、PDF，20 MB 以内）" must={must}>
      <span className="file-line">
        <FileButton
          words={add.isPending ? '正在上传…' : '选择截图或扫描件'}
          label="上传截图或扫描件"
          accept=".png,.jpg,.jpeg,.pdf"
          busy={add.isPending}
          take={([file]) => file && add.mutate(file)}
        />
        <span className="section-note">已上传 {data.proofs.length} 份</span>
      </span>
      {add.error && <ErrorState error={add.error} />}
    </Field>
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { republicationLook } from '../../../src/contract/endpoints/republication-look.ts';
import type { republications } from '../../../src/contract/endpoints/republications.ts';
import { WATCHERS } from '../../../src/contract/who.ts';
import { call, send } from '../../api.ts';
import { useMay } from '../../app/use-may.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultAt, FaultsOf } from '../../parts/faults.tsx';
import { moment } from '../../parts/format.ts';
import { OutsideLink } from '../../parts/outside-link.tsx';
import { Section } from '../../parts/section.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { TextLine } from '../../parts/text-field.tsx';

type Row = Awaited<ReturnType<typeof call<typeof republications>>>['rows'][number];

/** 转发情况: units' own pages that carry the notice, compared with the issued words. */
export function Republications({ areaId, noticeId }: { areaId: string; noticeId: string }) {
  const may = useMay(WATCHERS);
  const queries = useQueryClient();
  const key = ['republications', areaId, noticeId];
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      call<typeof republications>('/api/areas/:areaId/notices/:noticeId/republications', { areaId, noticeId }, signal),
  });
  const [unitId, setUnit] = useState<string>();
  const [url, setUrl] = useState('');
  const look = useMutation({
    mutationFn: (page: { unitId: string; url: string; originalUrl: string | null }) =>
      send<typeof republicationLook>('/api/areas/:areaId/notices/:noticeId/republications', { areaId, noticeId, ...page }),
    onSuccess: (answer) => {
      queries.setQueryData(key, answer);
      setUrl('');
    },
  });
  if (error && !data) return <ErrorState error={error} retry={refetch} />;
  if (!data) return null;
  return (
    <Section title="转发情况" note="正文与印发件逐句比对">
      <ul className="acts">
        {data.rows.map((row) => (
          <li key={row.url}>
            <b>{row.unit}</b>
            <OutsideLink href={row.url}>{row.url}</OutsideLink>
            <Found row={row} />
            <p>
              {row.lookedAt && `比对于 ${moment(row.lookedAt)} `}
              {may && (
                <button type="button" className="plain" disabled={look.isPending} onClick={() => look.mutate(row)}>
                  重新比对
                </button>
              )}
            </p>
          </li>
        ))}
      </ul>
      {may && (
        <FaultsOf error={look.error}>
          <form
            className="life-acts"
            onSubmit={(event) => {
              event.preventDefault();
              if (unitId) look.mutate({ unitId, url: url.trim(), originalUrl: null });
            }}
          >
            <Select
              aria-label="转发单位"
              placeholder="转发单位"
              showSearch={{ optionFilterProp: 'label' }}
              value={unitId}
              options={data.units.map((unit) => ({ value: unit.id, label: unit.name }))}
              popupMatchSelectWidth={false}
              onChange={setUnit}
            />
            <FaultAt at="unitId" />
            <TextLine
              most={2000}
              at="url"
              aria-label="转发网页网址"
              placeholder="转发网页网址"
              value={url}
              onChange={(event) => setUrl(event.target.value)}
            />
            <Button htmlType="submit" loading={look.isPending} disabled={!unitId || url.trim() === ''}>
              登记并比对
            </Button>
            {(!unitId || url.trim() === '') && <p className="section-foot">选定单位、填写网址后可以比对。</p>}
          </form>
        </FaultsOf>
      )}
      {look.error && <ErrorState error={look.error} />}
    </Section>
  );
}

function Found({ row: { found, notOpened } }: { row: Row }) {
  if (!found) return <p>{notOpened === null ? '还没有比对' : `网页没有打开：${notOpened}。这不说明单位的问题，请稍后重新比对。`}</p>;
  return (
    <>
      <p>
        <StatusMark code={found.text.code === 'equal' ? 'pass' : 'fail'} name={found.text.name} />{' '}
        <StatusMark code={{ present: 'pass', missing: 'fail' }[found.link.code] ?? 'undecided'} name={found.link.name} />
      </p>
      {found.differences.map(({ issued, page }) => (
        <p key={`${issued} ${page}`}>
          {issued && <>印发件：{issued}</>}
          {issued && <br />}
          {page ? <>网页：{page}</> : '网页上没有这一句'}
        </p>
      ))}
      {found.metas.length > 0 && <p>{found.metas.map(({ name, value }) => `${name}：${value}`).join('；')}</p>}
    </>
  );
}

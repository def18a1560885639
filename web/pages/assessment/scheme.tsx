import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { assessmentScheme } from '../../../src/contract/endpoints/assessment-scheme.ts';
import type { assessmentSchemeCopy } from '../../../src/contract/endpoints/assessment-scheme-copy.ts';
import type { assessmentSchemeSave } from '../../../src/contract/endpoints/assessment-scheme-save.ts';
import { OFFICE } from '../../../src/contract/who.ts';
import { call, send } from '../../api.ts';
import { useMay } from '../../app/use-may.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultAt, FaultsOf } from '../../parts/faults.tsx';
import { moment } from '../../parts/format.ts';
import { Section } from '../../parts/section.tsx';
import { TextLine } from '../../parts/text-field.tsx';
import { Unready } from '../../parts/unready.tsx';
import { ItemRows, type NewItem } from './scheme-items.tsx';
import { SchemeRead } from './scheme-read.tsx';
import type { SchemeAnswer } from './types.ts';

/** 考核方案 of a year: edited as a whole, kept as versions. */
export function SchemeView({ areaId, year }: { areaId: string; year: number }) {
  const may = useMay(OFFICE);
  const { data, error, refetch } = useQuery({
    queryKey: ['assessment', areaId, year, 'scheme'],
    queryFn: ({ signal }) => call<typeof assessmentScheme>('/api/areas/:areaId/assessment/:year/scheme', { areaId, year }, signal),
  });
  if (!data) return <Unready error={error} retry={refetch} what="考核方案" />;
  return (
    <>
      {may ? <SchemeForm key={data.version} areaId={areaId} year={year} data={data} /> : <SchemeRead data={data} />}
      <Versions versions={data.versions} />
    </>
  );
}

function SchemeForm({ areaId, year, data }: { areaId: string; year: number; data: SchemeAnswer }) {
  const queries = useQueryClient();
  const [head, setHead] = useState(data.scheme);
  const [items, setItems] = useState<NewItem[]>(() => data.scheme.items.map((item) => ({ ...item })));
  const [from, setFrom] = useState(data.otherYears[0]);
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['assessment', areaId] });
  const save = useMutation({
    mutationFn: () => {
      const { year: _year, ...rest } = head;
      const documentNumber = head.documentNumber?.trim() || null;
      const scheme = { ...rest, documentNumber, items };
      return send<typeof assessmentSchemeSave>('/api/areas/:areaId/assessment/:year/scheme', {
        areaId,
        year,
        scheme,
        before: data.version,
      });
    },
    onSuccess,
  });
  const copy = useMutation({
    mutationFn: (source: number) =>
      send<typeof assessmentSchemeCopy>('/api/areas/:areaId/assessment/:year/scheme/copy', { areaId, year, from: source }),
    onSuccess,
  });
  const error = save.error ?? copy.error;
  const ready = !save.isPending && !copy.isPending;
  const full = items.reduce((sum, { base }) => sum + base, 0);
  return (
    <>
      {data.version === 0 && (
        <p className="text-grave" role="status">
          {year}年还没有保存方案。下面是系统拟的底稿，分值不是任何文件规定的，请按本地的考核实施方案改好后保存。
        </p>
      )}
      <FaultsOf error={save.error}>
        <Section
          title={data.version === 0 ? '底稿' : `第 ${data.version} 版`}
          note={data.savedBy && data.savedAt ? `${data.savedBy}　${moment(data.savedAt)} 保存` : undefined}
        >
          <div className="assess-form">
            <div className="assess-field">
              <span>方案名称</span>
              <TextLine
                className="wide"
                aria-label="方案名称"
                value={head.title}
                most={120}
                at="scheme.title"
                onChange={(event) => setHead({ ...head, title: event.target.value })}
              />
            </div>
            <div className="assess-field">
              <span>文号</span>
              <TextLine
                aria-label="文号"
                value={head.documentNumber ?? ''}
                placeholder="尚未印发可不填"
                most={60}
                at="scheme.documentNumber"
                onChange={(event) => setHead({ ...head, documentNumber: event.target.value })}
              />
            </div>
            {(['validFrom', 'validTo'] as const).map((field) => (
              <div className="assess-field" key={field}>
                <span>{field === 'validFrom' ? '有效期起' : '有效期止'}</span>
                <Input
                  type="date"
                  aria-label={field === 'validFrom' ? '有效期起' : '有效期止'}
                  value={head[field]}
                  onChange={(event) => setHead({ ...head, [field]: event.target.value })}
                />
                <FaultAt at={`scheme.${field}`} />
              </div>
            ))}
          </div>
          <ItemRows items={items} set={setItems} />
          <div className="assess-form">
            <Button type="primary" disabled={!ready || head.title.trim() === ''} onClick={() => save.mutate()}>
              保存为第 {data.version + 1} 版
            </Button>
            <span className="section-note">基本分合计 {Number.isNaN(full) ? '—' : Math.round(full * 100) / 100}</span>
            {data.otherYears.length > 0 && (
              <>
                <Select
                  aria-label="以哪一年为底稿"
                  value={from}
                  options={data.otherYears.map((value) => ({ value, label: `${value}年方案` }))}
                  onChange={setFrom}
                />
                <Button disabled={!ready || from === undefined} onClick={() => from !== undefined && copy.mutate(from)}>
                  复制为本年方案
                </Button>
              </>
            )}
          </div>
          {error && <ErrorState error={error} />}
        </Section>
      </FaultsOf>
    </>
  );
}

function Versions({ versions }: Pick<SchemeAnswer, 'versions'>) {
  if (versions.length === 0) return null;
  return (
    <Section title="各版本">
      <ul>
        {versions.map((one) => (
          <li key={one.version}>
            第 {one.version} 版　{one.savedBy}　{moment(one.savedAt)}　{one.documentNumber ?? '无文号'}
          </li>
        ))}
      </ul>
    </Section>
  );
}

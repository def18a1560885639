import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { whatIf } from '../../../src/contract/endpoints/what-if.ts';
import { call } from '../../api.ts';
import { useAreas, usePlace } from '../../app/use-areas.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Loading } from '../../parts/loading.tsx';
import { type Column, Rows } from '../../parts/rows.tsx';
import { Section } from '../../parts/section.tsx';
import { useAssessment } from './address.ts';
import type { WhatIf } from './types.ts';

type Variant = WhatIf['variants'][number];
const CHECKS = [
  { value: 'account-stale', label: '新媒体多少天没有更新' },
  { value: 'home-stale', label: '网站首页多少天没有更新' },
  { value: 'column-overdue', label: '栏目多少天没有更新' },
] as const;
const DAYS = '10,14,20';
/** Up to five numbers of days, as the server reads them. */
const isDays = (text: string): boolean =>
  /^\d{1,3}(?:,\d{1,3}){0,4}$/.test(text) && text.split(',').every((n) => Number(n) >= 1 && Number(n) <= 366);
const plain = (text: string): string =>
  text
    .trim()
    .replaceAll(/[\s，、天]+/gu, ',')
    .replace(/^,+|,+$/g, '');

/** 印发前测算: other limits, with and without last period's problems. */
export function WhatIfView({ areaId }: { areaId: string }) {
  const { period } = usePlace();
  const { search, change } = useAssessment();
  const area = useAreas().data?.find(({ id }) => id === areaId);
  const [text, setText] = useState(search.days ?? DAYS);
  const check = CHECKS.find(({ value }) => value === search.check)?.value ?? 'account-stale';
  const days = search.days && isDays(search.days) ? search.days : DAYS;
  const chosen = check === 'column-overdue' ? { own: search.own, column: search.column } : {};
  const asked = { areaId, period, check, days, ...chosen };
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['what-if', asked],
    queryFn: ({ signal }) => call<typeof whatIf>('/api/areas/:areaId/what-if', asked, signal),
    placeholderData: keepPreviousData,
    enabled: area === undefined || area.periods.length > 0,
  });
  if (area && area.periods.length === 0) return <EmptyState title="还没有结账过任何一期" next="每期结账后、印发通报前，可以在这里测算。" />;
  return (
    <>
      <form
        className="text-states"
        aria-label="测算条件"
        onSubmit={(event) => {
          event.preventDefault();
          if (isDays(plain(text))) change({ days: plain(text) });
        }}
      >
        <Select
          aria-label="期"
          value={period ?? area?.periods[0]?.id}
          popupMatchSelectWidth={false}
          options={area?.periods.map(({ id, label }) => ({ value: id, label }))}
          onChange={(id) => change({ period: id })}
        />
        <Select
          aria-label="测算哪个时限"
          value={check}
          popupMatchSelectWidth={false}
          options={[...CHECKS]}
          onChange={(value) => change({ check: value, own: undefined, column: undefined })}
        />
        {check === 'column-overdue' && <ColumnChoice columns={data?.columns ?? null} />}
        <Input
          aria-label="天数"
          placeholder="如 10,14,20"
          style={{ width: 140 }}
          status={isDays(plain(text)) ? undefined : 'error'}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button htmlType="submit" type="primary" disabled={!isDays(plain(text))}>
          测算
        </Button>
        {!isDays(plain(text)) && <span className="is-bad">天数写作 10,14,20，至多五个，每个 1 到 366</span>}
      </form>
      {error && <ErrorState error={error} retry={refetch} />}
      {!error && !data && <Loading what="测算结果" />}
      {data && !error && <Result areaId={areaId} data={data} busy={isPlaceholderData} />}
    </>
  );
}

/** Which columns: those with one limit of their own, or one column wherever it is kept. */
function ColumnChoice({ columns }: { columns: WhatIf['columns'] }) {
  const { search, change } = useAssessment();
  return (
    <>
      <Select
        aria-label="现行时限"
        value={search.own ?? (search.column ? '' : (columns?.own ?? ''))}
        popupMatchSelectWidth={false}
        options={[
          ...(search.column ? [{ value: '', label: '不论现行时限' }] : []),
          ...(columns?.limits ?? []).map(({ limit, name, columns: n }) => ({ value: limit, label: `时限${name}的栏目（${n} 个）` })),
        ]}
        onChange={(own) => change({ own: own || undefined })}
      />
      <Select
        aria-label="栏目名称"
        value={search.column ?? ''}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        style={{ minWidth: 150, maxWidth: 320 }}
        options={[
          { value: '', label: '全部栏目' },
          ...(columns?.names ?? []).map(({ name, columns: n }) => ({ value: name, label: `${name}（${n} 个）` })),
        ]}
        onChange={(column) => change({ column: column || undefined, own: undefined })}
      />
    </>
  );
}

function Result({ areaId, data, busy }: { areaId: string; data: WhatIf; busy: boolean }) {
  const [open, setOpen] = useState<{ at: number; what: 'failing' | 'overdue' } | null>(null);
  const shown = open === null ? undefined : data.variants[open.at];
  const toggle = (at: number, what: 'failing' | 'overdue') => setOpen(open?.at === at && open.what === what ? null : { at, what });
  const limit = shown?.days === null ? `现行时限（${data.inForce ?? '各自的时限'}）` : `${shown?.days} 天`;
  const columns: Column<Variant>[] = [
    {
      ...{ title: '时限', card: 'head' },
      cell: ({ days }) => (days === null ? `现行（${data.inForce ?? '各自的时限'}）` : `${days} 天`),
    },
    { title: '上期未整改', width: 100, cell: ({ carryOver }) => (carryOver ? '计入' : '不计') },
    ...(data.columns
      ? [
          {
            ...{ title: '超期栏目', width: 110, align: 'end' as const },
            cell: ({ overdue }: Variant, i: number) =>
              overdue && (
                <button
                  type="button"
                  className="assess-cell"
                  aria-expanded={open?.at === i && open.what === 'overdue'}
                  onClick={() => toggle(i, 'overdue')}
                >
                  {overdue.reduce((sum, { columns: those }) => sum + those.length, 0)} 个
                  <small className="sub">{overdue.length} 家单位</small>
                </button>
              ),
          },
        ]
      : []),
    {
      ...{ title: '不合格单位', width: 110, align: 'end', card: 'mark' },
      cell: ({ failing }, i) => (
        <button
          type="button"
          className="assess-cell assess-total"
          aria-expanded={open?.at === i && open.what === 'failing'}
          onClick={() => toggle(i, 'failing')}
        >
          {failing.length} 家
        </button>
      ),
    },
    { title: '不合格', width: 80, align: 'end', cell: ({ verdicts }) => verdicts.fail },
    { title: '合格、无问题', width: 110, align: 'end', cell: ({ verdicts }) => verdicts.pass + verdicts.no_problem },
    { title: '未能认定', width: 90, align: 'end', cell: ({ verdicts }) => verdicts.undecided },
    { title: '与现行相比', width: 260, cell: (variant) => difference(variant) },
  ];
  return (
    <div className={busy ? 'list-busy' : undefined} aria-busy={busy}>
      <Section
        title={`${data.period.label}：${data.check.name}算不合格`}
        note={`基数 ${data.base} 个网站和账号，${data.units} 家单位；按 ${data.judgedDays} 个监测日留存的记录重算，截止 ${data.period.cutoff}${
          data.columns ? `；换时限的栏目 ${data.columns.tried} 个` : ''
        }`}
      >
        {data.judgedDays === 0 ? (
          <p className="section-foot">这一期没有监测日的记录，不能重算。</p>
        ) : (
          <Rows label="换了时限的结果" rows={data.variants} columns={columns} keyOf={({ days, carryOver }) => `${days} ${carryOver}`} />
        )}
        <p className="section-foot">
          换了时限新算出来的，没有经过人工复核，只供研究。
          {data.columns &&
            '栏目按最后一个监测日的状态重算；“不合格”只随栏目数达到单项否决、上期未整改等规则变化，单个栏目超期本身不判不合格。'}
          {data.thinned > 0 && `其中 ${data.thinned} 个监测日的部分记录已按留存规则精简，可能与当时不完全一致。`}
        </p>
      </Section>
      {shown && open?.what === 'failing' && (
        <Units
          areaId={areaId}
          title={`不合格的 ${shown.failing.length} 家单位`}
          note={`${limit}，${shown.carryOver ? '计入' : '不计'}上期未整改`}
          units={shown.failing.map(({ channels: parts, ...unit }) => ({ ...unit, parts }))}
        />
      )}
      {shown && open?.what === 'overdue' && (
        <Units
          areaId={areaId}
          title={`有超期栏目的 ${shown.overdue?.length ?? 0} 家单位`}
          note={`${limit}，截至最后一个监测日`}
          units={(shown.overdue ?? []).map(({ columns: parts, ...unit }) => ({ ...unit, parts }))}
        />
      )}
    </div>
  );
}

interface UnitsProps {
  areaId: string;
  title: string;
  note: string;
  units: readonly { unitId: string; unit: string; parts: string[] }[];
}

function Units({ areaId, title, note, units }: UnitsProps) {
  return (
    <Section title={title} note={note}>
      {units.length === 0 && <p className="section-foot">没有。</p>}
      <ul className="assess-entries assess-units">
        {units.map(({ unitId, unit, parts }) => (
          <li key={unitId} className="assess-above">
            <Link to="/areas/$areaId/ledger" params={{ areaId }} search={{ unit: unitId }}>
              {unit}
            </Link>
            <small className="sub wrap">{parts.join('、')}</small>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function difference({ days, carryOver, more, fewer }: Variant): string {
  if (days === null && carryOver) return '—';
  const parts = [
    more.length > 0 ? `多 ${more.length} 家：${more.join('、')}` : '',
    fewer.length > 0 ? `少 ${fewer.length} 家：${fewer.join('、')}` : '',
  ];
  return parts.filter(Boolean).join('；') || '相同';
}

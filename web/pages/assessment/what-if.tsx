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
import { Section } from '../../parts/section.tsx';
import { useAssessment } from './address.ts';
import type { WhatIf } from './types.ts';

type Variant = WhatIf['variants'][number];
const CHECKS = [
  { value: 'account-stale', label: '新媒体多少天没有更新' },
  { value: 'home-stale', label: '网站首页多少天没有更新' },
] as const;

/** 印发前测算: other limits, with and without last period's problems. */
export function WhatIfView({ areaId }: { areaId: string }) {
  const { period } = usePlace();
  const { search, change } = useAssessment();
  const area = useAreas().data?.find(({ id }) => id === areaId);
  const [text, setText] = useState(search.days ?? '10,14,20');
  const check = CHECKS.find(({ value }) => value === search.check)?.value ?? 'account-stale';
  const asked = { areaId, period, check, days: search.days ?? '10,14,20' };
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
          change({ days: text.replaceAll(/[\s，、]+/gu, ',') });
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
          onChange={(value) => change({ check: value })}
        />
        <Input aria-label="天数" style={{ width: 140 }} value={text} onChange={(event) => setText(event.target.value)} />
        <Button htmlType="submit" type="primary">
          测算
        </Button>
      </form>
      {error && <ErrorState error={error} retry={refetch} />}
      {!error && !data && <Loading what="测算结果" />}
      {data && !error && <Result areaId={areaId} data={data} busy={isPlaceholderData} />}
    </>
  );
}

function Result({ areaId, data, busy }: { areaId: string; data: WhatIf; busy: boolean }) {
  const [open, setOpen] = useState<number | null>(null);
  const shown = open === null ? undefined : data.variants[open];
  return (
    <div className={busy ? 'list-busy' : undefined} aria-busy={busy}>
      <Section
        title={`${data.period.label}：${data.check.name}算不合格`}
        note={`基数 ${data.base} 个网站和账号，${data.units} 家单位；按 ${data.judgedDays} 个监测日留存的记录重算，截止 ${data.period.cutoff}`}
      >
        {data.judgedDays === 0 ? (
          <p className="section-foot">这一期没有监测日的记录，不能重算。</p>
        ) : (
          <div className="scroll">
            <table className="figures">
              <thead>
                <tr>
                  {['时限', '上期未整改', '不合格单位', '不合格', '合格、无问题', '未能认定', '与现行相比'].map((title) => (
                    <th scope="col" key={title} className={/单位|合格|认定/.test(title) ? 'num' : undefined}>
                      {title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {data.variants.map((variant, i) => (
                  <tr key={`${variant.days} ${variant.carryOver}`}>
                    <th scope="row">{variant.days === null ? `现行（${data.inForce ?? '—'}）` : `${variant.days} 天`}</th>
                    <td>{variant.carryOver ? '计入' : '不计'}</td>
                    <td className="num">
                      <button
                        type="button"
                        className="assess-cell assess-total"
                        aria-expanded={open === i}
                        onClick={() => setOpen(open === i ? null : i)}
                      >
                        {variant.failing.length} 家
                      </button>
                    </td>
                    <td className="num">{variant.verdicts.fail}</td>
                    <td className="num">{variant.verdicts.pass + variant.verdicts.no_problem}</td>
                    <td className="num">{variant.verdicts.undecided}</td>
                    <td className="wrap">{difference(variant)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <p className="section-foot">
          换了时限新算出来的，没有经过人工复核，只供研究。
          {data.thinned > 0 && `其中 ${data.thinned} 个监测日的部分记录已按留存规则精简，可能与当时不完全一致。`}
        </p>
      </Section>
      {shown && (
        <Section
          title={`不合格的 ${shown.failing.length} 家单位`}
          note={`${shown.days === null ? '现行时限' : `${shown.days} 天`}，${shown.carryOver ? '计入' : '不计'}上期未整改`}
        >
          <ul className="assess-entries">
            {shown.failing.map(({ unitId, unit, channels }) => (
              <li key={unitId} className="assess-above">
                <Link to="/areas/$areaId/ledger" params={{ areaId }} search={{ unit: unitId }}>
                  {unit}
                </Link>
                <small className="sub">{channels.join('、')}</small>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
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

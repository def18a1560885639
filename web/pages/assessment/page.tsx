import { Select } from 'antd';
import { PageTabs } from '../../app/page-tabs.tsx';
import '../notices/workshop.css';
import '../text-errors/text-errors.css';
import { AboveView } from './above.tsx';
import { useAssessment, type View } from './address.ts';
import './assessment.css';
import { IndicatorsView } from './indicators.tsx';
import { SchemeView } from './scheme.tsx';
import { ScoresView } from './scores.tsx';
import { VerdictsView } from './verdicts.tsx';
import { WhatIfView } from './what-if.tsx';

const YEARS_SHOWN = 12;

const NOTES: Readonly<Record<View, string>> = {
  scores: '每一分都指向台账、检查结果或通报；单位可以提出异议，由另一人复核后定稿',
  scheme: '每个年度一份方案，互不影响；改一年的，不动其他年度的得分',
  indicators: '第三方评估指标逐项自查：自评得分、佐证、责任单位和差距',
  above: '被市、省发现的问题排在最前；按自查差距和这些问题预测上级考核',
  verdicts: '通报印发前，单位可以对网站、账号的检查结果提出异议；改动留痕，前后两个版本都在',
  'what-if': '换一个时限，计或不计上期未整改，各有多少单位不合格；只测算，不改动任何记录',
};

/** Views that speak of a period and not of a year. */
const OF_A_PERIOD: Readonly<Partial<Record<View, string>>> = { verdicts: '检查结果异议', 'what-if': '印发前测算' };

/** 考核 of a year. */
export function Page() {
  const { areaId, year, view, views, search, change } = useAssessment();
  const years = Array.from({ length: YEARS_SHOWN }, (_, i) => new Date().getFullYear() - i);
  const choices = [...new Set([year, ...years])].toSorted((a, b) => b - a);
  return (
    <>
      <div className="page-head">
        <h1>{OF_A_PERIOD[view] ?? `${year}年度考核`}</h1>
        <p className="page-note">{NOTES[view]}</p>
      </div>
      <PageTabs
        label="考核"
        by="view"
        tabs={views.map(({ view: tab, name }) => ({ tab: tab === 'scores' ? undefined : tab, name }))}
        shown={view === 'scores' ? undefined : view}
        keep={{ year: search.year }}
      />
      {OF_A_PERIOD[view] === undefined && (
        <div className="text-states">
          <Select
            aria-label="年度"
            value={year}
            options={choices.map((one) => ({ value: one, label: `${one}年` }))}
            onChange={(one) => change({ year: String(one) })}
          />
        </div>
      )}
      {view === 'scores' && <ScoresView areaId={areaId} year={year} />}
      {view === 'scheme' && <SchemeView key={year} areaId={areaId} year={year} />}
      {view === 'indicators' && <IndicatorsView areaId={areaId} year={year} />}
      {view === 'above' && <AboveView areaId={areaId} year={year} />}
      {view === 'verdicts' && <VerdictsView areaId={areaId} />}
      {view === 'what-if' && <WhatIfView areaId={areaId} />}
    </>
  );
}

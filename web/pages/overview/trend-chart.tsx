import { useMemo } from 'react';
import { CHART_COLORS, CHART_INK, Chart } from '../../parts/chart.tsx';
import type { Overview } from './data.ts';

/** The picture of the table below it. */
export function TrendChart({ trend }: { trend: Overview['trend'] }) {
  return <Chart option={useMemo(() => optionOf(trend), [trend])} />;
}

function optionOf(trend: Overview['trend']) {
  const line = (name: string, key: 'site' | 'account', color: string, symbol: string) => ({
    name,
    type: 'line' as const,
    symbol,
    symbolSize: 7,
    color,
    connectNulls: false,
    data: trend.map((row) => ({
      value: row[key].percent,
      label: { position: isUpper(row, key) ? ('top' as const) : ('bottom' as const) },
    })),
    label: { show: trend.length <= 6, formatter: '{c}%', color: CHART_INK, fontSize: 12 },
    labelLayout: { hideOverlap: true },
  });
  return {
    grid: { left: 44, right: 28, top: 48, bottom: 28 },
    legend: { top: 0, right: 8, itemHeight: 8, textStyle: { color: CHART_INK } },
    // Drawn, not HTML: the page's policy takes no inline style.
    tooltip: {
      trigger: 'axis' as const,
      renderMode: 'richText' as const,
      valueFormatter: (value: unknown) => (value === null ? '—' : `${value}%`),
    },
    xAxis: {
      type: 'category' as const,
      data: trend.map((row) => row.label.replace(/^\d{2}(?=\d{2}年)/, '')),
      axisLabel: { color: CHART_INK },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value' as const,
      min: lowest(trend),
      max: 100,
      axisLabel: { formatter: '{value}%', color: CHART_INK },
      splitLine: { lineStyle: { color: '#e4e7e9' } },
    },
    series: [line('网站', 'site', CHART_COLORS.first, 'circle'), line('新媒体账号', 'account', CHART_COLORS.second, 'rect')],
  };
}

/** The label of the higher of two points stands over it, of the lower under it. */
function isUpper(row: Overview['trend'][number], key: 'site' | 'account'): boolean {
  const other = row[key === 'site' ? 'account' : 'site'].percent;
  const own = row[key].percent;
  return own === null || other === null || own > other || (own === other && key === 'site');
}

/** Starts the scale at a full ten below the lowest value, so that small changes can be seen and no bar is cut. */
function lowest(trend: Overview['trend']): number {
  const values = trend.flatMap((row) => [row.site.percent, row.account.percent]).filter((value) => value !== null);
  return Math.max(0, Math.floor((Math.min(100, ...values) - 5) / 10) * 10);
}

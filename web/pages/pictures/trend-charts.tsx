import { useMemo } from 'react';
import { CHART_COLORS, CHART_INK, Chart } from '../../parts/chart.tsx';
import type { TrendRow } from './types.ts';

/** 22年12月: the century goes without saying, and twelve of them must fit. */
const short = ({ label }: TrendRow): string => label.replace(/^\d{2}(?=\d{2}年)/, '');

const frame = (rows: readonly TrendRow[]) => ({
  grid: { left: 44, right: 20, top: 36, bottom: 30 },
  legend: { top: 0, right: 4, itemHeight: 8, textStyle: { color: CHART_INK } },
  xAxis: { type: 'category', data: rows.map(short), axisLabel: { color: CHART_INK, hideOverlap: true }, axisTick: { show: false } },
});
const lines = { splitLine: { lineStyle: { color: '#e4e7e9' } } };
/** Drawn, not HTML: the page's policy takes no inline style. */
const tooltip = (unit: string) => ({
  trigger: 'axis',
  renderMode: 'richText',
  valueFormatter: (value: unknown) => (value === null || value === undefined ? '未统计' : `${value}${unit}`),
});

export function StockChart({ rows }: { rows: readonly TrendRow[] }) {
  const option = useMemo(() => {
    const bar = (name: string, color: string, value: (row: NonNullable<TrendRow['reckoned']>) => number) => ({
      name,
      type: 'bar',
      color,
      barMaxWidth: 18,
      data: rows.map(({ reckoned }) => reckoned && value(reckoned)),
    });
    return {
      ...frame(rows),
      // Patterns besides colours.
      aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
      tooltip: tooltip(' 个'),
      yAxis: { type: 'value', minInterval: 1, axisLabel: { color: CHART_INK }, ...lines },
      series: [
        bar('发现（含再次发现）', CHART_COLORS.second, ({ found, reopened }) => found + reopened),
        bar('销号', CHART_COLORS.third, ({ closed }) => closed),
        {
          name: '期末存量',
          type: 'line',
          color: CHART_COLORS.first,
          symbol: 'circle',
          symbolSize: 6,
          connectNulls: false,
          data: rows.map(({ reckoned }) => reckoned?.closing ?? null),
        },
      ],
    };
  }, [rows]);
  return <Chart option={option} />;
}

export function RateChart({ rows }: { rows: readonly TrendRow[] }) {
  const option = useMemo(() => {
    const line = (name: string, type: 'site' | 'account', color: string, symbol: string) => ({
      name,
      type: 'line',
      color,
      symbol,
      symbolSize: 7,
      connectNulls: false,
      data: rows.map(({ reckoned }) => reckoned?.[type]?.percent ?? null),
    });
    const values = rows
      .flatMap(({ reckoned }) => [reckoned?.site?.percent, reckoned?.account?.percent])
      .filter((one) => typeof one === 'number');
    return {
      ...frame(rows),
      tooltip: tooltip('%'),
      yAxis: {
        type: 'value',
        // A full ten below the lowest, so that small changes can be seen; the axis says so.
        min: Math.max(0, Math.floor((Math.min(100, ...values) - 5) / 10) * 10),
        max: 100,
        axisLabel: { formatter: '{value}%', color: CHART_INK },
        ...lines,
      },
      series: [line('网站', 'site', CHART_COLORS.first, 'circle'), line('新媒体账号', 'account', CHART_COLORS.second, 'rect')],
    };
  }, [rows]);
  return <Chart option={option} />;
}

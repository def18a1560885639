import type { EChartsCoreOption } from 'echarts/core';
import { lazy, Suspense } from 'react';
import { Loading } from './loading.tsx';

const Canvas = lazy(() => import('./chart-canvas.tsx'));

/** Words of a chart are drawn in this ink. */
export const CHART_INK = '#4c5a68';
/** Two colours that stay apart for who cannot tell red from green, and in grey print. */
export const CHART_COLORS = { first: '#234b6b', second: '#b0762a', third: '#8aa5b8' } as const;

/**
 * The picture of a table that stands beside it: hidden from who hears the page, who is read the table. What draws it is
 * fetched only where a chart is shown.
 */
export function Chart({ option }: { option: EChartsCoreOption }) {
  return (
    <Suspense fallback={<Loading what="图表" />}>
      <Canvas option={option} />
    </Suspense>
  );
}

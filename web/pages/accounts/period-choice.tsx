import { Select } from 'antd';
import { useAreas } from '../../app/use-areas.ts';

const MONTHS_SHOWN = 12;
const QUARTERS = ['一', '二', '三', '四'];

/** Months and quarters one can ask for: those that were reckoned, and the last twelve months; none chosen is the month of today. */
export function PeriodChoice({
  areaId,
  period,
  change,
}: {
  areaId: string;
  period: string | undefined;
  change(id: string | undefined): void;
}) {
  const { data: areas } = useAreas();
  const known = areas?.find(({ id }) => id === areaId)?.periods.map(({ id }) => id) ?? [];
  const now = new Date();
  const months = Array.from({ length: MONTHS_SHOWN }, (_, i) => {
    const day = new Date(now.getFullYear(), now.getMonth() - i, 1);
    return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}`;
  });
  const quarters = [...known, ...months].map(quarterOf);
  const ids = [...new Set([...(period ? [period] : []), ...known, ...months, ...quarters])];
  const options = ids.toSorted((a, b) => startOf(b).localeCompare(startOf(a)) || a.length - b.length);
  return (
    <Select
      aria-label="期"
      allowClear
      placeholder="本月"
      value={period}
      popupMatchSelectWidth={false}
      style={{ minWidth: 130 }}
      options={options.map((value) => ({ value, label: labelOf(value) }))}
      onChange={(id?: string) => change(id)}
    />
  );
}

function quarterOf(id: string): string {
  return id.includes('Q') ? id : `${id.slice(0, 4)}-Q${Math.ceil(Number(id.slice(5)) / 3)}`;
}

const startOf = (id: string): string => (id.includes('Q') ? `${id.slice(0, 4)}-${String(Number(id.slice(6)) * 3).padStart(2, '0')}` : id);

function labelOf(id: string): string {
  return id.includes('Q') ? `${id.slice(0, 4)}年${QUARTERS[Number(id.slice(6)) - 1]}季度` : `${id.slice(0, 4)}年${Number(id.slice(5))}月`;
}

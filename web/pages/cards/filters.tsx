import { Button, Select } from 'antd';
import type { cardsFile } from '../../../src/contract/endpoints/cards-file.ts';
import { periodOf, previousPeriod } from '../../../src/core/period.ts';
import { addressOf } from '../../api.ts';
import { ExportLink } from '../../parts/export-link.tsx';
import { ManyChoice } from '../../parts/many-choice.tsx';
import { type CardsKey, useCardsAddress } from './address.ts';
import type { Cards } from './types.ts';

const SAMPLES = [5, 10, 20, 50];

/** Period, draw and filters of the list; their state is the address. */
export function Filters({ areaId, data }: { areaId: string; data: Cards }) {
  const { asked, change, clear, filtered } = useCardsAddress();
  const now = [periodOf('month', data.today), periodOf('quarter', data.today)];
  const periods = [...now, ...now.map(previousPeriod)].map(({ id, label }) => ({ value: id, label }));
  const other = periods.some(({ value }) => value === data.period.id) ? [] : [{ value: data.period.id, label: data.period.label }];
  const many = (key: CardsKey & ('clause' | 'unit'), name: string, options: Cards['units']) => (
    <ManyChoice {...{ name, options }} value={asked[key]} set={(value) => change({ [key]: value })} />
  );
  return (
    <search className="filters" aria-label="筛选人工检查">
      <Select
        aria-label="期"
        value={data.period.id}
        popupMatchSelectWidth={false}
        options={[...periods, ...other]}
        onChange={(period: string) => change({ period })}
      />
      <Select
        aria-label="范围"
        value={asked.sample ?? ''}
        popupMatchSelectWidth={false}
        options={[
          { value: '', label: '全部网站、账号' },
          ...SAMPLES.map((count) => ({ value: String(count), label: `随机抽取 ${count} 个` })),
        ]}
        onChange={(sample: string) => change({ sample: sample || undefined })}
      />
      {many('clause', '条款', data.clauses)}
      {many('unit', '责任单位', data.units)}
      <Select
        allowClear
        aria-label="是否已回答"
        placeholder="是否已回答"
        value={asked.answered}
        options={[
          { value: 'no', label: '未回答' },
          { value: 'yes', label: '已回答' },
        ]}
        onChange={(answered?: 'yes' | 'no') => change({ answered })}
      />
      {filtered && (
        <Button type="link" onClick={clear}>
          清除筛选
        </Button>
      )}
      <ExportLink href={addressOf<typeof cardsFile>('/api/areas/:areaId/cards.xlsx', { areaId, ...asked })} />
    </search>
  );
}

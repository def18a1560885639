import { Input, Select } from 'antd';
import type { Search } from '../../app/search.ts';
import { useAssessment } from './address.ts';
import type { YearScores } from './types.ts';

const STATES = [
  { value: '', label: '全部记录' },
  { value: 'waiting', label: '有异议待答复' },
  { value: 'objected', label: '有过异议' },
  { value: 'capped', label: '受上限影响' },
] as const;
const ORDERS = [
  { value: '', label: '按日期，先早后晚' },
  { value: 'day.down', label: '按日期，先晚后早' },
  { value: 'points', label: '按分值，扣得多的在前' },
  { value: 'points.down', label: '按分值，加得多的在前' },
  { value: 'unit', label: '按单位' },
  { value: 'item', label: '按项目' },
] as const;
type State = 'waiting' | 'objected' | 'capped';
type Sort = 'day' | 'points' | 'unit' | 'item';

const oneOf = <T extends string>(value: string | undefined, values: readonly T[]): T | undefined => values.find((one) => one === value);

/** What the address asks of the server; what it does not know is left out. */
export function askedEntries({ unit, item, words, state, by, down, page }: Search) {
  const sort = oneOf<Sort>(by, ['day', 'points', 'unit', 'item']);
  const asked = {
    ...{ unitId: unit, itemId: item, q: words || undefined },
    state: oneOf<State>(state, ['waiting', 'objected', 'capped']),
    ...{ sort, order: down === 'yes' ? ('desc' as const) : undefined },
    page: page !== undefined && /^[1-9]\d{0,4}$/.test(page) ? Number(page) : undefined,
  };
  return asked;
}

/** Narrows and orders the entries; kept in the address. */
export function EntryFilter({ scores, withUnit }: { scores: YearScores; withUnit: boolean }) {
  const { search, change } = useAssessment();
  const { q, state, sort, order } = askedEntries(search);
  const by = sort === undefined || (sort === 'day' && order === undefined) ? '' : `${sort}${order === 'desc' ? '.down' : ''}`;
  return (
    <div className="text-states">
      <Select
        aria-label="项目"
        value={search.item ?? ''}
        popupMatchSelectWidth={false}
        options={[{ value: '', label: '全部项目' }, ...scores.scheme.items.map(({ id: value, name: label }) => ({ value, label }))]}
        onChange={(item) => change({ item: item || undefined, page: undefined })}
      />
      <Select
        aria-label="哪些记录"
        value={state ?? ''}
        popupMatchSelectWidth={false}
        options={[...STATES]}
        onChange={(value) => change({ state: value || undefined, page: undefined })}
      />
      <Select
        aria-label="排序"
        value={by}
        popupMatchSelectWidth={false}
        options={ORDERS.filter(({ value }) => withUnit || value !== 'unit').map((one) => ({ ...one }))}
        onChange={(value) => {
          const [next, direction] = value.split('.');
          change({ by: next || undefined, down: direction ? 'yes' : undefined, page: undefined });
        }}
      />
      <Input.Search
        key={q}
        aria-label="事由或单位"
        placeholder="事由或单位"
        allowClear
        defaultValue={q}
        onSearch={(text) => change({ words: text.trim() || undefined, page: undefined })}
        style={{ width: 190 }}
      />
    </div>
  );
}

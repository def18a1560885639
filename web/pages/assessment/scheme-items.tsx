import { Button, Select } from 'antd';
import { NumberField } from '../../parts/number-field.tsx';
import { type Column, Rows } from '../../parts/rows.tsx';
import { TextLine } from '../../parts/text-field.tsx';
import type { SchemeItem } from './types.ts';

export type NewItem = SchemeItem;

export const SOURCES: readonly { value: SchemeItem['source']; label: string; points: string; milder: string | null }[] = [
  { value: 'monitoring', label: '各期检查结果', points: '不合格一期', milder: '未能认定' },
  { value: 'recheck', label: '复查不合格', points: '未整改一次', milder: '整改不彻底' },
  { value: 'overdue', label: '超期未整改', points: '每超一天', milder: null },
  { value: 'late', label: '逾期才整改', points: '每次', milder: null },
  { value: 'named', label: '通报点名', points: '每份通报', milder: null },
  { value: 'praised', label: '通报表扬', points: '每份通报', milder: null },
  { value: 'prompt_slow', label: '工作提示落实迟缓', points: '每条提示', milder: null },
  { value: 'prompt_fast', label: '工作提示落实较快', points: '每条提示', milder: null },
  { value: 'self_found', label: '自查发现并整改', points: '每个问题', milder: null },
  { value: 'hand', label: '人工记分', points: '逐笔填写', milder: null },
];
/** They only give; the others, but by hand, only take away. */
const GIVING: readonly SchemeItem['source'][] = ['praised', 'prompt_fast', 'self_found'];
const EMPTY: Omit<SchemeItem, 'id'> = { name: '', base: 0, effect: 'deduct', source: 'hand', points: 0, milder: 0, cap: null, weights: {} };

/** The items of a scheme, one a row. */
export function ItemRows({ items, set }: { items: NewItem[]; set(items: NewItem[]): void }) {
  const change = (at: number, values: Partial<SchemeItem>) => set(items.map((item, i) => (i === at ? { ...item, ...values } : item)));
  const free = (): string => `item-${items.reduce((most, { id }) => Math.max(most, Number(/^item-(\d+)$/.exec(id)?.[1] ?? 0)), 0) + 1}`;
  const labelOf = (item: SchemeItem, i: number): string => item.name || `第 ${i + 1} 项`;
  const mark =
    (field: 'base' | 'points' | 'milder', name: string, isOff: (item: SchemeItem) => boolean) => (item: SchemeItem, i: number) => (
      <NumberField
        aria-label={`${labelOf(item, i)}${name}`}
        min={0}
        max={1000}
        places={2}
        step={0.5}
        must
        disabled={isOff(item)}
        at={`items.${i}.${field}`}
        value={item[field]}
        set={(value) => change(i, { [field]: Number(value) })}
      />
    );
  const weight = (kind: 'month' | 'quarter', name: string) => (item: SchemeItem, i: number) => (
    <NumberField
      aria-label={`${labelOf(item, i)}${name}`}
      min={0}
      max={100}
      places={2}
      disabled={item.source !== 'monitoring'}
      at={`items.${i}.weights.${kind}`}
      value={item.weights[kind] ?? null}
      set={(value) => change(i, { weights: { ...item.weights, [kind]: value ?? undefined } })}
    />
  );
  const columns: Column<SchemeItem>[] = [
    {
      ...{ title: '项目', card: 'head' },
      cell: (item, i) => (
        <TextLine
          aria-label={`第 ${i + 1} 项名称`}
          value={item.name}
          most={40}
          at={`items.${i}.name`}
          onChange={(event) => change(i, { name: event.target.value })}
        />
      ),
    },
    { title: '基本分', width: 82, cell: mark('base', '基本分', () => false) },
    {
      title: '计分依据',
      width: 182,
      card: 'body',
      cell: (item, i) => <Source item={item} label={labelOf(item, i)} change={(values) => change(i, values)} />,
    },
    {
      ...{ title: '方向', width: 86 },
      cell: (item, i) => (
        <Select
          aria-label={`${labelOf(item, i)}方向`}
          value={item.effect}
          disabled={item.source !== 'hand'}
          options={[
            { value: 'deduct', label: '扣分' },
            { value: 'bonus', label: '加分' },
          ]}
          onChange={(effect) => change(i, { effect })}
        />
      ),
    },
    { title: '每笔分值', width: 86, cell: mark('points', '每笔分值', ({ source }) => source === 'hand') },
    { title: '较轻的', width: 82, cell: mark('milder', '较轻的分值', ({ source }) => ruleOf(source)?.milder === null) },
    { title: '月度权重', width: 82, cell: weight('month', '月度权重') },
    { title: '季度权重', width: 82, cell: weight('quarter', '季度权重') },
    {
      ...{ title: '上限', width: 82 },
      cell: (item, i) => (
        <NumberField
          aria-label={`${labelOf(item, i)}上限`}
          min={0}
          max={1000}
          places={2}
          placeholder="不限"
          at={`items.${i}.cap`}
          value={item.cap}
          set={(cap) => change(i, { cap })}
        />
      ),
    },
    {
      ...{ title: '办理', width: 70, card: 'acts' },
      cell: (item, i) => (
        <Button size="small" aria-label={`删去${labelOf(item, i)}`} onClick={() => set(items.filter((_, at) => at !== i))}>
          删去
        </Button>
      ),
    },
  ];
  return (
    <>
      <div className="assess-scheme">
        <Rows label="考核项目" rows={items} columns={columns} keyOf={({ id }) => id} />
      </div>
      <button type="button" className="plain" onClick={() => set([...items, { id: free(), ...EMPTY }])}>
        增加项目
      </button>
    </>
  );
}

const ruleOf = (source: SchemeItem['source']) => SOURCES.find(({ value }) => value === source);

interface SourceProps {
  item: SchemeItem;
  label: string;
  change(values: Partial<SchemeItem>): void;
}

/** What an item counts; with it goes whether it gives or takes, and what it weighs. */
function Source({ item, label, change }: SourceProps) {
  const rule = ruleOf(item.source);
  return (
    <>
      <Select
        aria-label={`${label}计分依据`}
        value={item.source}
        options={SOURCES.map(({ value, label: name }) => ({ value, label: name }))}
        popupMatchSelectWidth={false}
        onChange={(value) =>
          change({
            source: value,
            effect: GIVING.includes(value) ? 'bonus' : value === 'hand' ? item.effect : 'deduct',
            weights: value === 'monitoring' ? { month: 1 } : {},
          })
        }
      />
      <small className="sub">
        {rule?.points}
        {rule?.milder && `；较轻的为${rule.milder}`}
      </small>
    </>
  );
}

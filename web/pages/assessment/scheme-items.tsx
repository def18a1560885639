import { Button, InputNumber, Select } from 'antd';
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
  return (
    <>
      <div className="scroll">
        <table className="figures assess-scheme">
          <thead>
            <tr>
              {['项目', '基本分', '计分依据', '方向', '每笔分值', '较轻的', '月度权重', '季度权重', '上限', '办理'].map((title) => (
                <th scope="col" key={title}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((item, i) => {
              const source = SOURCES.find(({ value }) => value === item.source);
              const label = item.name || `第 ${i + 1} 项`;
              const mark = (field: 'base' | 'points' | 'milder', name: string, disabled = false) => (
                <InputNumber
                  aria-label={`${label}${name}`}
                  min={0}
                  max={1000}
                  step={0.5}
                  disabled={disabled}
                  value={item[field]}
                  onChange={(value) => change(i, { [field]: value ?? 0 })}
                />
              );
              const weight = (kind: 'month' | 'quarter', name: string) => (
                <InputNumber
                  aria-label={`${label}${name}`}
                  min={0}
                  max={100}
                  disabled={item.source !== 'monitoring'}
                  value={item.weights[kind] ?? null}
                  onChange={(value) => change(i, { weights: { ...item.weights, [kind]: value ?? undefined } })}
                />
              );
              return (
                <tr key={item.id}>
                  <td className="assess-name">
                    <TextLine
                      aria-label={`第 ${i + 1} 项名称`}
                      value={item.name}
                      most={40}
                      onChange={(event) => change(i, { name: event.target.value })}
                    />
                  </td>
                  <td className="assess-mark">{mark('base', '基本分')}</td>
                  <td className="assess-source">
                    <Select
                      aria-label={`${label}计分依据`}
                      value={item.source}
                      options={SOURCES.map(({ value, label: name }) => ({ value, label: name }))}
                      popupMatchSelectWidth={false}
                      onChange={(value) =>
                        change(i, {
                          source: value,
                          effect: GIVING.includes(value) ? 'bonus' : value === 'hand' ? item.effect : 'deduct',
                          weights: value === 'monitoring' ? { month: 1 } : {},
                        })
                      }
                    />
                    <small className="sub">
                      {source?.points}
                      {source?.milder && `；较轻的为${source.milder}`}
                    </small>
                  </td>
                  <td className="assess-mark">
                    <Select
                      aria-label={`${label}方向`}
                      value={item.effect}
                      disabled={item.source !== 'hand'}
                      options={[
                        { value: 'deduct', label: '扣分' },
                        { value: 'bonus', label: '加分' },
                      ]}
                      onChange={(effect) => change(i, { effect })}
                    />
                  </td>
                  <td className="assess-mark">{mark('points', '每笔分值', item.source === 'hand')}</td>
                  <td className="assess-mark">{mark('milder', '较轻的分值', source?.milder === null)}</td>
                  <td className="assess-mark">{weight('month', '月度权重')}</td>
                  <td className="assess-mark">{weight('quarter', '季度权重')}</td>
                  <td className="assess-mark">
                    <InputNumber
                      aria-label={`${label}上限`}
                      min={0}
                      max={1000}
                      placeholder="不限"
                      value={item.cap}
                      onChange={(cap) => change(i, { cap })}
                    />
                  </td>
                  <td>
                    <Button size="small" aria-label={`删去${label}`} onClick={() => set(items.filter((_, at) => at !== i))}>
                      删去
                    </Button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <button type="button" className="plain" onClick={() => set([...items, { id: free(), ...EMPTY }])}>
        增加项目
      </button>
    </>
  );
}

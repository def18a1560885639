import { Button, Select } from 'antd';
import { useState } from 'react';
import { listedPromptUnits, PROMPT_DONE } from '../../../src/core/lists/prompt-units.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { dayInWords, moment } from '../../parts/format.ts';
import { OutsideLink } from '../../parts/outside-link.tsx';
import { Section } from '../../parts/section.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { usePromptsAddress } from './address.ts';
import { RecordForm } from './record-form.tsx';
import type { Detail, UnitRow } from './types.ts';

const LAST = Number.MAX_SAFE_INTEGER;
const ORDERS: Readonly<Record<string, (a: UnitRow, b: UnitRow) => number>> = {
  done: (a, b) => (a.place ?? LAST) - (b.place ?? LAST),
  missing: (a, b) => (b.place ?? LAST) - (a.place ?? LAST),
};

/** Who has it and who did it when, in the order of completion; the office writes down what it was told otherwise. */
export function UnitRows({ areaId, data, office }: { areaId: string; data: Detail; office: boolean }) {
  const { search, change } = usePromptsAddress();
  const [open, setOpen] = useState<string | null>(null);
  const isCheck = data.prompt.kind.code === 'self_check';
  const of = listedPromptUnits(data.units, search.speed);
  const order = ORDERS[search.order ?? 'done'];
  const rows = order ? of.toSorted(order) : of;
  return (
    <Section title="各单位落实情况" note={`截至${dayInWords(data.today)}`}>
      <div className="filters">
        <Select
          aria-label="落实情况"
          placeholder="全部单位"
          allowClear
          value={search.speed}
          options={[
            ...Object.entries(PROMPT_DONE).map(([value, name]) => ({
              value,
              label: `${name}（${listedPromptUnits(data.units, value).length}）`,
            })),
            ...data.counts.speeds.map(({ code, name, count }) => ({ value: code, label: `${name}（${count}）` })),
          ]}
          onChange={(speed?: string) => change({ speed })}
        />
        <Select
          aria-label="排列"
          value={search.order ?? 'done'}
          options={[
            { value: 'done', label: '先完成的在前' },
            { value: 'missing', label: '未完成的在前' },
            { value: 'register', label: '按单位次序' },
          ]}
          onChange={(value: string) => change({ order: value === 'done' ? undefined : value })}
        />
      </div>
      {rows.length === 0 ? (
        <EmptyState title="没有这种情况的单位" next="请换一个条件。" />
      ) : (
        <ol className="prompt-unit-rows">
          {rows.map((row) => (
            <li key={row.unit.id}>
              <span className="prompt-place">{row.place ?? '—'}</span>
              <span className="prompt-unit wrap">{row.unit.name}</span>
              <span className="prompt-unit-mark">
                <StatusMark code={row.speed.code} name={row.speed.name} />
              </span>
              <p className="prompt-unit-said prompt-facts wrap">
                <span>{row.receivedAt ? `收到 ${moment(row.receivedAt)}` : '未确认收到'}</span>
                <span>{row.doneAt ? `完成 ${moment(row.doneAt)}（${row.days === 0 ? '当天' : `用时 ${row.days} 天`}）` : '未完成'}</span>
                {isCheck && row.doneAt && (
                  <span>
                    自查发现 {row.found ?? 0}，已整改 {row.fixed ?? 0}
                  </span>
                )}
                {row.reminded > 0 && <span>催办 {row.reminded} 次</span>}
                {row.note && <span>{row.note}</span>}
                {row.proof && <OutsideLink href={row.proof}>佐证</OutsideLink>}
              </p>
              {office && (
                <Button
                  size="small"
                  aria-expanded={open === row.unit.id}
                  aria-label={`${row.unit.name}：${row.doneAt ? '退回' : '登记'}`}
                  onClick={() => setOpen(open === row.unit.id ? null : row.unit.id)}
                >
                  {row.doneAt ? '退回' : '登记'}
                </Button>
              )}
              {open === row.unit.id && <RecordForm areaId={areaId} data={data} row={row} close={() => setOpen(null)} />}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

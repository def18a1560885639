import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { FaultAt } from '../../parts/faults.tsx';
import { TextLine } from '../../parts/text-field.tsx';
import { type Entry, KIND_NAMES, LIST_NAMES, type NewEntry } from './words.ts';

const EMPTY = {
  list: 'wrong-word' as Entry['list'],
  term: '',
  right: '',
  others: '',
  severity: 3,
  kind: 'term' as Entry['kind'],
  validFrom: '',
  validTo: '',
  note: '',
};
const options = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([value, label]) => ({ value, label }));
/** What the second field means depends on the list; lists without one do not ask. */
const RIGHT: Readonly<Partial<Record<Entry['list'], string>>> = { 'wrong-word': '正确写法', phrase: '替代表述（已停用的）' };
const OTHERS: Readonly<Partial<Record<Entry['list'], string>>> = { 'wrong-word': '例外，用 | 分开', phrase: '允许的其他写法，用 | 分开' };

/** Other forms stand in one field. */
const MOST = { term: 100, right: 100, others: 2_000, note: 300 } as const;

/** Adds an entry, or changes the one that was chosen; the same term in the same list is one entry. */
export function EntryForm({
  start,
  ready,
  save,
  cancel,
}: {
  start: Entry | null;
  ready: boolean;
  save(entry: NewEntry): void;
  cancel(): void;
}) {
  const [values, setValues] = useState(() =>
    start
      ? {
          ...start,
          right: start.right ?? '',
          others: start.others?.join('|') ?? '',
          validFrom: start.validFrom ?? '',
          validTo: start.validTo ?? '',
        }
      : EMPTY,
  );
  const set = (change: Partial<typeof EMPTY>) => setValues((before) => ({ ...before, ...change }));
  const text = (key: 'term' | 'right' | 'others' | 'note', label: string, wide = false) => (
    <div className="wording-field">
      <span>{label}</span>
      <TextLine
        aria-label={label}
        className={wide ? 'wide' : undefined}
        value={values[key]}
        most={MOST[key]}
        at={key}
        disabled={key === 'term' && start !== null}
        onChange={(event) => set({ [key]: event.target.value })}
      />
    </div>
  );
  const day = (key: 'validFrom' | 'validTo', label: string) => (
    <div className="wording-field">
      <span>{label}</span>
      <Input aria-label={label} type="date" value={values[key]} onChange={(event) => set({ [key]: event.target.value })} />
      <FaultAt at={key} />
    </div>
  );
  const { list } = values;
  const right = RIGHT[list];
  const others = OTHERS[list];
  return (
    <form
      className="wording-form"
      aria-label={start ? `修改“${start.term}”` : '增加词语'}
      onSubmit={(event) => {
        event.preventDefault();
        const { term, severity, kind, validFrom, validTo, note } = values;
        save({
          ...{ list, term: term.trim(), kind, note, severity: severity as 1 | 2 | 3 | 4 },
          right: right && values.right.trim() !== '' ? values.right.trim() : null,
          others: others
            ? values.others
                .split(/[|｜]/)
                .map((one) => one.trim())
                .filter(Boolean)
            : [],
          validFrom: validFrom || null,
          validTo: validTo || null,
        });
      }}
    >
      <div className="wording-field">
        <span>词表</span>
        <Select
          aria-label="词表"
          value={list}
          disabled={start !== null}
          popupMatchSelectWidth={false}
          options={options(LIST_NAMES)}
          onChange={(value: Entry['list']) => set({ list: value })}
        />
      </div>
      {text('term', list === 'wrong-word' ? '错误写法' : '词语')}
      {right && text('right', right)}
      {others && text('others', others, true)}
      {list === 'phrase' && (
        <div className="wording-field">
          <span>类别</span>
          <Select
            aria-label="类别"
            value={values.kind}
            popupMatchSelectWidth={false}
            options={options(KIND_NAMES)}
            onChange={(kind: Entry['kind']) => set({ kind })}
          />
        </div>
      )}
      {list !== 'accepted-term' && (
        <div className="wording-field">
          <span>等级</span>
          <Select
            aria-label="等级"
            value={String(values.severity)}
            popupMatchSelectWidth={false}
            options={['1', '2', '3', '4'].map((value) => ({ value, label: value === '1' ? '1（严重表述）' : value }))}
            onChange={(severity: string) => set({ severity: Number(severity) })}
          />
        </div>
      )}
      {day('validFrom', '启用日期')}
      {day('validTo', '止用日期')}
      {text('note', '备注')}
      <Button type="primary" htmlType="submit" disabled={!ready || values.term.trim() === ''}>
        {start ? '保存修改' : '增加'}
      </Button>
      {start && <Button onClick={cancel}>取消</Button>}
    </form>
  );
}

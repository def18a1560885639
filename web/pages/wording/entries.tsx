import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { WATCHERS } from '../../../src/contract/who.ts';
import { Only } from '../../app/only.tsx';
import { useAddress } from '../../app/use-address.ts';
import { moment } from '../../parts/format.ts';
import { type Column, Rows } from '../../parts/rows.tsx';
import { type Entry, LIST_NAMES, STATE_NAMES } from './words.ts';

const MOST = 100;

interface Props {
  entries: readonly Entry[];
  ready: boolean;
  edit(entry: Entry): void;
  retire(entry: Entry): void;
  history(entry: Entry): void;
}

/** The entries of all lists, narrowed by list and words. */
export function Entries({ entries, ready, edit, retire, history }: Props) {
  const { search, change } = useAddress<'list' | 'q'>({ replace: true });
  const { list, q: words = '' } = search;
  const [room, setRoom] = useState(MOST);
  const rows = entries.filter(
    (entry) =>
      (list === undefined || entry.list === list) &&
      (words === '' || `${entry.term} ${entry.right ?? ''} ${entry.note ?? ''}`.includes(words)),
  );
  const columns: Column<Entry>[] = [
    { title: '词表', width: 96, card: 'mark', cell: (entry) => LIST_NAMES[entry.list] },
    { title: '词语', card: 'head', cell: (entry) => <Term entry={entry} /> },
    { title: '应为', card: 'body', cell: ({ right }) => right ?? <span className="is-zero rows-none">—</span> },
    {
      title: '等级',
      width: 60,
      cell: ({ list: of, severity }) =>
        of === 'accepted-term' ? <span className="is-zero">—</span> : severity === 1 ? <b className="is-bad">1</b> : severity,
    },
    {
      title: '有效期',
      width: 200,
      cell: ({ validFrom, validTo, state }) => (
        <>
          {validFrom || validTo ? `${validFrom ?? '一直'} 至 ${validTo ?? '长期'}` : '长期'}
          {state !== 'holds' && <span className="sub">{STATE_NAMES[state]}</span>}
        </>
      ),
    },
    {
      title: '最后修改',
      width: 130,
      cell: ({ by, at }) => (
        <>
          {by}
          <span className="sub">{moment(at)}</span>
        </>
      ),
    },
    {
      title: '操作',
      width: 190,
      card: 'acts',
      cell: (entry) => (
        <span className="text-acts">
          <Only who={WATCHERS}>
            <Button size="small" aria-label={`修改“${entry.term}”`} onClick={() => edit(entry)}>
              修改
            </Button>
            <Button size="small" aria-label={`停用“${entry.term}”`} disabled={!ready} onClick={() => retire(entry)}>
              停用
            </Button>
          </Only>
          <Button size="small" type="link" aria-label={`“${entry.term}”的修改记录`} onClick={() => history(entry)}>
            记录
          </Button>
        </span>
      ),
    },
  ];
  return (
    <>
      <search className="filters" aria-label="筛选词语">
        <Input
          className="words"
          allowClear
          aria-label="查找词语"
          placeholder="词语、正确写法、备注中的文字"
          defaultValue={words}
          onChange={(event) => change({ q: event.target.value.trim() || undefined })}
        />
        <Select
          allowClear
          aria-label="只看词表"
          placeholder="词表"
          value={list}
          popupMatchSelectWidth={false}
          options={Object.entries(LIST_NAMES).map(([value, label]) => ({
            value,
            label: `${label}（${entries.filter((entry) => entry.list === value).length}）`,
          }))}
          onChange={(of?: string) => change({ list: of })}
        />
      </search>
      {rows.length === 0 ? (
        <p className="section-foot">没有符合条件的词语。</p>
      ) : (
        <Rows label="词语" rows={rows.slice(0, room)} columns={columns} keyOf={({ list: of, term }) => `${of} ${term}`} />
      )}
      {rows.length > room && <Button onClick={() => setRoom(room + MOST)}>再显示 {Math.min(MOST, rows.length - room)} 条</Button>}
    </>
  );
}

/** A word with what may be written instead, and why it is listed. */
const Term = ({ entry: { term, list, others, note } }: { entry: Entry }) => (
  <>
    {term}
    {(others ?? []).length > 0 && (
      <small className="sub">
        {list === 'wrong-word' ? '例外' : '也可写作'}：{others?.join('、')}
      </small>
    )}
    {note && <small className="sub">{note}</small>}
  </>
);

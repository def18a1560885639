import { Button, Input } from 'antd';
import { Children, type ReactNode, useState } from 'react';
import { useDirectoryAddress } from './address.ts';

const MOST = 100;

interface Props {
  label: string;
  heads: readonly string[];
  empty: boolean;
  children: ReactNode;
}

/** A wide table of records; a long one is shown piece by piece. */
export function Rows({ label, heads, empty, children }: Props) {
  const [room, setRoom] = useState(MOST);
  const rows = Children.toArray(children);
  if (empty) return <p className="section-foot">没有符合条件的记录。</p>;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too */}
      <section className="scroll" aria-label={`${label}（可左右滚动）`} tabIndex={0}>
        <table className="figures records">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{rows.slice(0, room)}</tbody>
        </table>
      </section>
      {rows.length > room && <Button onClick={() => setRoom(room + MOST)}>再显示 {Math.min(MOST, rows.length - room)} 条</Button>}
    </>
  );
}

/** Narrows a list by words, and to those `only` speaks of. */
export function Narrow({ placeholder, only, children }: { placeholder: string; only?: string; children?: ReactNode }) {
  const { search, change } = useDirectoryAddress();
  return (
    <search className="filters" aria-label="筛选名录">
      <Input
        className="words"
        allowClear
        aria-label={`查找${placeholder}`}
        placeholder={placeholder}
        defaultValue={search.q}
        onChange={(event) => change({ q: event.target.value.trim() || undefined })}
      />
      {only && (
        <label className={search.only === 'none' ? 'toggle toggle-on' : 'toggle'}>
          <input
            type="checkbox"
            checked={search.only === 'none'}
            onChange={(event) => change({ only: event.target.checked ? 'none' : undefined })}
          />
          {only}
        </label>
      )}
      {children}
    </search>
  );
}

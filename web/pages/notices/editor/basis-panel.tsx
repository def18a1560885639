import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { chineseDate } from '../../../../src/core/date.ts';
import { TextLine } from '../../../parts/text-field.tsx';
import type { Draft } from './types.ts';

type Entry = Draft['basisRegister'][number];
type Name = Pick<Entry, 'title' | 'number'>;

const isSame = (one: Name, other: Name): boolean => one.title === other.title && one.number === other.number;

/** 依据: documents of the register the notice rests on, each with how it stands on the day of signing. */
export function BasisPanel({
  register,
  chosen,
  choose,
}: {
  register: readonly Entry[];
  chosen: readonly Name[];
  choose(basis: readonly Name[]): void;
}) {
  const added = chosen.filter((name) => !register.some((entry) => isSame(entry, name)));
  return (
    <div className="library">
      <p className="section-foot">勾选的文件写入开头的“依据”；成文之日不在有效期内的会提醒。</p>
      <ul>
        {[...register, ...added.map(unknown)].map((entry) => {
          const has = chosen.some((name) => isSame(name, entry));
          return (
            <li key={`${entry.title} ${entry.number}`}>
              <Checkbox
                checked={has}
                onChange={() =>
                  choose(has ? chosen.filter((name) => !isSame(name, entry)) : [...chosen, { title: entry.title, number: entry.number }])
                }
              >
                《{entry.title}》{entry.number && `（${entry.number}）`}
              </Checkbox>
              <p className={entry.standing === 'ended' || entry.standing === 'not-yet' ? 'warn-line' : 'section-foot'}>
                {standingWords(entry)}
              </p>
            </li>
          );
        })}
      </ul>
      <NewBasis add={(name) => choose([...chosen.filter((one) => !isSame(one, name)), name])} />
    </div>
  );
}

const unknown = (name: Name): Entry => ({ ...name, standing: 'unknown', from: null, until: null, replacedBy: null });

function standingWords({ standing, from, until, replacedBy }: Entry): string {
  if (standing === 'unknown') return '依据库中没有，请自行核对是否有效';
  if (standing === 'ended' && until) return `${chineseDate(until)}后不再有效${replacedBy ? `，现行的是${replacedBy}` : ''}`;
  if (standing === 'not-yet' && from) return `${chineseDate(from)}起才施行`;
  return `有效${from ? `，${chineseDate(from)}起施行` : ''}${until ? `，至${chineseDate(until)}` : ''}`;
}

function NewBasis({ add }: { add(name: Name): void }) {
  const [title, setTitle] = useState('');
  const [number, setNumber] = useState('');
  return (
    <form
      className="new-requirement"
      onSubmit={(event) => {
        event.preventDefault();
        add({ title: title.trim().replace(/^《|》$/g, ''), number: number.trim() || null });
        setTitle('');
        setNumber('');
      }}
    >
      <b>另加一份</b>
      <TextLine aria-label="文件名称" placeholder="文件名称" value={title} most={200} onChange={(event) => setTitle(event.target.value)} />
      <TextLine aria-label="文号" placeholder="文号" value={number} most={60} onChange={(event) => setNumber(event.target.value)} />
      <Button htmlType="submit" disabled={title.trim() === ''}>
        加入依据
      </Button>
    </form>
  );
}

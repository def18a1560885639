import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { WATCHERS } from '../../../src/contract/who.ts';
import { Only } from '../../app/only.tsx';
import { moment } from '../../parts/format.ts';
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
  const [list, setList] = useState<string | undefined>();
  const [words, setWords] = useState('');
  const [room, setRoom] = useState(MOST);
  const rows = entries.filter(
    (entry) =>
      (list === undefined || entry.list === list) &&
      (words === '' || `${entry.term} ${entry.right ?? ''} ${entry.note ?? ''}`.includes(words)),
  );
  return (
    <>
      <search className="filters" aria-label="筛选词语">
        <Input
          className="words"
          allowClear
          aria-label="查找词语"
          placeholder="词语、正确写法、备注中的文字"
          value={words}
          onChange={(event) => setWords(event.target.value.trim())}
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
          onChange={setList}
        />
      </search>
      {rows.length === 0 && <p className="section-foot">没有符合条件的词语。</p>}
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
        <section className="scroll" aria-label="词语（可左右滚动）" tabIndex={0}>
          <table className="figures">
            <thead>
              <tr>
                {['词表', '词语', '应为', '等级', '有效期', '最后修改', '操作'].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, room).map((entry) => (
                <tr key={`${entry.list} ${entry.term}`}>
                  <td>{LIST_NAMES[entry.list]}</td>
                  <th scope="row" className="wording-term">
                    {entry.term}
                    {(entry.others ?? []).length > 0 && (
                      <span className="sub">
                        {entry.list === 'wrong-word' ? '例外' : '也可写作'}：{entry.others?.join('、')}
                      </span>
                    )}
                    {entry.note && <span className="sub">{entry.note}</span>}
                  </th>
                  <td className="wording-term">{entry.right ?? <span className="is-zero">—</span>}</td>
                  <td>
                    {entry.list === 'accepted-term' ? (
                      <span className="is-zero">—</span>
                    ) : entry.severity === 1 ? (
                      <b className="is-bad">1</b>
                    ) : (
                      entry.severity
                    )}
                  </td>
                  <td>
                    {entry.validFrom || entry.validTo ? `${entry.validFrom ?? '一直'} 至 ${entry.validTo ?? '长期'}` : '长期'}
                    {entry.state !== 'holds' && <span className="sub">{STATE_NAMES[entry.state]}</span>}
                  </td>
                  <td>
                    {entry.by}
                    <span className="sub">{moment(entry.at)}</span>
                  </td>
                  <td>
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
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {rows.length > room && <Button onClick={() => setRoom(room + MOST)}>再显示 {Math.min(MOST, rows.length - room)} 条</Button>}
    </>
  );
}

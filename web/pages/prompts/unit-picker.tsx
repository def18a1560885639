import { Input } from 'antd';
import { useState } from 'react';
import type { PromptUnits } from './types.ts';

/** Units one by one or a whole group at once; those found by a word can be taken together too. */
export function UnitPicker({ units, value, set }: { units: PromptUnits; value: readonly string[]; set(ids: string[]): void }) {
  const [words, setWords] = useState('');
  const chosen = new Set(value);
  const shown = units.filter(({ name }) => name.includes(words.trim()));
  const groups = [...new Set(shown.map(({ group }) => group))];
  const put = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) on ? next.add(id) : next.delete(id);
    set(units.filter(({ id }) => next.has(id)).map(({ id }) => id));
  };
  return (
    <fieldset className="prompt-units">
      <legend>
        单位
        <span className="section-note">
          　已选 {value.length} 个，共 {units.length} 个
        </span>
      </legend>
      <Input aria-label="查找单位" placeholder="查找单位" allowClear value={words} onChange={(event) => setWords(event.target.value)} />
      {groups.length === 0 && <p className="section-note">没有名称含“{words.trim()}”的单位。</p>}
      {groups.map((group) => {
        const of = shown.filter((unit) => unit.group === group);
        const on = of.filter(({ id }) => chosen.has(id)).length;
        return (
          <div key={group} className="prompt-group">
            <label className="prompt-group-head">
              <input
                type="checkbox"
                checked={on === of.length}
                ref={(box) => {
                  if (box) box.indeterminate = on > 0 && on < of.length;
                }}
                onChange={(event) =>
                  put(
                    of.map(({ id }) => id),
                    event.target.checked,
                  )
                }
              />
              {group}（{on}/{of.length}）
            </label>
            <div className="prompt-group-units">
              {of.map(({ id, name }) => (
                <label key={id}>
                  <input type="checkbox" checked={chosen.has(id)} onChange={(event) => put([id], event.target.checked)} />
                  {name}
                </label>
              ))}
            </div>
          </div>
        );
      })}
    </fieldset>
  );
}

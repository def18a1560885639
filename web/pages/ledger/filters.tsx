import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { problemFacets } from '../../../src/contract/endpoints/problem-facets.ts';
import { RangeSwitch } from '../../app/range-switch.tsx';
import { usePlace } from '../../app/use-areas.ts';
import { useRange } from '../../app/use-range.ts';
import { ExportLink } from '../../parts/export-link.tsx';
import { dayInWords } from '../../parts/format.ts';
import { ManyChoice } from '../../parts/many-choice.tsx';
import { type LedgerKey, useLedgerAddress, valuesOf } from './filter.ts';

type Facets = z.output<(typeof problemFacets)['output']>;

/** The filters of the ledger; their state is the address, so that a list can be sent to a colleague. */
export function Filters({ facets, file }: { facets: Facets; file: string }) {
  const { search, change, clear, filtered } = useLedgerAddress();
  const { isWhole, words } = useRange();
  const areas = valuesOf(search.area);
  const { areaId } = usePlace();
  const named = facets.areas.map((area) => (area.code === areaId ? { ...area, name: `${area.name}本级` } : area));
  // Every county has a 教育局: which one is said, and only those of the counties chosen are offered.
  const units = !isWhole
    ? facets.units
    : facets.units
        .filter(({ area }) => areas.length === 0 || areas.includes(area))
        .map((unit) => ({ ...unit, name: `${named.find(({ code }) => code === unit.area)?.name ?? ''} ${unit.name}` }));
  const many = (key: LedgerKey, name: string, options: Facets['areas']) => (
    <ManyChoice
      key={key}
      {...{ name, options }}
      value={search[key]}
      set={(value) =>
        change({ [key]: value, ...(key === 'status' ? { stock: undefined } : {}), ...(key === 'area' ? { unit: undefined } : {}) })
      }
    />
  );
  return (
    <search className="filters" aria-label="筛选问题">
      <RangeSwitch />
      <Words key={search.q ?? ''} />
      {isWhole && many('area', words.each, named)}
      {many('status', '状态', facets.statuses)}
      {many('category', '问题类别', facets.categories)}
      {many('unit', '责任单位', units)}
      {many('kind', '网站、平台', facets.kinds)}
      <Toggle
        name="只看存量"
        on={search.stock === 'yes'}
        set={(on) => change({ stock: on ? 'yes' : undefined, ...(on ? { status: undefined } : {}) })}
      />
      <Toggle name="只看逾期" on={search.overdue === 'yes'} set={(on) => change({ overdue: on ? 'yes' : undefined })} />
      <Toggle name="7日内到期" on={search.soon === 'yes'} set={(on) => change({ soon: on ? 'yes' : undefined })} />
      <CameFrom />
      {filtered && (
        <Button type="link" onClick={clear}>
          清除筛选
        </Button>
      )}
      <ExportLink href={file} />
    </search>
  );
}

function Toggle({ name, on, set }: { name: string; on: boolean; set(on: boolean): void }) {
  return (
    <label className={on ? 'toggle toggle-on' : 'toggle'}>
      <input type="checkbox" checked={on} onChange={(event) => set(event.target.checked)} />
      {name}
    </label>
  );
}

const MOVES: Readonly<Record<string, string>> = { found: '新发现', reopened: '再次发现', closed: '销号', stock: '存量' };

/** What a number elsewhere counted and no other filter says: the day, the move of the stock and its span. */
function CameFrom() {
  const { search } = useLedgerAddress();
  const { due, move, from, to, recurred, notice } = search;
  const span =
    move === 'stock'
      ? `截至${to ? dayInWords(to) : '目前'}的`
      : from || to
        ? `${from ? dayInWords(from) : '最初'}至${to ? dayInWords(to) : '目前'}`
        : '';
  const words = [
    due && `${due} 到期`,
    move && `${span}${MOVES[move] ?? ''}`,
    recurred && '同一位置反复',
    notice && '一份通报交办的',
  ].filter(Boolean);
  return words.length > 0 ? <span className="mark mark-open">只看：{words.join('，')}</span> : null;
}

/** Looks for words when typing pauses. */
function Words() {
  const { search, change } = useLedgerAddress();
  const [words, setWords] = useState(search.q ?? '');
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed starts the wait
  useEffect(() => {
    if (words.trim() === (search.q ?? '')) return;
    const wait = setTimeout(() => change({ q: words.trim() || undefined }, true), 600);
    return () => clearTimeout(wait);
  }, [words]);
  return (
    <Input
      className="words"
      allowClear
      value={words}
      onChange={(event) => setWords(event.target.value)}
      onPressEnter={() => change({ q: words.trim() || undefined })}
      placeholder="问题、位置、单位、名称中的文字"
      aria-label="查找文字"
      maxLength={100}
    />
  );
}

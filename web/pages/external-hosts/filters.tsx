import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { Search } from '../../app/search.ts';
import { ExportLink } from '../../parts/export-link.tsx';
import { countOf } from './count-of.ts';
import { type Hosts, STANDINGS } from './types.ts';

interface Props {
  sites: Hosts['sites'];
  search: Search;
  change(values: Search): void;
  /** Address of the list as a workbook. */
  file: string;
  /** How many the filters leave, on all pages. */
  total: number;
}

const SORTS = [
  { value: 'waiting', label: '待研判的在前' },
  { value: 'new', label: '新出现的在前' },
  { value: 'pages', label: '所在页面多的在前' },
  { value: 'name', label: '按域名' },
];

/** Filters of the list; their state is the address. */
export function Filters({ sites, search, change, file, total }: Props) {
  const [words, setWords] = useState(search.q ?? '');
  const filtered = Boolean(search.site || search.standing || search.doubt || search.q);
  return (
    <search className="filters" aria-label="筛选外部链接">
      <Input
        className="words"
        allowClear
        value={words}
        aria-label="查找域名、标题"
        placeholder="域名、标题"
        maxLength={100}
        onChange={(event) => {
          setWords(event.target.value);
          change({ q: event.target.value.trim() || undefined });
        }}
      />
      <Select
        allowClear
        aria-label="网站"
        placeholder="网站"
        value={search.site}
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        options={sites.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(site?: string) => change({ site })}
      />
      <Select
        allowClear
        aria-label="研判结果"
        placeholder="研判结果"
        value={search.standing}
        popupMatchSelectWidth={false}
        options={STANDINGS.map(([value, name]) => ({ value, label: `${name}（${countOf(sites, [value], search.site)}）` }))}
        onChange={(standing?: string) => change({ standing })}
      />
      <label className={search.doubt === 'yes' ? 'toggle toggle-on' : 'toggle'}>
        <input
          type="checkbox"
          checked={search.doubt === 'yes'}
          onChange={(event) => change({ doubt: event.target.checked ? 'yes' : undefined })}
        />
        只看有疑点的
      </label>
      <Select
        aria-label="排序"
        value={search.sort ?? 'waiting'}
        popupMatchSelectWidth={false}
        options={SORTS}
        onChange={(sort: string) => change({ sort: sort === 'waiting' ? undefined : sort })}
      />
      <span className="section-note">{total} 个</span>
      {filtered && (
        <Button
          type="link"
          onClick={() => {
            setWords('');
            change({ site: undefined, standing: undefined, doubt: undefined, q: undefined });
          }}
        >
          清除筛选
        </Button>
      )}
      <ExportLink href={file} />
    </search>
  );
}

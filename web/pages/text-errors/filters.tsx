import { Button, Select } from 'antd';
import { ExportLink } from '../../parts/export-link.tsx';
import { WordsSearch } from '../../parts/words-search.tsx';
import { useQueueAddress } from './address.ts';
import { type Queue, SEVERITIES } from './types.ts';

/** Filters of the queue; their state is the address. */
export function Filters({ data, file }: { data: Queue; file: string }) {
  const { search, change, clear, filtered } = useQueueAddress();
  return (
    <search className="filters" aria-label="筛选疑似错误">
      <WordsSearch placeholder="错误或者建议中的文字" most={50} value={search.q} set={(words) => change({ q: words })} />
      <Select
        allowClear
        aria-label="等级"
        placeholder="等级"
        value={search.severity}
        popupMatchSelectWidth={false}
        options={Object.entries(SEVERITIES).map(([value, name]) => ({
          value,
          label: `${name}（${data.open.find(({ severity }) => String(severity) === value)?.count ?? 0}）`,
        }))}
        onChange={(severity: string | undefined) => change({ severity })}
      />
      <Select
        allowClear
        aria-label="类型"
        placeholder="类型"
        value={search.layer}
        popupMatchSelectWidth={false}
        options={data.layers.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(layer: string | undefined) => change({ layer })}
      />
      <Select
        allowClear
        aria-label="网站"
        placeholder="网站"
        value={search.site}
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        options={data.sites.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(site: string | undefined) => change({ site })}
      />
      <label className={search.unlikely === 'yes' ? 'toggle toggle-on' : 'toggle'}>
        <input
          type="checkbox"
          checked={search.unlikely === 'yes'}
          onChange={(event) => change({ unlikely: event.target.checked ? 'yes' : undefined })}
        />
        把握不大的也列出
      </label>
      {filtered && (
        <Button type="link" onClick={clear}>
          清除筛选
        </Button>
      )}
      <ExportLink href={file} />
    </search>
  );
}

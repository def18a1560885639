import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { deskFile } from '../../../src/contract/endpoints/desk-file.ts';
import { addressOf } from '../../api.ts';
import { ExportLink } from '../../parts/export-link.tsx';
import { type DeskKey, useDeskAddress } from './address.ts';
import type { Desk } from './types.ts';

/** Filters of the desk; their state is the address. */
export function Filters({ data, areaId }: { data: Desk; areaId: string }) {
  const { search, change, clear, filtered } = useDeskAddress();
  const [words, setWords] = useState(search.q ?? '');
  const many = (key: DeskKey, name: string, options: Desk['units']) => (
    <Select
      mode="multiple"
      allowClear
      maxTagCount="responsive"
      aria-label={name}
      placeholder={name}
      value={search[key]?.split(',').filter(Boolean) ?? []}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: 'search' }}
      options={options.map(({ code, name: label, count }) => ({ value: code, label: `${label}（${count}）`, search: label }))}
      onChange={(values: string[]) => change({ [key]: values.join(',') || undefined })}
    />
  );
  const { unit, category, source, q } = search;
  return (
    <search className="filters" aria-label="筛选待复核的发现">
      <Input.Search
        className="words"
        allowClear
        value={words}
        aria-label="查找文字"
        placeholder="内容、位置、单位、名称中的文字"
        maxLength={100}
        onChange={(event) => setWords(event.target.value)}
        onSearch={(text) => change({ q: text.trim() || undefined })}
      />
      {many('unit', '责任单位', data.units)}
      {many('category', '问题类别', data.categories)}
      {many('source', '来源', data.sources)}
      {filtered && (
        <Button
          type="link"
          onClick={() => {
            setWords('');
            clear();
          }}
        >
          清除筛选
        </Button>
      )}
      <ExportLink href={addressOf<typeof deskFile>('/api/areas/:areaId/desk.xlsx', { areaId, unit, category, source, q })} />
    </search>
  );
}

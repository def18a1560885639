import { Button } from 'antd';
import type { deskFile } from '../../../src/contract/endpoints/desk-file.ts';
import { addressOf } from '../../api.ts';
import { ExportLink } from '../../parts/export-link.tsx';
import { ManyChoice } from '../../parts/many-choice.tsx';
import { WordsSearch } from '../../parts/words-search.tsx';
import { type DeskKey, useDeskAddress } from './address.ts';
import type { Desk } from './types.ts';

/** Filters of the desk; their state is the address. */
export function Filters({ data, areaId }: { data: Desk; areaId: string }) {
  const { search, change, clear, filtered } = useDeskAddress();
  const many = (key: DeskKey, name: string, options: Desk['units']) => (
    <ManyChoice {...{ name, options }} value={search[key]} set={(value) => change({ [key]: value })} />
  );
  const { unit, category, source, q } = search;
  return (
    <search className="filters" aria-label="筛选待复核的发现">
      <WordsSearch placeholder="内容、位置、单位、名称中的文字" most={100} value={q} set={(words) => change({ q: words })} />
      {many('unit', '责任单位', data.units)}
      {many('category', '问题类别', data.categories)}
      {many('source', '来源', data.sources)}
      {filtered && (
        <Button type="link" onClick={clear}>
          清除筛选
        </Button>
      )}
      <ExportLink href={addressOf<typeof deskFile>('/api/areas/:areaId/desk.xlsx', { areaId, unit, category, source, q })} />
    </search>
  );
}

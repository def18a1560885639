import { Input } from 'antd';
import type { ReactNode } from 'react';
import type { responsibilityFile } from '../../../src/contract/endpoints/responsibility-file.ts';
import { addressOf } from '../../api.ts';
import { ExportLink } from '../../parts/export-link.tsx';
import { useUnitsAddress } from './address.ts';

/** Looks for words, and takes the whole list along as a workbook. */
export function ListBar({
  areaId,
  list,
  placeholder,
  children,
}: {
  areaId: string;
  list: 'posts' | 'bodies' | 'programmes' | null;
  placeholder: string;
  children?: ReactNode;
}) {
  const { search, change } = useUnitsAddress();
  return (
    <search className="filters" aria-label="筛选">
      <Input
        className="words"
        allowClear
        aria-label={placeholder}
        placeholder={placeholder}
        value={search.q ?? ''}
        onChange={(event) => change({ q: event.target.value || undefined }, true)}
      />
      {children}
      {list && <ExportLink href={addressOf<typeof responsibilityFile>('/api/areas/:areaId/responsibility.xlsx', { areaId, list })} />}
    </search>
  );
}

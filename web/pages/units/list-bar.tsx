import { Input } from 'antd';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { responsibilityFile } from '../../../src/contract/endpoints/responsibility-file.ts';
import { addressOf } from '../../api.ts';
import { ExportLink } from '../../parts/export-link.tsx';
import { useUnitsAddress } from './address.ts';

/** Looks for words, and takes the list along as it is narrowed, as a workbook. */
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
  const { q, gap, group, sort } = search;
  const asked = (list === 'posts' ? { q, gap, group, sort } : { q }) as Omit<
    z.input<(typeof responsibilityFile)['input']>,
    'areaId' | 'list'
  >;
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
      {list && (
        <ExportLink href={addressOf<typeof responsibilityFile>('/api/areas/:areaId/responsibility.xlsx', { areaId, list, ...asked })} />
      )}
    </search>
  );
}

import { Pagination } from 'antd';
import { type Column, Rows } from '../../parts/rows.tsx';
import { useAccountsPage } from './address.ts';

const SIZE = 100;

/** A column, and what the list is sorted by where it names an order. */
export interface SortedColumn<R> extends Column<R> {
  by?(row: R): string | null;
}

interface Props<R> {
  label: string;
  rows: readonly R[];
  columns: readonly SortedColumn<R>[];
  keyOf(row: R): string;
}

/** Rows in the order the address names, a hundred at a time. */
export function PagedRows<R>({ label, rows, columns, keyOf }: Props<R>) {
  const { search, change } = useAccountsPage();
  const by = columns.find(({ sort }) => sort !== undefined && sort === search.sort)?.by;
  const direction = search.order === 'desc' ? 'desc' : 'asc';
  const sign = direction === 'desc' ? -1 : 1;
  const sorted = by ? rows.toSorted((a, b) => sign * (by(a) ?? '').localeCompare(by(b) ?? '', 'zh-CN')) : rows;
  const page = Math.min(Math.max(1, Number(search.page) || 1), Math.max(1, Math.ceil(rows.length / SIZE)));
  return (
    <>
      <Rows
        label={label}
        rows={sorted.slice((page - 1) * SIZE, page * SIZE)}
        columns={columns}
        keyOf={keyOf}
        order={{
          by: search.sort ?? '',
          direction,
          change: (sort, order) => change({ sort, order: order === 'desc' ? 'desc' : undefined, page: undefined }, true),
        }}
      />
      <Pagination
        className="pages"
        hideOnSinglePage
        current={page}
        pageSize={SIZE}
        total={rows.length}
        showSizeChanger={false}
        onChange={(to) => change({ page: to === 1 ? undefined : String(to) })}
      />
    </>
  );
}

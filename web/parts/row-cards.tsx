import { Select } from 'antd';
import type { Column, RowsProps } from './rows-props.ts';

/** Rows as cards, one below the other, each with the names of what its figures are. */
export function RowCards<R>({ label, rows, columns, keyOf, order, rowClass }: RowsProps<R>) {
  const at = (place: NonNullable<Column<R>['card']>) => columns.filter(({ card = 'foot' }) => card === place);
  const cells = (place: NonNullable<Column<R>['card']>, row: R, index: number) =>
    at(place).map(({ title, cell }) => <span key={title}>{cell(row, index)}</span>);
  const sorts = columns.filter(({ sort }) => sort !== undefined);
  return (
    <>
      {order && sorts.length > 0 && (
        <Select
          className="rows-order"
          aria-label="排序"
          placeholder="排序"
          value={sorts.some(({ sort }) => sort === order.by) ? `${order.by} ${order.direction}` : undefined}
          options={sorts.flatMap(({ title, sort }) => [
            { value: `${sort} desc`, label: `${title}（降序）` },
            { value: `${sort} asc`, label: `${title}（升序）` },
          ])}
          onChange={(value: string) => {
            const [by, direction] = value.split(' ') as [string, 'asc' | 'desc'];
            order.change(by, direction);
          }}
        />
      )}
      <ul className="cards" aria-label={label}>
        {rows.map((row, index) => (
          <li key={keyOf(row)} className={`card-still ${rowClass?.(row) ?? ''}`.trim()}>
            <div className="card-head">
              <b className="wrap">{cells('head', row, index)}</b>
              <span className="card-mark">{cells('mark', row, index)}</span>
            </div>
            {at('body').map(({ title, cell }) => (
              <div key={title}>{cell(row, index)}</div>
            ))}
            <dl className="card-foot">
              {at('foot').map(({ title, cell }) => {
                const value = cell(row, index);
                return value === null || value === '' ? null : (
                  <div key={title}>
                    <dt>{title}</dt>
                    <dd className="wrap">{value}</dd>
                  </div>
                );
              })}
            </dl>
            {at('acts').length > 0 && <div className="card-acts">{cells('acts', row, index)}</div>}
          </li>
        ))}
      </ul>
    </>
  );
}

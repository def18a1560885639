import type { Column, Order, RowsProps } from './rows-props.ts';

/** Rows as a table; its head stays in sight. */
export function RowTable<R>({ label, rows, columns, keyOf, order, chosen, open, rowClass }: RowsProps<R>) {
  const choose = (key: string, on: boolean) => chosen?.change(on ? [...chosen.keys, key] : chosen.keys.filter((one) => one !== key));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className="rows" aria-label={label} tabIndex={0}>
      <table className="figures">
        <thead>
          <tr>
            {chosen && (
              <th scope="col" className="rows-box">
                <span className="heard">选择</span>
              </th>
            )}
            {columns.map((column) => (
              <Head key={column.title} column={column} order={order} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const key = keyOf(row);
            const isChosen = chosen?.keys.includes(key) ?? false;
            return (
              <tr
                key={key}
                className={[isChosen ? 'rows-chosen' : '', rowClass?.(row) ?? ''].join(' ').trim() || undefined}
                onDoubleClick={open && (() => open(row))}
              >
                {chosen && (
                  <td className="rows-box">
                    <input
                      type="checkbox"
                      aria-label={chosen.label(row)}
                      checked={isChosen}
                      onChange={(event) => choose(key, event.target.checked)}
                    />
                  </td>
                )}
                {columns.map((column) => (
                  <td key={column.title} className={classOf(column)}>
                    {column.cell(row, index)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

const classOf = ({ align, spare }: Pick<Column<never>, 'align' | 'spare'>): string | undefined =>
  [align === 'end' ? 'num' : '', spare ? 'rows-spare' : ''].join(' ').trim() || undefined;

function Head<R>({ column, order }: { column: Column<R>; order: Order | undefined }) {
  const { title, width, sort } = column;
  const on = sort !== undefined && order?.by === sort;
  return (
    <th
      scope="col"
      className={classOf(column)}
      style={width === undefined ? undefined : { width }}
      aria-sort={on ? (order?.direction === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      {sort !== undefined && order ? (
        <button type="button" className="rows-sort" onClick={() => order.change(sort, on && order.direction === 'desc' ? 'asc' : 'desc')}>
          {title}
          <span aria-hidden className={on ? 'rows-arrow' : 'rows-arrow rows-arrow-off'}>
            {on && order.direction === 'asc' ? '↑' : '↓'}
          </span>
        </button>
      ) : (
        title
      )}
    </th>
  );
}

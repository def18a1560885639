import type { NoticeWhole } from './notice-text.tsx';

/** An attachment with the same rows as the printed one. */
export function AttachmentTable({ attachment: { mark, title, table } }: { attachment: NoticeWhole['attachments'][number] }) {
  const grouped = table.columns.some((column) => column.group !== null);
  const groups = grouped ? headGroups(table.columns) : [];
  return (
    <section className="paper attachment" aria-label={`${mark} ${title}`}>
      <p className="mark-line">{mark}</p>
      <h2 className="attachment-title">{title}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too */}
      <section className="scroll" aria-label={`${title}（可左右滚动）`} tabIndex={0}>
        <table className="figures printed">
          <thead>
            {grouped && (
              <tr>
                {groups.map(({ key, name, span }) => (
                  <th key={key} colSpan={span} rowSpan={name === null ? 2 : 1} scope="col">
                    {name ?? table.columns.find((column) => column.key === key)?.title}
                  </th>
                ))}
              </tr>
            )}
            <tr>
              {table.columns
                .filter((column) => !grouped || column.group !== null)
                .map((column) => (
                  <th key={column.key} scope="col">
                    {column.title}
                  </th>
                ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, index) => (
              <tr key={row.id}>
                {table.columns.map(({ key, align }) => {
                  const span = spanAt(table.merges, key, index);
                  return span === 0 ? null : (
                    <td key={key} rowSpan={span} className={align === 'center' ? 'center' : undefined}>
                      {row.cells[key]}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {table.notes.map((note) => (
        <p key={note} className="section-foot">
          {note}
        </p>
      ))}
    </section>
  );
}

/** Neighbouring columns of one group share a head; a column without a group has a head of its own. */
function headGroups(columns: NoticeWhole['attachments'][number]['table']['columns']): { key: string; name: string | null; span: number }[] {
  const groups: { key: string; name: string | null; span: number }[] = [];
  for (const { key, group } of columns) {
    const last = groups.at(-1);
    if (group !== null && last?.name === group) last.span += 1;
    else groups.push({ key, name: group, span: 1 });
  }
  return groups;
}

/** Rows a cell reaches over; 0 when a cell above reaches over it. */
function spanAt(merges: NoticeWhole['attachments'][number]['table']['merges'], column: string, row: number): number {
  const merge = merges.find((one) => one.column === column && one.from <= row && row < one.from + one.rows);
  return merge ? (merge.from === row ? merge.rows : 0) : 1;
}

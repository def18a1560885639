import { Section } from '../../parts/section.tsx';
import type { PreviewData } from './types.ts';

/** Records that would change, one line a field: what is kept now and what would be kept after. */
export function Changes({ rows, total }: { rows: PreviewData['changes']; total: number }) {
  const lines = rows.flatMap(({ sheet, name, fields }) =>
    fields.map((one, i) => ({ ...one, sheet, name, first: i === 0, of: fields.length })),
  );
  return (
    <Section title="将更改" note={rows.length < total ? `共 ${total} 条，列出前 ${rows.length} 条` : `${total} 条`}>
      <div className="import-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              {['内容', '名称', '项目', '现在', '导入后'].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ sheet, name, field, from, to, first, of }) => (
              <tr key={`${sheet} ${name} ${field}`}>
                {first && (
                  <>
                    <td rowSpan={of} className="nowrap">
                      {sheet}
                    </td>
                    <th rowSpan={of} scope="rowgroup" className="wrap">
                      {name}
                    </th>
                  </>
                )}
                <td className="nowrap">{field}</td>
                <td className="wrap">{from}</td>
                <td className="wrap">
                  <b>{to}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

import { Section } from '../../parts/section.tsx';
import type { PreviewData } from './types.ts';

/** Problems that would go into the ledger, with the state they would stand in. */
export function Problems({ rows }: { rows: PreviewData['problems'] }) {
  return (
    <Section title="将载入问题台账" note={`${rows.length} 个`}>
      <div className="import-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              {['单位', '类别', '问题', '发现日期', '状态'].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ unit, category, text, foundOn, status }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole
              <tr key={i}>
                <td>{unit}</td>
                <td>{category}</td>
                <td className="wrap">{text}</td>
                <td className="nowrap">{foundOn}</td>
                <td className="nowrap">{status}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

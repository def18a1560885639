import { Section } from '../../parts/section.tsx';
import type { PreviewData } from './types.ts';

type Fault = PreviewData['faults'][number];

const place = ({ sheet, row, column, field }: Fault): string =>
  [sheet, row === undefined ? '' : `第 ${row} 行`, column ? `${column} 列` : '', field ? `“${field}”` : ''].filter(Boolean).join('　');

/** Every wrong cell: where it is, what stands there, and what would be right. */
export function Faults({ faults, total }: { faults: readonly Fault[]; total: number }) {
  return (
    <Section
      title="错误"
      note={total > faults.length ? `${total} 处，列出前 ${faults.length} 处` : `${total} 处`}
      className="import-faults"
    >
      <ol>
        {faults.map((fault, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole
          <li key={i}>
            <b>{place(fault)}</b>
            {fault.value !== undefined && <span className="import-value">{fault.value}</span>}
            <span>{fault.message}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

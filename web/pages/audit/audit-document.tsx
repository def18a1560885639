import type { ReactNode } from 'react';
import type { AuditReport } from './types.ts';

interface Props {
  report: AuditReport;
  chosen: number | null;
  choose(index: number): void;
}

/** The document as it reads, every figure marked by what was made of it. */
export function AuditDocument({ report, chosen, choose }: Props) {
  const figures = report.figures.map((figure, index) => ({ figure, index }));
  const mark = (index: number, words: ReactNode, key: string) => {
    const figure = report.figures[index];
    return (
      <button
        key={key}
        id={`figure-${index}`}
        type="button"
        className={`stated stated-${figure?.verdict}${chosen === index ? ' stated-on' : ''}`}
        title={`${figure?.verdictName ?? ''}${figure?.verdict === 'disagrees' && figure.recomputed ? `，应为${figure.recomputed}` : ''}`}
        onClick={() => choose(index)}
      >
        {words}
      </button>
    );
  };
  return (
    <article className="paper audit-paper" aria-label="文件内容">
      {report.document.map((block, at) => {
        const here = figures.filter(({ figure }) => figure.place.block === at);
        if (block.kind === 'paragraph')
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a fixed document
          return <p key={at}>{pieces(block.text, here, mark)}</p>;
        const cells = new Map(
          here.flatMap(({ figure: { place }, index }) => (place.in === 'cell' ? [[`${place.row} ${place.at}`, index] as const] : [])),
        );
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a fixed document
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
          <section key={at} className="scroll" aria-label={`表（可左右滚动）${at}`} tabIndex={0}>
            <table className="figures printed">
              <tbody>
                {block.rows.map((row, y) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: rows of a fixed document
                  <tr key={y}>
                    {row.map((cell, x) => {
                      const index = cells.get(`${y} ${x}`);
                      // biome-ignore lint/suspicious/noArrayIndexKey: cells of a fixed document
                      return <td key={x}>{index === undefined ? cell : mark(index, cell, String(x))}</td>;
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        );
      })}
    </article>
  );
}

/** Text cut at its figures; one that overlaps an earlier one is listed beside the text only. */
function pieces(
  text: string,
  figures: readonly { figure: AuditReport['figures'][number]; index: number }[],
  mark: (index: number, words: string, key: string) => ReactNode,
): ReactNode[] {
  const placed = figures
    .flatMap(({ figure: { place }, index }) => (place.in === 'text' ? [{ start: place.start, end: place.end, index }] : []))
    .toSorted((a, b) => a.start - b.start);
  const out: ReactNode[] = [];
  let from = 0;
  for (const { start, end, index } of placed) {
    if (start < from || end <= start) continue;
    out.push(text.slice(from, start), mark(index, text.slice(start, end), String(index)));
    from = end;
  }
  out.push(text.slice(from));
  return out;
}

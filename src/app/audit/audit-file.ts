import type { TableDoubt } from '../../core/block.ts';
import { type DocumentReading, readDocument } from '../../extract/document/read-document.ts';
import type { Place } from '../../notice/recount/figure.ts';
import { type Recounted, recount } from '../../notice/recount/recount.ts';
import { type CleanDocument, cleanBlocks, repairSentences } from '../clean-document.ts';
import { unreadableFile } from '../unreadable-file.ts';
import type { AuditFigure, AuditReport } from './report.ts';

/**
 * Recomputes every figure of a notice from the notice itself, whoever wrote it. `name` is shown and its ending only decides
 * between kinds of files that share their bytes.
 * @throws bad-input when the file cannot be read, with what to do.
 */
export async function auditFile(bytes: Uint8Array, name: string): Promise<AuditReport> {
  const reading = await readDocument(bytes, name);
  if (reading.outcome !== 'read' || reading.blocks.length === 0) throw unreadableFile(name, reading, '核对');
  const clean = cleanBlocks(reading.blocks);
  const result = recount(clean.blocks);
  const figures = result.figures.map((one) => figureOf(one, clean));
  const count = (verdict: AuditFigure['verdict']): number => figures.filter((figure) => figure.verdict === verdict).length;
  return {
    file: name,
    type: reading.type,
    title: result.title,
    counts: { agrees: count('agrees'), disagrees: count('disagrees'), 'cannot-check': count('cannot-check') },
    figures,
    tables: result.tables,
    remarks: result.remarks,
    notes: notesOf(reading, clean),
    document: reading.blocks,
  };
}

function figureOf(
  { figure, kind, verdict, verdictName, recomputed, basis, explanations, why }: Recounted,
  clean: CleanDocument,
): AuditFigure {
  const quote = figure.kind === 'count' || figure.kind === 'rate' ? `${figure.before.trim()}${figure.quote}` : figure.quote;
  return {
    quote: figure.place.in === 'cell' && figure.before !== '' ? `${figure.before.trim()}：${figure.quote}` : quote,
    kind: figure.kind,
    kindName: kind,
    stated: figure.quote,
    recomputed,
    verdict,
    verdictName,
    basis,
    explanations,
    why,
    place: printedPlace(figure.place, clean),
  };
}

function printedPlace(place: Place, { printed }: CleanDocument): Place {
  if (place.in === 'cell') return place;
  return { ...place, start: printed(place.block, place.start), end: printed(place.block, place.end) };
}

function notesOf({ unclear, truncated, type, blocks }: DocumentReading, { repairs }: CleanDocument): string[] {
  const doubts = new Set(blocks.flatMap((block) => (block.kind === 'table' && block.doubt ? [block.doubt] : [])));
  return [
    ...repairSentences(repairs).map((sentence) => `核对前${sentence}`),
    ...unclear.map(({ quote }) => `“${quote}……”以下像是被拆成一行一格的表格，行列无法确定，没有用来核对。`),
    ...[...doubts].map((doubt) => `${DOUBTS[doubt]}；与这样的表格不符的数字只作“无法核对”。`),
    ...(truncated ? ['文件超出读取上限，只核对了前面的部分。'] : []),
    ...(type === 'pdf' && !blocks.some(({ kind }) => kind === 'table')
      ? ['没有在 PDF 中认出表格；如原件有表格，请改用 .docx 或 .xlsx 核对。']
      : []),
  ];
}

const DOUBTS: Readonly<Record<TableDoubt, string>> = {
  flattened: '有的表格是从一行一格的文字还原的，行列可能有误',
  'by-position': '有的表格没有画线，列是按文字位置推断的',
  'uneven-rows': '有的表格各行格数不同，文件没有写明哪些格是合并的',
};

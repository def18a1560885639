import { Document, Packer, Paragraph, TextRun } from 'docx';
import { readDocument } from '../../extract/document/read-document.ts';
import { annotateDocx, type DocxComment } from '../../notice/recount/marked/annotate-docx.ts';
import { FINDING_KINDS, type Finding } from '../../text/finding.ts';
import { adviceOf } from './advice.ts';
import { documentText } from './document-text.ts';
import { plainDocument } from './plain-document.ts';
import type { ProofReport } from './report.ts';

/**
 * A copy of the given .docx with a comment at every finding; of any other draft a new .docx with its text and the comments. The
 * copy of a .docx is the given file itself, so nothing of its text is covered; the comments are.
 * @throws RangeError when the file is no .docx that can be edited.
 */
export async function proofDocx(bytes: Uint8Array, report: ProofReport): Promise<Uint8Array> {
  if (report.type === 'docx') {
    const { blocks } = await readDocument(bytes, report.file);
    const { text, placeOf } = documentText(blocks);
    return annotateDocx(bytes, blocks, commentsOf(report.findings, text, placeOf));
  }
  const { blocks, placeOf } = plainDocument(report.text);
  return annotateDocx(
    await writtenDocx(blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''))),
    blocks,
    commentsOf(report.findings, report.text, placeOf),
  );
}

function commentsOf(
  findings: readonly Finding[],
  text: string,
  placeOf: (start: number, end: number) => DocxComment['place'] | null,
): DocxComment[] {
  return findings.flatMap((finding) => {
    const place = placeOf(finding.start, finding.end);
    if (!place) return [];
    return [
      { place, stated: text.slice(finding.start, finding.end), author: `明察·${FINDING_KINDS[finding.kind]}`, lines: adviceOf(finding) },
    ];
  });
}

const writtenDocx = (lines: readonly string[]): Promise<Uint8Array> =>
  Packer.toBuffer(new Document({ sections: [{ children: lines.map((line) => new Paragraph({ children: [new TextRun(line)] })) }] }));

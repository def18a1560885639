import { Document, Packer, Paragraph, TextRun } from 'docx';
import type { Block } from '../../core/block.ts';
import { MingchaError } from '../../core/error.ts';
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
 * @throws bad-input when the file is no .docx that can be edited.
 */
export async function proofDocx(bytes: Uint8Array, report: ProofReport): Promise<Uint8Array> {
  if (report.type === 'docx') {
    const { blocks } = await readDocument(bytes, report.file);
    const { text, placeOf } = documentText(blocks);
    return annotated(bytes, blocks, commentsOf(report.findings, text, placeOf), report.file);
  }
  const { blocks, placeOf } = plainDocument(report.text);
  return annotateDocx(
    await writtenDocx(blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''))),
    blocks,
    commentsOf(report.findings, report.text, placeOf),
  );
}

function annotated(bytes: Uint8Array, blocks: readonly Block[], comments: readonly DocxComment[], name: string): Uint8Array {
  try {
    return annotateDocx(bytes, blocks, comments);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new MingchaError('bad-input', `“${name}”不能加批注。`, '请用 Word 或 WPS 打开并另存为 .docx 后重试，或改用 --html 输出校对页。', {
      cause,
    });
  }
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

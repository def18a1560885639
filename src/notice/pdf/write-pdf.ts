import { type NodeAddFontPaths, NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import { MingchaError } from '../../core/error.ts';
import type { NoticeDocument } from '../model.ts';
import { defaultPdfFonts, type PdfFonts } from './fonts.ts';
import { LAYOUT_SOURCE } from './layout-source.ts';
import { pageData } from './page-data.ts';

/** Reading the fonts takes most of the time, so one compiler is kept for each set of folders. */
const compilers = new Map<string, NodeCompiler>();
/** Number of documents after which a layout they did not use is dropped from the compiler's memory. */
const KEEP_LAYOUTS = 10;

/**
 * The notice as .pdf, laid out in this process from the same document as the .docx.
 * @throws unavailable when none of the families of a face is found: a page of empty boxes must not leave the house.
 */
export function writePdf(document: NoticeDocument, fonts: PdfFonts = defaultPdfFonts()): Uint8Array {
  const compiler = compilerFor(fonts);
  const compiled = compiler.compile({ mainFileContent: LAYOUT_SOURCE, inputs: { notice: JSON.stringify(pageData(document, fonts)) } });
  const page = compiled.result;
  if (page === null) {
    const detail = messages(compiler, compiled.takeDiagnostics()).join('；');
    throw new MingchaError('internal', `PDF 排版失败：${detail}`, '改用 .docx，并将此信息报告给维护人员');
  }
  requireFonts(fonts, messages(compiler, compiled.takeWarnings()));
  const pdf = compiler.pdf(page);
  compiler.evictCache(KEEP_LAYOUTS);
  return pdf;
}

const UNKNOWN_FAMILY = /^unknown font family: (.*)$/;

function requireFonts({ faces, folders }: PdfFonts, warnings: readonly string[]): void {
  const unknown = new Set(warnings.map((warning) => UNKNOWN_FAMILY.exec(warning)?.[1]));
  for (const { families } of Object.values(faces)) {
    if (!families.every((family) => unknown.has(family.toLowerCase()))) continue;
    throw new MingchaError(
      'unavailable',
      `没有找到字体 ${families.join('、')}（查找位置：${folders.join('、')}）`,
      '检查字体文件夹，或改用随程序安装的字体',
    );
  }
}

function messages(compiler: NodeCompiler, error: NodeError | null): string[] {
  return error === null ? [] : compiler.fetchDiagnostics(error).map((diagnostic: { message: string }) => diagnostic.message);
}

function compilerFor({ folders }: PdfFonts): NodeCompiler {
  const key = folders.join('\n');
  const known = compilers.get(key);
  if (known) return known;
  const paths: NodeAddFontPaths = { fontPaths: [...folders] };
  const compiler = NodeCompiler.create({ fontArgs: [paths] });
  compilers.set(key, compiler);
  return compiler;
}

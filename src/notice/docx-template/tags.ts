import type { DXT } from 'docxtemplater';

/** What a template asks for, by part of the file (text, heads, feet). */
export interface TagReader extends DXT.Module {
  /** Parsed parts of each file, loops with what lies inside them. */
  readonly byFile: ReadonlyMap<string, readonly DXT.Part[]>;
}

/** Listens while a template is parsed; the library's own inspector wants a package that is not its dependency. */
export function tagReader(): TagReader {
  const byFile = new Map<string, readonly DXT.Part[]>();
  let file = '';
  return {
    name: 'TagReader',
    byFile,
    set({ inspect }: { inspect?: { filePath?: string; postparsed?: DXT.Part[] } }) {
      file = inspect?.filePath ?? file;
      if (inspect?.postparsed) byFile.set(file, inspect.postparsed);
    },
  };
}

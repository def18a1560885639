import * as XLSX from '@e965/xlsx';

/** Streams of a compound file (OLE2): the container of .doc, .xls, .ppt, .wps, .et, .dps and of encrypted .docx. */
export interface CompoundFile {
  /** By its name at the top level, letter case as written; null when there is none. */
  stream(name: string): Buffer | null;
}

/** Throws when the container is broken. The reader follows no chain of sectors twice, so a loop ends. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  const container = XLSX.CFB.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { type: 'buffer' });
  return {
    stream(name) {
      const content: Uint8Array | number[] | undefined = XLSX.CFB.find(container, `/${name}`)?.content;
      return content === undefined ? null : Buffer.from(content as Uint8Array);
    },
  };
}

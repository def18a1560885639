import type { FastifyReply } from 'fastify';
import type { FileAnswer } from './handler.ts';
import { FOREIGN_POLICY } from './security.ts';

const TYPES: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};
const PICTURES: Readonly<Record<string, string>> = { png: 'image/png', jpg: 'image/jpeg' };

/** Sends bytes we do not vouch for: kept pages as text that no browser renders, documents to be saved, previews sandboxed. */
export function sendFile(reply: FastifyReply, { bytes, fileName, as }: FileAnswer): FastifyReply {
  const ending = fileName.split('.').at(-1)?.toLowerCase() ?? '';
  const type =
    as === 'evidence'
      ? 'text/plain; charset=utf-8'
      : as === 'page'
        ? 'text/html; charset=utf-8'
        : ((as === 'picture' ? PICTURES : TYPES)[ending] ?? 'application/octet-stream');
  reply.header('content-security-policy', FOREIGN_POLICY);
  reply.header('content-disposition', as === 'page' || type.startsWith('image/') ? 'inline' : attachment(fileName));
  return reply.type(type).send(Buffer.from(bytes));
}

/** RFC 6266: a plain name for old programs, the real one in UTF-8. */
function attachment(given: string): string {
  // Half a letter of a name would not go into an address.
  const fileName = given.replace(/\p{Surrogate}/gu, '_');
  const plain = fileName.replace(/[^\w.-]+/g, '_');
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

import type { Block } from '../../../core/block.ts';
import { escapeHtml } from '../../html/escape.ts';
import { editZip } from '../../zip-edit.ts';
import type { Place } from '../figure.ts';
import { locate, type Spot } from './locate.ts';
import { wordParagraphs } from './word-paragraphs.ts';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const COMMENTS_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';

/** One comment of a reviewer: at which words of the document, by whom, and what is said line by line. */
export interface DocxComment {
  place: Place;
  /** The words as they stand there. */
  stated: string;
  author: string;
  lines: readonly string[];
}

/**
 * A copy of a .docx with comments. `document`: its blocks as they were read from it. Parts that need no change keep their bytes;
 * comments that were there stay; one whose words are not found in the markup is left out.
 * @throws RangeError when the file is no .docx that can be edited.
 */
export function annotateDocx(bytes: Uint8Array, document: readonly Block[], added: readonly DocxComment[]): Uint8Array {
  const zip = editZip(bytes);
  const types = text(zip.read('[Content_Types].xml'));
  const main = /PartName="\/([^"]+)"[^>]*document(?:\.macroEnabled)?\.main\+xml/.exec(types)?.[1] ?? 'word/document.xml';
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relationsPart = `${folder}_rels/${main.slice(folder.length)}.rels`;
  const xml = text(zip.read(main));
  if (xml === '') throw new RangeError(`no ${main}`);
  const prefix = new RegExp(`xmlns:([\\w.-]+)="${MAIN}"`).exec(xml)?.[1] ?? 'w';
  const relations =
    text(zip.read(relationsPart)) || '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
  const target = new RegExp(`<Relationship [^>]*Type="${COMMENTS_RELATION}"[^>]*>`).exec(relations)?.[0];
  const comments = target
    ? folder + (/Target="([^"]+)"/.exec(target)?.[1] ?? 'comments.xml').replace(/^\/?(?:word\/)?/, '')
    : `${folder}mingcha-comments.xml`;
  const before = target ? text(zip.read(comments)) : '';
  const first = 1 + Math.max(-1, ...[...before.matchAll(/<\w+:comment [^>]*\w+:id="(\d+)"/g)].map(([, id]) => Number(id)));

  const paragraphs = wordParagraphs(xml);
  const placed = added
    .flatMap((comment) => {
      const spot = locate(comment.place, comment.stated, document, paragraphs);
      return spot ? [{ comment, spot }] : [];
    })
    .map((one, i) => ({ ...one, id: first + i }));

  const parts = new Map<string, Uint8Array>([
    [main, Buffer.from(withAnchors(xml, prefix, placed))],
    [comments, Buffer.from(commentsPart(before, placed))],
  ]);
  if (!target) {
    parts.set(
      '[Content_Types].xml',
      Buffer.from(types.replace('</Types>', `<Override PartName="/${comments}" ContentType="${COMMENTS_TYPE}"/></Types>`)),
    );
    const relation = `<Relationship Id="rIdMingcha" Type="${COMMENTS_RELATION}" Target="${comments.slice(folder.length)}"/></Relationships>`;
    parts.set(
      relationsPart,
      Buffer.from(relations.replace('</Relationships>', relation).replace(/<Relationships([^>]*)\/>/, `<Relationships$1>${relation}`)),
    );
  }
  return zip.with(parts);
}

const text = (part: Buffer | null): string => part?.toString('utf8') ?? '';

interface PlacedComment {
  comment: DocxComment;
  spot: Spot;
  id: number;
}

/** The markup with the ends of every comment: the run that holds an end is divided there. From the back, so that places hold. */
function withAnchors(xml: string, prefix: string, placed: readonly PlacedComment[]): string {
  const cuts = placed.flatMap(({ spot, id }) => [
    { ...spot.start, mark: `<${prefix}:commentRangeStart ${prefix}:id="${id}"/>`, order: 1 },
    {
      ...spot.end,
      mark: `<${prefix}:commentRangeEnd ${prefix}:id="${id}"/><${prefix}:r><${prefix}:commentReference ${prefix}:id="${id}"/></${prefix}:r>`,
      order: 0,
    },
  ]);
  const byPlace = new Map<number, typeof cuts>();
  for (const cut of cuts) byPlace.set(cut.at, [...(byPlace.get(cut.at) ?? []), cut]);
  let out = xml;
  for (const [at, here] of [...byPlace].sort(([a], [b]) => b - a)) {
    const marks = here
      .toSorted((a, b) => a.order - b.order)
      .map(({ mark }) => mark)
      .join('');
    const divided = `</${prefix}:t></${prefix}:r>${marks}<${prefix}:r>${here[0]?.properties ?? ''}<${prefix}:t xml:space="preserve">`;
    out = out.slice(0, at) + divided + out.slice(at);
  }
  // A blank at a cut must not be lost.
  return placed.length === 0
    ? out
    : out.replaceAll(new RegExp(`<${prefix}:t>(?=[^<]*\\s</${prefix}:t>)`, 'g'), `<${prefix}:t xml:space="preserve">`);
}

function commentsPart(before: string, placed: readonly PlacedComment[]): string {
  const own = placed.map(({ comment: { author, lines }, id }) => {
    const paragraphs = lines.map((line) => `<w:p><w:r><w:t xml:space="preserve">${escapeHtml(line)}</w:t></w:r></w:p>`);
    return `<w:comment w:id="${id}" w:author="${escapeHtml(author)}" w:initials="明察">${paragraphs.join('')}</w:comment>`;
  });
  if (/<\/w:comments>\s*$/.test(before)) return before.replace(/<\/w:comments>\s*$/, `${own.join('')}</w:comments>`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${MAIN}">${own.join('')}</w:comments>`;
}

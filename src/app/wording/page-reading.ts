import type { FactData } from '../../evidence/facts.ts';
import type { ProofFinding } from '../../evidence/proof.ts';
import { readPage } from '../../extract/index.ts';
import type { Column } from '../../subjects/column.ts';
import type { Finding } from '../../text/finding.ts';
import { maskAddress, maskPersonal } from '../../text/privacy/mask-personal.ts';
import { doubtTopic } from '../../text/review/off-topic.ts';
import type { AreaReader } from './area-reader.ts';
import { placeContextOf } from './page-place.ts';

/** A page to be read from its kept bytes. */
export interface PageToRead {
  url: string;
  of: FactData<'proof'>['of'];
  columnId: string | null;
  title: string | null;
  publishDate: string | null;
  /** The column it stands in; one of class `messages` holds what citizens write (互动留言). Null = none is known. */
  column: Pick<Column, 'class' | 'path'> | null;
}

/** More findings than this on one page are of no use to anybody. */
const MOST_FINDINGS = 100;
/** Letters of the sentence shown on either side. */
const AROUND = 40;
const SENTENCE_END = /[。！？；\n]/;

/** Proofreads a page. Any bytes give an answer. */
export function readKeptPage(reader: AreaReader, page: PageToRead, bytes: Uint8Array): FactData<'proof'> {
  const { url, of, columnId, column } = page;
  const citizens = column?.class === 'messages';
  if (of === 'attachment') return readKeptText(reader, page, new TextDecoder().decode(bytes));
  const reading = readPage(bytes, { url });
  const { text } = reading;
  const publishDate = page.publishDate ?? reading.article?.publishDate ?? null;
  const title = page.title ?? reading.article?.title ?? reading.title;
  const context = placeContextOf(reading, page, title);
  const topic = of === 'article' && !citizens ? offTopic(text, title ?? url) : [];
  const read = readText(reader, text, { onlyPrivate: citizens, published: publishDate, ...context });
  return { url, columnId, of, title, publishDate, ...read, findings: [...topic, ...read.findings] };
}

/** A document of the site, by its text as read: for personal data alone, which is what its tables and lists give away. */
function readKeptText(reader: AreaReader, { url, of, columnId, title, publishDate }: PageToRead, text: string): FactData<'proof'> {
  return { url, columnId, of, title, publishDate, ...readText(reader, text, { onlyPrivate: true, published: publishDate }) };
}

/** What the lists say of a text, and which they were. */
function readText(reader: AreaReader, text: string, how: NonNullable<Parameters<AreaReader['read']>[1]>) {
  const { findings, characters, collapsed } = reader.read(text, how);
  return {
    outcome: 'ok' as const,
    listsVersion: reader.version,
    layers: how.onlyPrivate ? ['L5' as const] : [...reader.layers],
    characters,
    findings: findings.slice(0, MOST_FINDINGS).map((finding) => keptFinding(text, finding)),
    truncated: findings.length > MOST_FINDINGS,
    collapsed,
  };
}

/** Lines of running text: a menu has no sentences. */
const bodyOf = (text: string): string =>
  text
    .split('\n')
    .filter((line) => /[。！？”]/.test(line))
    .join('\n');

function offTopic(text: string, title: string): ProofFinding[] {
  const doubt = doubtTopic(bodyOf(text));
  if (doubt === null) return [];
  return [
    {
      ...{ layer: 'L4', kind: 'off-topic', severity: 2, score: 0.7, files: false, suggestion: null, why: doubt.why },
      ...{ found: title, place: { block: 0, start: 0, end: 0 }, context: title, contextAt: 0 },
    } as ProofFinding,
  ];
}

/** A finding with its line and its sentence, whatever tells a person covered. */
function keptFinding(text: string, { start, end, ...finding }: Finding): ProofFinding {
  const { layer, kind, severity, score, files, suggestion, why } = finding;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const from = Math.max(lineStart, start - AROUND, start - sinceSentence(text.slice(Math.max(0, start - AROUND), start)));
  const rest = text.slice(end, end + AROUND);
  const stop = rest.search(SENTENCE_END);
  const to = end + (stop < 0 ? rest.length : stop + 1);
  const found = text.slice(start, end);
  const shown = kind === 'personal-address' ? maskAddress(found) : found;
  const context = maskPersonal(text.slice(from, start) + shown + text.slice(end, to)).replaceAll('\n', ' ');
  return {
    layer,
    kind,
    severity,
    score,
    files,
    found: context.slice(start - from, end - from),
    suggestion: suggestion === null ? null : maskPersonal(suggestion),
    why: maskPersonal(why),
    place: { block: text.slice(0, start).split('\n').length - 1, start: start - lineStart, end: end - lineStart },
    context,
    contextAt: start - from,
  };
}

/** Letters since the last end of a sentence. */
function sinceSentence(before: string): number {
  for (let at = before.length - 1; at >= 0; at--) if (SENTENCE_END.test(before[at] as string)) return before.length - 1 - at;
  return before.length;
}

import type { NoticeDocument } from './model.ts';

/** The notice as anyone may have it: without contacts and other data of persons (seeds N19, S05). Figures and tables stay. */
export function publicCopy(document: NoticeDocument): NoticeDocument {
  return { ...document, body: document.body.filter((paragraph) => paragraph.personal !== true) };
}

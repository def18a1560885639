import { chineseDate } from '../../core/date.ts';
import { maskPersonal } from '../mask-personal.ts';
import type { NoticeDocument } from '../model.ts';
import { attachmentLines, figureMap, numbered, plainText } from '../outline.ts';

/** A sentence of an issued notice. */
export interface IssuedSentence {
  text: string;
  /** As the public copy has it, personal data covered. */
  masked: string;
  /** May be left out on a web page: contacts, and the list of attachments, which stand there as links. */
  optional: boolean;
}

/** The words of a notice from 主送机关 to 成文日期, sentence by sentence; its tables are files of their own on a page. */
export interface IssuedText {
  title: string;
  sentences: readonly IssuedSentence[];
}

export function issuedText(document: NoticeDocument): IssuedText {
  const figures = figureMap(document);
  const body = numbered(document.body, document.marks).flatMap(({ label, heading, paragraph }) => {
    const text = plainText(paragraph.runs, figures);
    const head = `${label}${heading ?? ''}${heading !== null && text !== '' ? '。' : ''}`;
    return split(`${head}${text}`).map((sentence) => asSentence(sentence, paragraph.personal === true));
  });
  const { issuer, date } = document.signature;
  return {
    title: document.title,
    sentences: [
      ...(document.addressees === '' ? [] : [asSentence(`${document.addressees}：`, false)]),
      ...body,
      ...attachmentLines(document.attachmentList).map((line) => asSentence(line, true)),
      ...[issuer, date === null ? '' : chineseDate(date)].filter((words) => words !== '').map((words) => asSentence(words, false)),
    ],
  };
}

const asSentence = (text: string, optional: boolean): IssuedSentence => ({ text, masked: maskPersonal(text), optional });
const split = (text: string): string[] => text.split(/(?<=[。！？；])/u).filter((sentence) => sentence.trim() !== '');

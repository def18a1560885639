import { recordLines, signedDate } from '../layout/record.ts';
import { titleLines } from '../layout/title-lines.ts';
import type { NoticeDocument } from '../model.ts';
import { attachmentLines, attachmentMark, figureMap, noteText, numbered, runText } from '../outline.ts';
import type { Run } from '../run.ts';
import { escapeHtml } from './escape.ts';
import { STYLE } from './style.ts';
import { htmlTable } from './table.ts';

/**
 * Preview of the notice as one self-contained page. Every bound figure is `<data data-figure="…">`, every row of a table
 * `data-row="…"`, so that the page around it can show the rows behind a number. Nothing of the notice is markup.
 */
export function writeHtml(document: NoticeDocument): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(document.title)}</title><style>${STYLE}</style></head><body>${noticeHtml(document)}</body></html>`;
}

/**
 * The notice itself, to be put into a page that brings its own style. `still`: the page shows no rows behind a number, so
 * numbers are no stops of the keyboard.
 */
export function noticeHtml(document: NoticeDocument, still = false): string {
  return `<article class="notice">${head(document)}${body(document, still)}${tail(document)}${attachments(document)}${record(document)}</article>`;
}

const paragraph = (name: string, inner: string): string => `<p class="${name}">${inner}</p>`;
const text = escapeHtml;

function head(document: NoticeDocument): string {
  const mark =
    document.letterhead === null
      ? ''
      : `<header class="letterhead">${paragraph('mark', text(document.letterhead))}${paragraph('number', text(document.number ?? ''))}</header>`;
  const title = `<h1>${titleLines(document.title).map(text).join('<br>')}</h1>`;
  return `${mark}${title}${document.addressees === '' ? '' : paragraph('to', `${text(document.addressees)}：`)}`;
}

function body(document: NoticeDocument, still: boolean): string {
  const figures = figureMap(document);
  const run = (piece: Run): string => {
    const words = text(runText(piece, figures));
    if (!('figure' in piece)) return words;
    const value = figures.get(piece.figure)?.value ?? '';
    return `<data class="figure" data-figure="${text(piece.figure)}" value="${value}"${still ? '' : ' tabindex="0"'}>${words}</data>`;
  };
  return numbered(document.body, document.marks)
    .map(({ label, heading, paragraph: p }) => {
      if (p.level === 1) return `<h2 id="${text(p.id)}">${text(label + (heading ?? ''))}</h2>`;
      const lead = heading === null ? text(label) : `<span class="lead${p.level}">${text(`${label}${heading}。`)}</span>`;
      return `<p id="${text(p.id)}" class="text">${lead}${p.runs.map(run).join('')}</p>`;
    })
    .join('');
}

function tail(document: NoticeDocument): string {
  const lines = attachmentLines(document.attachmentList).map((line, i) => `<a href="#attachment-${i + 1}">${text(line)}</a>`);
  const list = lines.length === 0 ? '' : `<div class="attachment-list"><span>附件：</span><div>${lines.join('<br>')}</div></div>`;
  const signature = paragraph('signature', `<span>${text(document.signature.issuer)}<br>${text(signedDate(document))}</span>`);
  return `${list}${signature}${document.annotation === null ? '' : paragraph('text', `（${text(document.annotation)}）`)}`;
}

function attachments(document: NoticeDocument): string {
  return document.attachments
    .map(({ title, table }, i) => {
      const note = table.notes === null ? '' : paragraph('note', text(noteText(table.notes, figureMap(document))));
      const mark = attachmentMark(i, document.attachments.length);
      return `<section id="attachment-${i + 1}" class="attachment">${paragraph('mark', text(mark))}<h2>${text(title)}</h2>${htmlTable(table, title)}${note}</section>`;
    })
    .join('');
}

function record(document: NoticeDocument): string {
  const { cc, office, printed } = recordLines(document);
  const copies = cc === null ? '' : `<p>抄送：${text(cc)}</p>`;
  return `<footer class="record">${copies}<p class="printed"><span>${text(office)}</span><span>${text(printed)}</span></p></footer>`;
}

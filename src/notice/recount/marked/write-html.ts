import { escapeHtml } from '../../html/escape.ts';
import type { FigureVerdict } from '../figure.ts';
import { type MarkedDocument, type MarkedFigure, readingOf } from './marked.ts';
import { STYLE } from './style.ts';

const SYMBOLS: Readonly<Record<FigureVerdict, string>> = { agrees: '✓', disagrees: '✗', 'cannot-check': '?' };

/** The document with every figure marked and numbered, what was made of each beside it. One page, nothing loaded, printable. */
export function writeMarkedHtml(marked: MarkedDocument): string {
  const numbered = marked.figures.map((figure, i) => ({ figure, number: i + 1 }));
  const count = (verdict: FigureVerdict): number => marked.figures.filter((figure) => figure.verdict === verdict).length;
  const summary = `不一致 ${count('disagrees')} 处　一致 ${count('agrees')} 处　无法核对 ${count('cannot-check')} 处`;
  const sections = marked.document.map((block, i) => {
    const own = numbered.filter(({ figure }) => figure.place.block === i);
    const body = block.kind === 'paragraph' ? paragraph(block.text, own) : table(block.rows, own);
    const told = block.kind === 'table' ? own.filter(({ figure }) => figure.verdict !== 'agrees') : own;
    return `<section class="block"><div class="text">${body}</div><aside>${told.map(note).join('')}${restOf(own.length - told.length)}</aside></section>`;
  });
  const said = [...marked.remarks.map(({ message }) => message), ...marked.notes];
  const remarks = said.length === 0 ? '' : `<ul class="remarks">${said.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ul>`;
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(`数字核对：${marked.title}`)}</title><style>${STYLE}</style></head><body><header><h1>数字核对</h1><p>${escapeHtml(marked.title)}</p><p class="summary">${summary}</p>${remarks}</header><main>${sections.join('')}</main></body></html>`;
}

interface Numbered {
  figure: MarkedFigure;
  number: number;
}

const restOf = (count: number): string => (count > 0 ? `<p class="rest">表内另有${count}个数字核对一致</p>` : '');

const sign = ({ figure, number }: Numbered): string =>
  `<sup class="${figure.verdict}"><a href="#f${number}">${SYMBOLS[figure.verdict]}${number}</a></sup>`;

function note({ figure, number }: Numbered): string {
  const [first = '', ...rest] = readingOf(figure);
  return `<div class="note ${figure.verdict}" id="f${number}"><b>${SYMBOLS[figure.verdict]}${number}</b> “${escapeHtml(figure.stated)}” ${escapeHtml(first)}${rest.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}</div>`;
}

/** Marks of figures that overlap (a list and the number behind it) are set once; every figure keeps its sign. */
function paragraph(text: string, own: readonly Numbered[]): string {
  let html = '';
  let at = 0;
  for (const one of own.toSorted((a, b) => startOf(a) - startOf(b))) {
    const { place } = one.figure;
    const end = place.in === 'text' ? Math.min(place.end, text.length) : 0;
    if (startOf(one) >= at && end > startOf(one)) {
      html += `${escapeHtml(text.slice(at, startOf(one)))}<mark class="${one.figure.verdict}">${escapeHtml(text.slice(startOf(one), end))}</mark>${sign(one)}`;
      at = end;
    } else html += sign(one);
  }
  return `<p>${html}${escapeHtml(text.slice(at))}</p>`;
}

const startOf = ({ figure: { place } }: Numbered): number => (place.in === 'text' ? place.start : 0);

function table(rows: readonly (readonly string[])[], own: readonly Numbered[]): string {
  const cell = (text: string, row: number, at: number): string => {
    const here = own.filter(({ figure: { place } }) => place.in === 'cell' && place.row === row && place.at === at);
    const wrong = here.find(({ figure }) => figure.verdict === 'disagrees') ?? here[0];
    const shown = escapeHtml(text).replaceAll('\n', '<br>');
    return wrong
      ? `<td class="${wrong.figure.verdict}">${shown}${wrong.figure.verdict === 'agrees' ? '' : sign(wrong)}</td>`
      : `<td>${shown}</td>`;
  };
  return `<div class="scroll"><table>${rows.map((row, r) => `<tr>${row.map((text, c) => cell(text, r, c)).join('')}</tr>`).join('')}</table></div>`;
}

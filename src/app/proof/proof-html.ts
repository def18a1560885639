import { escapeHtml } from '../../notice/html/escape.ts';
import { STYLE } from '../../notice/recount/marked/style.ts';
import { FINDING_KINDS, LAYERS, type Layer } from '../../text/finding.ts';
import { adviceOf } from './advice.ts';
import type { ProofFinding, ProofReport } from './report.ts';

/** Colours of the layers; the sign beside the words tells them apart without colour. */
const COLOURS: Readonly<Record<Layer, string>> = {
  L0: '#595959',
  L1: '#a8071a',
  L2: '#ad4e00',
  L3: '#613400',
  L4: '#0958d9',
  L5: '#531dab',
  L6: '#00474f',
};

/** The draft with every finding marked and its reason beside it. One page, nothing loaded, printable. */
export function proofHtml({ file, text, findings, characters, notes }: ProofReport): string {
  const numbered = findings.map((finding, i) => ({ finding, number: i + 1 }));
  const lines = [...text.matchAll(/[^\r\n]+/g)].filter(([line]) => line.trim() !== '');
  const sections = lines.map((line) => {
    const to = line.index + line[0].length;
    const own = numbered.filter(({ finding }) => finding.start >= line.index && finding.start < to);
    return `<section class="block"><div class="text">${paragraph(line[0], line.index, own)}</div><aside>${own.map(note).join('')}</aside></section>`;
  });
  const said = notes.length === 0 ? '' : `<ul class="remarks">${notes.map((one) => `<li>${escapeHtml(one)}</li>`).join('')}</ul>`;
  const colours = Object.entries(COLOURS).map(([layer, colour]) => `.${layer}{border-color:${colour}!important}`);
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(`文稿校对：${file}`)}</title><style>${STYLE}${colours.join('')}</style></head><body><header><h1>文稿校对</h1><p>${escapeHtml(file)}</p><p class="summary">共 ${characters} 字，疑点 ${findings.length} 处</p>${said}</header><main>${sections.join('')}</main></body></html>`;
}

interface Numbered {
  finding: ProofFinding;
  number: number;
}

/** Findings do not overlap; one that runs over the end of the line is marked up to there. */
function paragraph(line: string, from: number, own: readonly Numbered[]): string {
  let html = '';
  let at = 0;
  for (const { finding, number } of own) {
    const start = finding.start - from;
    const end = Math.min(finding.end - from, line.length);
    html += `${escapeHtml(line.slice(at, start))}<mark class="${finding.layer}">${escapeHtml(line.slice(start, end))}</mark><sup><a href="#f${number}">${number}</a></sup>`;
    at = end;
  }
  return `<p>${html}${escapeHtml(line.slice(at))}</p>`;
}

function note({ finding, number }: Numbered): string {
  const said = adviceOf(finding).map((line) => `<p>${escapeHtml(line)}</p>`);
  return `<div class="note ${finding.layer}" id="f${number}"><b>${number}</b> “${escapeHtml(finding.found)}” ${LAYERS[finding.layer]}·${FINDING_KINDS[finding.kind]}${said.join('')}</div>`;
}

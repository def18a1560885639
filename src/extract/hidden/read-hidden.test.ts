import { describe, expect, it } from 'vitest';
import { readHidden } from './read-hidden.ts';

const read = (html: string) => readHidden(html, 'http://www.example.gov.cn/a/b.html');
const LINK = '<a href="/x">甲</a>';

describe('hidden pieces', () => {
  it('come with how, with what name, from where, and with their links', () => {
    const { pieces, text } = read(`<p>看得见</p><div class="k" style="position:absolute;left:-999px">看不见${LINK}</div>`);
    expect(pieces).toEqual([
      { way: 'off-screen', label: 'k', inline: true, text: '看不见甲', links: [{ url: 'http://www.example.gov.cn/x', text: '甲' }] },
    ]);
    expect(text).toBe('看得见');
  });
  it.each([
    ['a rule of the page', '<style>.k{display:none}</style>', 'class="k"', [false]],
    ['a rule that its own style takes back', '<style>.k{display:none}</style>', 'class="k" style="display:block"', []],
    ['a rule for another element', '<style>.other .k{display:none}</style>', 'class="k"', []],
    ['a rule for a state', '<style>.k:hover{display:none}</style>', 'class="k"', []],
    ['a rule for print', '<style>@media print{.k{display:none}}</style>', 'class="k"', []],
    ['a rule behind one for print', '<style>@media print{a{color:red}} .k{display:none}</style>', 'class="k"', [false]],
    ['the last pixel that hides', '', 'style="height:1px;overflow:hidden"', [true]],
    ['the first that shows', '', 'style="height:2px;overflow:hidden"', []],
    ['just far enough out', '', 'style="position:absolute;left:-400px"', [true]],
    ['not far enough out', '', 'style="position:absolute;left:-399px"', []],
    ['far out without a position', '', 'style="left:-9999px"', []],
  ])('%s', (_name, head, attributes, inline) => {
    expect(read(`${head}<div ${attributes}>${LINK}</div>`).pieces.map((piece) => piece.inline)).toEqual(inline);
  });
});

it('pages made to be slow to read are read in time', () => {
  const began = process.cpuUsage();
  for (const page of [
    '<div style="height:0;overflow:hidden">'.repeat(20_000),
    `document.write${'<script '.repeat(50_000)}`,
    `<style>${'/*'.repeat(50_000)}`,
    `<style>${Array.from({ length: 3_000 }, (_, i) => `.a .c${i} .b{display:none}`).join('')}</style>${'<p class="b">x</p>'.repeat(3_000)}`,
    `<!-- <a href=x>${'<!-- '.repeat(20_000)}`,
  ])
    read(page);
  const { user, system } = process.cpuUsage(began);
  expect((user + system) / 1e6).toBeLessThan(5);
});

import { describe, expect, it } from 'vitest';
import type { NoticeDocument } from '../model.ts';
import { template } from '../templates/monthly-monitoring.ts';
import { fullMonth } from '../testing/fixtures.ts';
import { pdfPages } from '../testing/parts.ts';
import { defaultPdfFonts } from './fonts.ts';
import { writePdf } from './write-pdf.ts';

const FILLER = '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏';
const filled = (characters: number): NoticeDocument => {
  const text = FILLER.repeat(Math.ceil(characters / FILLER.length)).slice(0, characters);
  return template.build(fullMonth(44, { requirements: [{ heading: '计数', text, due: null }] }));
};

describe('pages', () => {
  it('hold 22 lines of 28 characters', () => {
    const pages = pdfPages(writePdf(filled(3000)));
    const text = pages.map((lines) => lines.filter((line) => line.size === 16));
    const full = text.filter((lines) => lines.length > 0 && lines.every((line) => line.glyphs === 28));
    expect(full.length).toBeGreaterThanOrEqual(2);
    for (const lines of full) {
      expect(lines).toHaveLength(22);
      for (const [i, line] of lines.slice(1).entries()) expect(line.y - (lines[i]?.y ?? 0)).toBeCloseTo(28.95, 2);
    }
  });

  it.each([44, 400])('hold a table of %i rows without losing one', (rows) => {
    const document = template.build(fullMonth(rows));
    const [table] = document.attachments;
    const pages = pdfPages(writePdf(document));
    const cells = pages.flat().filter((line) => line.size === 12).length;
    expect(table?.table.rows).toHaveLength(rows);
    expect(cells).toBeGreaterThan(rows * 2);
    expect(pages.length).toBeGreaterThan(rows / 30 + 4);
  });

  it('never leave the signature alone, whatever the length of the text', () => {
    for (let characters = 20; characters <= 300; characters += 28) {
      const document = { ...filled(characters), attachments: [], attachmentList: [] };
      const signed = pdfPages(writePdf(document)).findLast((lines) => lines.some((line) => line.size === 16)) ?? [];
      // Signature, date and 附注 are three lines of text; more than those must be there.
      expect([characters, signed.filter((line) => line.size === 16).length > 3]).toEqual([characters, true]);
    }
  });

  it('keep long words and long names inside', () => {
    const long = '非常长的单位名称'.repeat(12);
    const month = fullMonth(12);
    const channels = month.channels.map((c, i) => (i === 0 ? { ...c, unitPrinted: long, reasons: ['很长的问题说明，'.repeat(80)] } : c));
    expect(pdfPages(writePdf(template.build({ ...month, channels }))).length).toBeGreaterThan(5);
  });
});

it('reads no word of a notice as markup', () => {
  const document = template.build(fullMonth(3, { title: '#panic("x") $a$ *b* <c> \\ "通报"', issuer: '#read("/etc/passwd")' }));
  expect(pdfPages(writePdf(document)).length).toBeGreaterThan(3);
});

it('writes the same bytes twice', () => {
  const document = template.build(fullMonth());
  expect(Buffer.compare(writePdf(document), writePdf(document))).toBe(0);
});

describe('fonts', () => {
  it('refuse to print empty boxes', () => {
    const faces = defaultPdfFonts().faces;
    const none = { folders: [], faces: { ...faces, hei: { families: ['没有的字体'], weight: 400 } } };
    expect(() => writePdf(template.build(fullMonth(3)), { ...none, folders: defaultPdfFonts().folders })).toThrowError(
      expect.objectContaining({ code: 'unavailable', message: expect.stringContaining('没有的字体') }),
    );
  });
});

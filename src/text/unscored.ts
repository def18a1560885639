/** A stretch of a text, `end` exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** What a stretch of text is made of. */
export interface LetterCounts {
  /** All letters and marks, blanks not counted. */
  letters: number;
  han: number;
  kana: number;
  /** Latin, Greek and Cyrillic letters. */
  foreign: number;
}

/** Counts in one pass: every block of every page goes through here. */
export function countLetters(text: string): LetterCounts {
  const counts = { letters: 0, han: 0, kana: 0, foreign: 0 };
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code <= 0x20 || code === 0xa0 || code === 0x3000) continue;
    counts.letters += 1;
    if (code >= 0x3400 && code <= 0x9fff) counts.han += 1;
    else if (code >= 0x3040 && code <= 0x30ff) counts.kana += 1;
    else if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0x4ff)) counts.foreign += 1;
  }
  return counts;
}

const FEWEST_HAN = 2;
const FEWEST_LETTERS = 12;

/** Code or a foreign language, or hardly any words: nothing that a layer for Chinese could judge. */
export function unscoredLanguage({ han, kana, foreign }: LetterCounts): 'foreign' | 'no-words' | null {
  if (kana > 0 && kana * 5 > han) return 'foreign';
  if (foreign > han * 4 && foreign >= FEWEST_LETTERS) return 'foreign';
  return han < FEWEST_HAN ? 'no-words' : null;
}

/** What stands before the words of somebody who wrote to the office. */
const MESSAGE =
  /^[【[]?(?:(?:网民|网友|群众|市民|来信人?|信件|留言人?|诉求人?|咨询人?|投诉人?|举报人?|反映|提问|问题|求助|建议)的?(?:留言|来信|提问|诉求|咨询|内容|描述|问题|正文|建议)(?:内容|正文)?|来信内容|信件内容|留言内容|诉求内容|咨询内容|投诉内容|举报内容|我要咨询|网友问|网民问|问)[】\]]?\s*(?:[:：]|$)/;
/** From here the office speaks again. */
const REPLY =
  /^[【[]?(?:(?:官方|部门|单位|办理|处理|承办)?(?:回复|答复|回应|反馈|办理|处理|受理)(?:内容|结果|情况|意见|单位|部门|机构|时间|日期|人|正文)?|答|.{2,16}(?:回复|答复)|(?:尊敬的|亲爱的|您好).{0,20})[】\]]?\s*(?:[:：，,!！]|$)/;
const LONGEST_MESSAGE = 5_000;

/** Messages from the public (网民留言、来信内容、诉求): from their label up to the reply. */
export function messageRanges(text: string, blocks: readonly Range[]): Range[] {
  const ranges: Range[] = [];
  let open: number | null = null;
  for (const { start, end } of blocks) {
    const line = text.slice(start, Math.min(end, start + 40));
    if (open !== null && (REPLY.test(line) || start - open > LONGEST_MESSAGE)) {
      ranges.push({ start: open, end: start });
      open = null;
    }
    const label: RegExpExecArray | null = open === null ? MESSAGE.exec(line) : null;
    if (label) open = start + label[0].length;
  }
  const last = blocks.at(-1);
  if (open !== null && last && last.end > open) ranges.push({ start: open, end: last.end });
  return ranges;
}

const FEWEST_VERSES = 4;
const COUPLET =
  /^(?:[\u4e00-\u9fff]{5}[，,、；]?\s*[\u4e00-\u9fff]{5}[。！？；]?|[\u4e00-\u9fff]{7}[，,、；]?\s*[\u4e00-\u9fff]{7}[。！？；]?|[\u4e00-\u9fff]{5}[，。；]?|[\u4e00-\u9fff]{7}[，。；]?)$/;

/** Runs of lines of five or seven characters that go in pairs: verse, not prose. */
export function verseRanges(text: string, blocks: readonly Range[]): Range[] {
  const ranges: Range[] = [];
  let run: Range[] = [];
  const close = (): void => {
    const words = run.map(({ start, end }) => text.slice(start, end));
    const verses = words.join('').replace(/[^\u4e00-\u9fff]/g, '').length / lengthOfVerse(words[0] ?? '');
    const first = run[0];
    const last = run.at(-1);
    const rhymed =
      words.every((line) => lengthOfVerse(line) === lengthOfVerse(words[0] as string)) && words.some((line) => /[，。]/.test(line));
    if (first && last && verses >= FEWEST_VERSES && rhymed) ranges.push({ start: first.start, end: last.end });
    run = [];
  };
  for (const block of blocks) {
    if (block.end - block.start <= 20 && COUPLET.test(text.slice(block.start, block.end))) run.push(block);
    else close();
  }
  close();
  return ranges;
}

const lengthOfVerse = (line: string): number => /^[\u4e00-\u9fff]+/.exec(line)?.[0].length || 1;

const SPOKEN = /(?:说|表示|指出|强调|写道|回答|介绍|认为|感慨|问|称|道|告诉记者|[：:])[：:，,]?\s*$/;

/** The number of a document: 石政办发〔2022〕5号. The code of an office in it is no word. */
const DOCUMENT_NUMBER = /[\u4e00-\u9fff]{1,7}(?=[〔［[（(]\s*(?:19|20)\d\d\s*[〕］\])）])/g;

/** Codes of offices in numbers of documents. */
export function documentCodes(block: string): Range[] {
  if (!/[〔［[（(]\s*(?:19|20)\d/.test(block)) return [];
  return Array.from(block.matchAll(DOCUMENT_NUMBER), ({ index, 0: code }) => ({ start: index, end: index + code.length }));
}

/** Shorter quotes are the office's own use of words: slogans, names, formulations. */
const LONG_QUOTE = /“[^“”]{40,}”/g;

/** Long quoted speech of others: “……” of whole sentences behind a verb of saying, or a paragraph that is nothing but a quote. */
export function quotedSpeech(block: string): Range[] {
  const ranges: Range[] = [];
  if (!block.includes('“')) return ranges;
  for (const match of block.matchAll(LONG_QUOTE)) {
    const before = block.slice(Math.max(0, match.index - 12), match.index);
    const said = SPOKEN.test(before) || before === '';
    if (said && /[。！？]/.test(match[0])) ranges.push({ start: match.index, end: match.index + match[0].length });
  }
  return ranges;
}

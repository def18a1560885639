import { soundsAlike, soundsSame } from '../characters/readings.ts';
import { looksAlike, looksVeryAlike } from '../characters/shapes.ts';
import type { FindingKind } from '../finding.ts';
import type { Edit } from './edits.ts';
import { cutsWord, endsInside, endsOutside, HAN, isCited, type Miss, standsAlone } from './miss.ts';
import { isWord } from './two-letter-words.ts';

/** What a near miss is worth. */
export interface Judgement {
  kind: FindingKind;
  /** 0 to 1. */
  score: number;
}

/** Letters that official titles gain or lose without being wrong: 人力资源（和）社会保障局, 中国特色（的）社会主义. */
const LINKING = /[和与及或的之于、，,·\s（）()〔〕0-9０-９A-Za-z第等各]/;
/** From this length a phrase is recognised by the rest of it, whatever stands around. */
const SURE_LENGTH = 10;

/** Below what is told unless everything is asked for. */
export const DOUBTFUL = 0.45;
/** Told, but never without a person. */
const LIKELY = 0.55;

/** Letters that stand between words and are no slip for one of a name: 中国对现代化的探索. */
const FUNCTION = /[的和与及或之于等各第对是为在从向由把被将已所其这该有也就都不要可能来去了着过以到应愿]/;

/** Judges a near miss: null where it may well be what the writer meant. */
export function judgeMiss(miss: Miss): Judgement | null {
  const { edits } = miss;
  if (belongsOutside(miss)) return null;
  // 标准画法 may be a way of drawing: so short a title is one only in 《》 or behind 中华人民共和国.
  if (miss.phraseKind === 'law' && miss.phrase.length <= 4 && !miss.isTitle && miss.text[miss.start - 1] !== '国') return null;
  if (edits.length === 2) return judgeTwo(miss);
  return judgeOne(miss, edits[0] as Edit);
}

/** Two slips in one long phrase: both must be slips of hand or eye, and the phrase as a whole must be unmistakable. */
function judgeTwo(miss: Miss): Judgement | null {
  const judged = miss.edits.map((edit) => judgeOne(miss, edit));
  if (judged.some((one) => one === null || one.score < 0.85) || miss.edits.every(({ op }) => op === 'missing')) return null;
  const [one] = judged as Judgement[];
  return { kind: one?.kind ?? 'wrong-word', score: Math.min(...judged.map((each) => each?.score ?? 0)) - 0.05 };
}

/**
 * Whether what stands beyond the slip is a wording of its own and the rest belongs to a word outside: 向人民政府 is no slip of
 * 乡人民政府, nor 进行规范性文件备案 of 行政规范性文件, nor 社会主义现代化国家 of 社会主义现代化强国.
 */
function belongsOutside({ phrase, text, start, end, edits, isKnown }: Miss): boolean {
  const first = edits[0] as Edit;
  const last = edits.at(-1) as Edit;
  if (first.op !== 'other-letter' && first.op !== 'missing' && first.op !== 'extra') return false;
  const tail = phrase.slice(last.phraseAt + last.phraseLength);
  const head = phrase.slice(0, first.phraseAt);
  // 依据某法制定: 法制 is no word here.
  const opensWord = isWord(text[end - 1], text[end]) && !text.startsWith('制定', end);
  const endsWord = isWord(text[start - 1], text[start]);
  if (isKnown(tail) && (head === '' || endsWord)) return true;
  if (isKnown(head) && (tail === '' || opensWord)) return true;
  // 我国主权、安全、发展利益: 我国 is a word by itself.
  if (first.op === 'missing' && head.length === 1 && endsWord) return true;
  if (phrase.length >= SURE_LENGTH) return false;
  return !isSlipOfEarOrEye(first, phrase, text) && ((head.length === 1 && endsWord) || (tail.length === 1 && opensWord));
}

function isSlipOfEarOrEye({ op, phraseAt, textAt }: Edit, phrase: string, text: string): boolean {
  if (op === 'extra') return text[textAt] === text[textAt - 1] || text[textAt] === text[textAt + 1];
  if (op === 'missing') return false;
  const right = phrase[phraseAt] as string;
  const wrong = text[textAt] as string;
  return soundsSame(right, wrong) || looksVeryAlike(right, wrong);
}

function judgeOne(miss: Miss, edit: Edit): Judgement | null {
  switch (edit.op) {
    case 'other-letter':
      return judgeOtherLetter(miss, edit);
    case 'missing':
      return judgeMissing(miss, edit);
    case 'extra':
      return judgeExtra(miss, edit);
    case 'swapped':
      return judgeSwapped(miss, edit);
    case 'words-swapped':
      return { kind: 'swapped-characters', score: miss.isTitle ? 0.9 : 0.8 };
    case 'gap':
      return miss.isTitle && cutsWord(miss.phrase, edit) ? { kind: 'missing-character', score: 0.85 } : null;
  }
}

const isEdge = ({ phrase }: Miss, { phraseAt, phraseLength }: Edit): boolean => phraseAt === 0 || phraseAt + phraseLength === phrase.length;

function judgeOtherLetter(miss: Miss, edit: Edit): Judgement | null {
  const { phrase, text, phraseKind, isTitle } = miss;
  const right = phrase[edit.phraseAt] as string;
  const wrong = text[edit.textAt] as string;
  if (!HAN.test(right) || !HAN.test(wrong) || (LINKING.test(right) && LINKING.test(wrong))) return null;
  const before = text[edit.textAt - 1];
  const after = text[edit.textAt + 1];
  const same = soundsSame(right, wrong);
  const alike = same || looksAlike(right, wrong);
  const near = alike || soundsAlike(right, wrong);
  if (isEdge(miss, edit) && !isTitle) {
    // 国家安全发展 is not a slip of 国家安全法, nor 服务公开 of 政务公开: the odd letter belongs to its neighbour outside.
    const outside = edit.phraseAt === 0 ? isWord(before, wrong) : isWord(wrong, after);
    const isSlip = same || looksVeryAlike(right, wrong);
    if (outside || !(isSlip || (near && phrase.length >= 8))) return null;
    // 农村集体经济组织发包, 生态环境不存在: with Chinese beyond it such a letter begins another word.
    const mayBegin = right === '法' || FUNCTION.test(wrong);
    if (edit.phraseAt > 0 && mayBegin && HAN.test(after ?? '')) return { kind: 'wrong-character', score: DOUBTFUL };
    if (!isSlip) return { kind: 'wrong-character', score: LIKELY };
    return { kind: 'wrong-character', score: phrase.length >= 6 ? 0.9 : phrase.length === 5 ? 0.8 : 0.7 };
  }
  if (phraseKind === 'idiom') {
    // 任期自然终止, 得其所在地: the letter makes a word of its own.
    const isMeant = isWord(before, wrong) || isWord(wrong, after);
    return same || looksVeryAlike(right, wrong) ? { kind: 'wrong-character', score: isMeant ? DOUBTFUL : 0.8 } : null;
  }
  if (alike) {
    // 消费者权利清单 may be meant: a short wording with another word in it is shown to a person first.
    const isOtherWord = isWord(before, wrong) || isWord(wrong, after);
    return { kind: 'wrong-character', score: phrase.length >= 6 ? 0.98 : isOtherWord ? 0.8 : 0.85 };
  }
  if (near && phrase.length >= 5) return { kind: 'wrong-character', score: 0.85 };
  if (phrase.length < 5) {
    if (!near && !standsAlone(miss, wrong, edit)) return null;
    // 主题团日, 政策导读: terms of four letters are coined after one another.
    const isCoined = !near && phraseKind === 'term';
    return { kind: 'wrong-character', score: isCoined || FUNCTION.test(wrong) ? DOUBTFUL : LIKELY };
  }
  // 城市排水条例 is no slip of 城市供水条例: the other letter makes an ordinary word where the right one does.
  const makesWord = (isWord(before, wrong) && isWord(before, right)) || (isWord(wrong, after) && isWord(right, after));
  // 党员服务中心, 消防救援中队: the first or last word is another one.
  const isName = phraseKind !== 'law' && phraseKind !== 'document';
  const otherWord =
    isName && ((edit.phraseAt === 1 && isWord(before, wrong)) || (edit.phraseAt === phrase.length - 2 && isWord(wrong, after)));
  const isLongTitle = (isTitle || (!isName && isCited(miss))) && phrase.length >= 8;
  if (FUNCTION.test(wrong) && !cutsWord(phrase, edit) && !(isTitle && isLongTitle)) return null;
  // 中华人民共和国水法 is no slip of 中华人民共和国宪法: the letter before 法 is all the subject there is.
  const isWhole = isLongTitle ? edit.phraseAt < phrase.length - 2 : phrase.startsWith('习近平');
  if (makesWord && !isWhole) return null;
  if (otherWord && phrase.length < 10) return null;
  return { kind: 'wrong-character', score: phrase.length >= 10 ? 0.8 : phrase.length >= 6 ? 0.75 : 0.6 };
}

function judgeMissing(miss: Miss, edit: Edit): Judgement | null {
  const score = scoreMissing(miss, edit);
  return score === null ? null : { kind: 'missing-character', score };
}

function scoreMissing(miss: Miss, edit: Edit): number | null {
  const { phrase, text, start, isTitle, phraseKind } = miss;
  const gone = phrase[edit.phraseAt] as string;
  if (!HAN.test(gone)) return null;
  // 进出境动物检疫法律: no title ends here.
  if (phrase.endsWith('法') && /[律规]/.test(text[miss.end] ?? '')) return null;
  if (phrase.length < 5) {
    if (!standsAlone(miss, '', edit)) return null;
    return phraseKind === 'idiom' || endsOutside(miss, edit) || endsInside(miss, edit) ? DOUBTFUL : LIKELY;
  }
  if (isEdge(miss, edit)) return isTitle && phrase.length >= 6 ? 0.7 : null;
  if (LINKING.test(gone)) return isTitle || phrase.length >= 12 ? 0.6 : null;
  // 石政公开办 is the mark of a county's own office in a document number; 污染物管理条例 is no slip of 物业管理条例.
  if (edit.phraseAt === 1 && HAN.test(text[start - 1] ?? '') && !isTitle) return endsOutside(miss, edit) ? DOUBTFUL : LIKELY;
  // 中国现代化 is no slip of 中国式现代化: no word was cut.
  const cuts = cutsWord(phrase, edit);
  const isName = phraseKind === 'law' || phraseKind === 'organ' || phraseKind === 'core';
  if (phrase.length < 8 && !isTitle && !cuts) return isName || phrase.length >= 6 ? LIKELY : DOUBTFUL;
  return phrase.length >= 6 ? 0.9 : isName ? 0.7 : LIKELY;
}

function judgeExtra(miss: Miss, edit: Edit): Judgement | null {
  const { phrase, text, isTitle } = miss;
  const extra = text[edit.textAt] as string;
  if (!HAN.test(extra)) return null;
  const isDoubled = text[edit.textAt - 1] === extra || text[edit.textAt + 1] === extra;
  if (isDoubled) return { kind: 'extra-character', score: phrase.length >= 5 ? 0.95 : 0.8 };
  if (LINKING.test(extra) || phrase.length < 6) return null;
  const makesWord = isWord(text[edit.textAt - 1], extra) || isWord(extra, text[edit.textAt + 1]);
  if (makesWord || (phrase.length < 8 && !isTitle)) return null;
  return { kind: 'extra-character', score: isTitle ? 0.7 : DOUBTFUL };
}

function judgeSwapped({ phrase, text }: Miss, edit: Edit): Judgement | null {
  const pair = phrase.slice(edit.phraseAt, edit.phraseAt + 2);
  if (!/^\p{Script=Han}{2}$/u.test(pair)) return null;
  // 食品安全产生误解 is no slip of 安全生产.
  const isOtherWord = phrase.length <= 5 && isWord(text[edit.textAt], text[edit.textAt + 1]);
  return { kind: 'swapped-characters', score: isOtherWord ? DOUBTFUL : phrase.length >= 6 ? 0.95 : 0.8 };
}

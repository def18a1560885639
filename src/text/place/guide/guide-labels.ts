import type { GuideField } from '../../../core/guide-field.ts';

/** What a label speaks of before it is known whose it is. */
export type LabelField = Exclude<GuideField, 'hallAddress' | 'hallPhone'> | 'phoneAndFax';

/** Words of a label, letters possibly set apart (传　真). The longest come first. */
const LABELS: readonly (readonly [LabelField, readonly string[]])[] = [
  ['phoneAndFax', ['联系电话[及和]传真', '电话[（(]传真[）)]', '电话[/／、]传真', '传真[/／、]电话']],
  [
    'receivingOffice',
    [
      '受理机构名称',
      '受理机构',
      '受理申请的?机构',
      '受理申请单位',
      '受理单位',
      '受理部门',
      '受理机关',
      '信息公开工作机构名称',
      '信息公开工作机构',
      '信息公开机构',
      '公开工作机构',
      '工作机构名称',
      '工作机构',
      '机构名称',
      '承办机构',
      '网站申请',
    ],
  ],
  ['mailAddress', ['通[讯信]地址', '邮寄地址', '邮政地址', '收件地址', '寄送地址', '来信地址', '信函地址', '邮寄[到至]', '寄送[到至]']],
  ['address', ['办公地[址点]', '办理地[址点]', '受理地[址点]', '机构地址', '单位地址', '联系地址', '接待地[址点]', '地址', '地点']],
  ['fax', ['传真号码', '传真电话', '传真号', '传真']],
  ['phone', ['联系电话号码', '联系电话', '咨询电话', '办公电话', '受理电话', '服务电话', '电话号码', '联系方式', '电话']],
  ['postcode', ['邮政编码', '邮编']],
  ['hours', ['对外办公时间', '办公时间', '受理时间', '工作时间', '接待时间', '上班时间', '服务时间']],
  ['email', ['电子邮箱地址', '电子邮件地址', '电子邮箱', '电子邮件', '电子信箱', '邮箱地址', '邮箱', '[Ee]-?[Mm]ail']],
];

const BLANK = '[ \\t\\u3000\\u00a0]*';
const spaced = (word: string): string => (word.match(/\[[^\]]*\]\??|.\??/gu) ?? []).join(BLANK);
const WORDS = LABELS.flatMap(([field, words]) => words.map((word): [LabelField, string] => [field, spaced(word)]));
const ANY = WORDS.map(([, word]) => `(${word})`).join('|');
const NOTE = '(?:[（(][^（()）]{0,12}[）)])?';
/** A label with what shows that it is one: a colon, 为, 是, or that it stands alone in its line. */
const LABELLED = new RegExp(`(?:${ANY})${NOTE}\\s*(?:[:：]|为[:：]?(?!准|主)|是(?!否)|(?=\\s*$))\\s*`, 'g');

export interface Label {
  field: LabelField;
  /** Of the label's words, and of what follows it. */
  start: number;
  valueAt: number;
  /** It fills its line: the value, if any, is in the next cell. */
  alone: boolean;
}

/** The labels of a line in order. */
export function labelsOf(line: string): Label[] {
  return [...line.matchAll(LABELLED)].flatMap((match): Label[] => {
    const which = match.slice(1).findIndex((group) => group !== undefined);
    const field = WORDS[which]?.[0];
    const start = match.index;
    const valueAt = start + match[0].length;
    const bare = !/[:：为是]\s*$/.test(match[0]);
    // Without a mark behind it a label must fill its line, or it is a word of a sentence.
    if (field === undefined || (bare && line.slice(0, start).trim() !== '')) return [];
    if (bare && field === 'receivingOffice' && !match[0].startsWith('受理')) return [];
    return [{ field, start, valueAt, alone: line.slice(valueAt).trim() === '' }];
  });
}

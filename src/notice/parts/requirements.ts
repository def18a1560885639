import { chineseDate } from '../../core/date.ts';
import type { Paragraph } from '../model.ts';
import type { Contact, DocumentHead, Snapshot } from '../snapshot.ts';
import { listed, quoted, words } from '../words.ts';
import { chapter, paragraph } from './paragraphs.ts';

type Requirement = DocumentHead['requirements'][number];

/** Printed when the office has chosen none of its own. No deadline is made up: a due day comes from the snapshot only. */
const STANDARD: readonly Requirement[] = [
  {
    heading: '逐项整改销号',
    text: '请各单位对照通报列出的问题逐条核实、限期改正，改正一条、复核一条、销号一条；其他单位一并自查同类问题。',
    due: null,
  },
  {
    heading: '做好日常维护',
    text: '请各单位指定专人定期查看本单位网站栏目和政务新媒体的更新、链接和内容，在栏目到期之前完成更新，不再运行的账号及时办理注销。',
    due: null,
  },
  {
    heading: '把好内容关口',
    text: '请各单位落实先审后发，核对文字、数据和链接，公开前检查是否含有个人隐私。',
    due: null,
  },
];

/**
 * 工作要求. A due day is printed with the words 含当日, since readers of 某日前 differ on whether that day counts;
 * the day kept is the last one permitted.
 */
export function requirements(snapshot: Snapshot): Paragraph[] {
  const own = snapshot.document.requirements;
  const items = own.length > 0 ? own : STANDARD;
  return [
    chapter('requirements', '工作要求'),
    ...items.map((item, i) => {
      const due = item.due === null ? '' : `完成时限：${chineseDate(item.due)}（含当日）。`;
      return paragraph(`requirements.${i + 1}`, 'requirements', 2, item.heading, [{ text: `${item.text}${due}` }]);
    }),
    ...contacts(snapshot.document.contacts ?? []),
  ];
}

/** 联系人 by subject (seeds N19), marked as personal so that public copies go without. */
function contacts(list: readonly Contact[]): Paragraph[] {
  if (list.length === 0) return [];
  const lines = list.map(({ matter, name, phone, qq }) => {
    const numbers = [...(phone === null ? [] : [words`，电话${quoted(phone)}`]), ...(qq === null ? [] : [words`，QQ${quoted(qq)}`])];
    return words`${quoted(matter)}联系人：${quoted(name)}${numbers.flat()}`;
  });
  return [{ ...paragraph('requirements.contacts', 'requirements', 0, null, words`${listed(lines, '；')}。`), personal: true }];
}

import type { Answer, Remark, Stated } from '../figure.ts';
import type { Rule } from '../notice.ts';
import { likeness } from '../vocabulary.ts';

/** Titles in the list of attachments against those over the tables (seeds N10). */
export const titles: Rule = ({ text }) => {
  const answers: Answer[] = [];
  const remarks: Remark[] = [];
  text.listed.forEach((listed, i) => {
    const table =
      text.tables.find(({ mark }) => mark === `附件${i + 1}`) ??
      (text.listed.length === 1 ? text.tables.find(({ mark }) => mark === '附件') : undefined);
    if (!table || table.title === '') return;
    const [one = '', other = ''] = [listed, table.title].map((title) => title.replace(/[\s《》“”"（）()]|（?另(?:发|附)）?$/g, ''));
    // Words that have little in common are no slip of the pen: something else stands over the table.
    if (one !== other && (likeness(one, other) < 0.6 || Math.min(one.length, other.length) * 10 < Math.max(one.length, other.length) * 7))
      return;
    const figure: Stated = {
      id: `h${table.block}`,
      kind: 'title',
      quote: table.title,
      value: 0,
      decimals: 0,
      unit: '',
      approximate: false,
      place: {
        in: 'text',
        block: table.titleAt?.block ?? table.block,
        start: table.titleAt?.start ?? 0,
        end: (table.titleAt?.start ?? 0) + table.title.length,
      },
      before: '',
      after: '',
      sentence: listed,
    };
    const basis = { sentences: [listed], how: `附件说明第${i + 1}项` };
    answers.push({
      figure,
      verdict: one === other ? 'agrees' : 'disagrees',
      recomputed: listed,
      basis,
      explanations: one === other ? [] : ['附件说明与表上的标题应当一致'],
    });
  });
  if (text.listed.length > 0 && text.tables.some(({ mark }) => mark.startsWith('附件'))) {
    const marks = new Set(text.tables.map(({ mark }) => mark));
    text.listed.forEach((listed, i) => {
      if (!marks.has(`附件${i + 1}`) && text.listed.length > 1)
        remarks.push({ kind: 'title', quote: listed, message: `附件说明列有“${listed}”，文件中没有找到附件${i + 1}的表格` });
    });
  }
  return { answers, remarks };
};

import { chineseDate } from '../../core/date.ts';
import { recordLines, signedDate } from '../layout/record.ts';
import { titleLines } from '../layout/title-lines.ts';
import type { NoticeDocument } from '../model.ts';
import { condition, type TemplateField, text } from './field.ts';

/** Head, signature and record of a notice. What is not given prints as nothing, a date not given as its blank place. */
export function headFields(document: NoticeDocument): TemplateField[] {
  const { period, signature, annotation } = document;
  const record = recordLines(document);
  return [
    text('标题', '通报标题', document.title),
    text('标题分行', '通报标题，按词意分行', titleLines(document.title).join('\n')),
    text('发文机关标志', '版头的红字', document.letterhead ?? ''),
    text('文号', '发文字号', document.number ?? ''),
    text('主送', '主送机关，不含冒号', document.addressees),
    text('期', '期次', period.label),
    text('期初日期', '本期第一天', chineseDate(period.from)),
    text('期末日期', '本期最后一天', chineseDate(period.to)),
    text('截止日期', '统计截止日', chineseDate(period.cutoff)),
    text('署名', '发文机关署名', signature.issuer),
    text('成文日期', '成文日期', signedDate(document)),
    text('附注', '附注，不含括号', annotation ?? ''),
    text('抄送', '抄送机关，不含“抄送：”', record.cc ?? ''),
    text('印发机关', '版记中的印发机关', record.office),
    text('印发日期', '印发日期，不含“印发”二字', record.printed.replace(/印发$/, '')),
    condition('有附件', '有附件时为真', document.attachments.length > 0),
  ];
}

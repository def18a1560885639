import { MingchaError } from '../../core/error.ts';
import { noticeData } from '../../notice/data/notice-data.ts';
import { maskDocument } from '../../notice/mask-personal.ts';
import { publicCopy } from '../../notice/public-copy.ts';
import type { Notice } from '../../store/notices.ts';
import { wentOut } from '../../store/states.ts';
import type { App } from '../open.ts';
import { fileNameOf } from './file-name.ts';
import { type NoticeFormat, writeForms } from './files.ts';
import { workingDraft } from './working-draft.ts';

/** A notice as its words stand now, for this reader, and what its file name says of it; `masked`: without contacts, personal data covered (seeds N19, S05). */
export async function shownDocument(app: App, notice: Notice, masked: boolean) {
  const { document } = await workingDraft(app, notice);
  const mark = `${wentOut(notice.state) ? '' : notice.state === 'draft' ? '（草稿）' : '（已作废）'}${masked ? '（已隐去个人信息）' : ''}`;
  return { document: masked ? maskDocument(publicCopy(document)) : document, mark };
}

/** The same, written out. */
export async function noticeCopy(app: App, notice: Notice, format: NoticeFormat | 'json', masked: boolean) {
  const { document, mark } = await shownDocument(app, notice, masked);
  const fileName = fileNameOf(`${document.title.slice(0, 60)}${mark}`, format);
  if (format === 'json') return { bytes: new TextEncoder().encode(JSON.stringify(noticeData(document), null, 1)), fileName };
  const bytes = (await writeForms(document))[format];
  if (!bytes) throw new MingchaError('not-found', '没有这种格式。', '请选择 Word、PDF、Excel 或网页版。');
  return { bytes, fileName };
}

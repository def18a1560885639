import { dateAt } from '../../core/date.ts';
import { type InputFault, MingchaError } from '../../core/error.ts';
import { NOTICE_DATA, noticeData } from '../../notice/data/notice-data.ts';
import { noticeHtml } from '../../notice/html/write-html.ts';
import { maskDocument } from '../../notice/mask-personal.ts';
import type { NoticeDocument } from '../../notice/model.ts';
import { publicCopy } from '../../notice/public-copy.ts';
import { appendAct, listActs } from '../../store/notice-acts.ts';
import { insertNoticeFiles, listNoticeFiles, type Notice, type NoticeFile } from '../../store/notices.ts';
import { publish, withdrawPublication } from '../../store/publications.ts';
import { readAreaSettings, writeAreaSettings } from '../area-settings.ts';
import { fileNameOf } from '../notices/file-name.ts';
import { writeForms } from '../notices/files.ts';
import type { Decision } from '../notices/review-draft.ts';
import { workingDraft } from '../notices/working-draft.ts';
import type { App } from '../open.ts';

/** 分类 of a public item (seeds B02); every one of them is required. */
export interface Classification {
  /** Where it stands among the columns; its id in the area's settings. */
  columnId: string;
  /** 体裁分类. */
  genre: string;
  /** 组配分类. */
  grouping: string;
  /** 主题分类. */
  topic: string;
  keywords: readonly string[];
  /** 机构代码; kept for the area when given. */
  organisation: string | null;
}

/**
 * 公开: puts an issued notice on the public page under the next index number of the month. Throws 'refused' unless it is
 * marked 主动公开 (seeds N09), 'bad-input' naming every classification that is missing.
 */
export async function publishNotice(app: App, notice: Notice, wanted: Classification, { by, at, note }: Omit<Decision, 'version'>) {
  if (notice.state !== 'issued') throw new MingchaError('refused', '只有已印发的现行版本可以公开。', '请先印发，或打开更正后的版本。');
  const { document, snapshot } = await workingDraft(app, notice);
  const { disclosureMark } = snapshot.document;
  if (disclosureMark !== '主动公开') {
    const why = disclosureMark === null ? '没有标注公开属性' : `的公开属性是“${disclosureMark}”`;
    throw new MingchaError('refused', `这份通报${why}，不能放到公开页面。`, '只有标注“主动公开”的通报可以公开。');
  }
  const organisation = await classified(app, notice.areaId, wanted);
  const files = await publicFiles(app, notice.id, maskDocument(publicCopy(document)));
  const day = dateAt(at);
  const { columnId, genre, grouping, topic } = wanted;
  const place = { noticeId: notice.id, areaId: notice.areaId, organisation, yearMonth: day.slice(0, 7).replace('-', '') };
  const keywords = wanted.keywords.map((word) => word.trim()).filter((word) => word !== '');
  await app.db.transaction().execute(async (trx) => {
    if ((await listNoticeFiles(trx, notice.id)).every(({ format }) => format !== 'public-html')) await insertNoticeFiles(trx, files);
    await publish(trx, { ...place, columnId, genre, grouping, topic, keywords, publishedOn: day, publishedBy: by.name });
    const acts = await listActs(trx, notice.id);
    const act = { noticeId: notice.id, act: 'published', byRole: by.role, byName: by.name, at, note } as const;
    await appendAct(trx, { ...act, editVersion: acts.at(-1)?.editVersion ?? 0 }, acts.length);
  });
}

/** Takes a notice off the public page; its index number is not given again. */
export async function unpublishNotice(app: App, notice: Notice, { by, at, note }: Omit<Decision, 'version'>): Promise<void> {
  if (!note) throw new MingchaError('bad-input', '撤下公开要写明原因。', '请在“说明”中写明为什么撤下。');
  await app.db.transaction().execute(async (trx) => {
    await withdrawPublication(trx, notice.id, at);
    const acts = await listActs(trx, notice.id);
    const act = { noticeId: notice.id, act: 'withdrawn', byRole: by.role, byName: by.name, at, note } as const;
    await appendAct(trx, { ...act, editVersion: acts.at(-1)?.editVersion ?? 0 }, acts.length);
  });
}

/** Checks the classification against the area's lists; answers the organisation's code. */
async function classified(app: App, areaId: string, wanted: Classification): Promise<string> {
  const { publication } = await readAreaSettings(app.db, areaId);
  const organisation = wanted.organisation?.trim() || publication.organisation;
  const faults: InputFault[] = [];
  const one = (field: string, value: string, list: readonly string[]): void => {
    if (value === '') faults.push({ field, message: '必填' });
    else if (!list.includes(value)) faults.push({ field, value, message: `应从列表中选择：${list.join('、')}` });
  };
  one(
    '栏目',
    wanted.columnId,
    publication.columns.map(({ id }) => id),
  );
  one('体裁分类', wanted.genre, publication.genres);
  one('组配分类', wanted.grouping, publication.groupings);
  one('主题分类', wanted.topic, publication.topics);
  if (organisation === null) faults.push({ field: '机构代码', message: '必填，索引号由它开头（统一社会信用代码）' });
  else if (!/^[0-9A-Z]{6,20}$/.test(organisation))
    faults.push({ field: '机构代码', value: organisation, message: '应为 6 到 20 位数字和大写字母' });
  if (faults.length > 0 || organisation === null)
    throw new MingchaError('bad-input', faults.map(({ field, message }) => `${field}：${message}`).join('；'), '请补齐后再公开。', {
      faults,
    });
  if (organisation !== publication.organisation) await writeAreaSettings(app.db, areaId, { publication: { ...publication, organisation } });
  return organisation;
}

/** The notice as anyone may have it: fragment of the page, files and data, from one document without personal data. */
async function publicFiles(app: App, noticeId: string, document: NoticeDocument): Promise<NoticeFile[]> {
  const { docx, pdf, xlsx } = await writeForms(document);
  const utf8 = new TextEncoder();
  const files = {
    html: utf8.encode(noticeHtml(document, true)),
    json: utf8.encode(JSON.stringify(NOTICE_DATA.parse(noticeData(document)), null, 1)),
    docx,
    pdf,
    xlsx,
  };
  return Promise.all(
    Object.entries(files).map(async ([ending, bytes]) => ({
      noticeId,
      format: `public-${ending}`,
      blob: await app.blobs.put(bytes),
      fileName: fileNameOf(document.title, ending),
      bytes: bytes.length,
    })),
  );
}

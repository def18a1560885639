import { MingchaError } from '../../core/error.ts';
import { sha256, stableId } from '../../core/id.ts';
import { type Actor, ROLE_NAMES } from '../../ledger/event.ts';
import { fillTemplate } from '../../notice/docx-template/fill-template.ts';
import { openTemplate } from '../../notice/docx-template/open-template.ts';
import { starterTemplate } from '../../notice/docx-template/starter.ts';
import { listNotices, type Notice } from '../../store/notices.ts';
import { listOfficeForms, putOfficeForm, retireOfficeForm } from '../../store/office-forms.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';
import { noticeOf } from '../views/notices.ts';
import { officeFileName } from './file-name.ts';
import { shownDocument } from './notice-copy.ts';
import type { OfficeForm } from './office-copy.ts';
import { workingDraft } from './working-draft.ts';

/** Word forms of the office in use, newest first, with who brought them in. */
export async function viewOfficeForms(app: App, areaId: string) {
  await areaOf(app, areaId);
  return (await listOfficeForms(app.db, areaId)).map(({ id, fileName, bytes, addedBy, addedRole, addedAt }) => ({
    id,
    fileName,
    bytes,
    by: addedBy,
    role: ROLE_NAMES[addedRole],
    at: addedAt,
  }));
}

/**
 * Keeps a form, its bytes beside the evidence; the same bytes twice are one form. Its names are tried on the newest notice
 * of the area, where there is one. Throws 'bad-input' with every tag that is wrong; nothing is kept then.
 */
export async function addOfficeForm(app: App, areaId: string, fileName: string, bytes: Uint8Array, by: Pick<Actor, 'role' | 'name'>) {
  await areaOf(app, areaId);
  const newest = await newestNotice(app, areaId);
  if (newest) fillTemplate(bytes, fileName, (await workingDraft(app, newest)).document);
  else openTemplate(bytes, fileName);
  const blob = await app.blobs.put(bytes);
  const id = stableId('office-form', areaId, sha256(bytes));
  const added = { addedBy: by.name, addedRole: by.role, addedAt: app.now() };
  await putOfficeForm(app.db, { areaId, id, fileName, blob, bytes: bytes.length, ...added });
  return viewOfficeForms(app, areaId);
}

/** Takes a form out of use; what was issued in it stays. Throws 'not-found'. */
export async function dropOfficeForm(app: App, areaId: string, formId: string) {
  if (!(await retireOfficeForm(app.db, areaId, formId, app.now()))) throw unknown();
  return viewOfficeForms(app, areaId);
}

/** The form as it was handed in. Throws 'not-found'. */
export async function readOfficeForm(app: App, areaId: string, formId: string): Promise<OfficeForm & { id: string }> {
  const form = (await listOfficeForms(app.db, areaId)).find(({ id }) => id === formId);
  if (!form) throw unknown();
  return { id: form.id, name: form.fileName, bytes: await app.blobs.get(form.blob) };
}

/** The notice as it stands in a form of the office. */
export async function officeCopyOf(app: App, areaId: string, noticeId: string, formId: string) {
  const form = await readOfficeForm(app, areaId, formId);
  const { document, mark } = await shownDocument(app, await noticeOf(app, areaId, noticeId), false);
  const { bytes } = fillTemplate(form.bytes, form.name, document);
  return { bytes, fileName: officeFileName(`${document.title.slice(0, 60)}${mark}`) };
}

/** A form that works as it is, with every name the notice offers, to be made the office's own in Word. */
export async function starterOf(app: App, areaId: string, noticeId: string) {
  const { document } = await workingDraft(app, await noticeOf(app, areaId, noticeId));
  return { bytes: await starterTemplate(document), fileName: '本单位版式（样例）.docx' };
}

async function newestNotice(app: App, areaId: string): Promise<Notice | null> {
  const [newest] = (await listNotices(app.db, areaId)).toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
  return newest ? noticeOf(app, areaId, newest.id) : null;
}

const unknown = (): MingchaError => new MingchaError('not-found', '没有这份版式，或已停用。', '请刷新页面，从列表里选择。');

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDocx } from '../../notice/docx/write-docx.ts';
import { fillTemplate } from '../../notice/docx-template/fill-template.ts';
import type { NoticeDocument } from '../../notice/model.ts';
import type { Notice } from '../../store/notices.ts';
import { auditFile } from '../audit/audit-file.ts';
import type { AuditFigure } from '../audit/report.ts';
import type { App } from '../open.ts';
import { officeFileName } from './file-name.ts';
import { shownDocument } from './notice-copy.ts';

/** The office's own form as it was given: its bytes and the name it is called by. */
export interface OfficeForm {
  name: string;
  bytes: Uint8Array;
}

export interface OfficeCopy {
  path: string;
  /** Parts of the notice the form does not print. */
  leftOut: readonly string[];
  /** Figures of the finished file that do not agree with it, as the office may have typed some into its form. */
  disagreements: readonly { quote: string; recomputed: string | null }[];
}

/** Refuses a form that cannot be filled from this notice, before anything is issued. Throws 'bad-input' with the tags that are wrong. */
export async function requireFillable(app: App, notice: Notice, form: OfficeForm): Promise<void> {
  fillTemplate(form.bytes, form.name, (await shownDocument(app, notice, false)).document);
}

/** The notice in the office's own form, and the figures of what came out that do not agree with it. */
export async function filledForm(document: NoticeDocument, form: OfficeForm) {
  const { bytes, leftOut } = fillTemplate(form.bytes, form.name, document);
  return { bytes, leftOut, disagreements: await disagreementsOf(bytes, form.name, await writeDocx(document)) };
}

/** Writes a notice in the office's own form and audits the figures of what came out, as those of any file. */
export async function writeOfficeCopy(app: App, notice: Notice, form: OfficeForm, masked: boolean, folder: string): Promise<OfficeCopy> {
  const { document, mark } = await shownDocument(app, notice, masked);
  const { bytes, leftOut, disagreements } = await filledForm(document, form);
  await mkdir(folder, { recursive: true });
  const path = join(folder, officeFileName(`${document.title.slice(0, 60)}${mark}`));
  await writeFile(path, bytes);
  return { path, leftOut, disagreements };
}

/** What the audit finds in the filled form and not in our own of the same notice, whose figures were recomputed from the snapshot. */
async function disagreementsOf(bytes: Uint8Array, name: string, own: Uint8Array): Promise<OfficeCopy['disagreements']> {
  const wrongIn = async (file: Uint8Array): Promise<AuditFigure[]> =>
    (await auditFile(file, name)).figures.filter(({ verdict }) => verdict === 'disagrees');
  const key = ({ quote, recomputed }: AuditFigure): string => JSON.stringify([quote, recomputed]);
  const known = new Set((await wrongIn(own)).map(key));
  const wrong = (await wrongIn(bytes)).filter((figure) => !known.has(key(figure)));
  return wrong.map(({ quote, recomputed }) => ({ quote, recomputed }));
}

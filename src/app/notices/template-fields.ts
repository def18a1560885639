import { MingchaError } from '../../core/error.ts';
import { parsePeriod } from '../../core/period.ts';
import type { TemplateField } from '../../notice/docx-template/field.ts';
import { shownFields } from '../../notice/docx-template/fields.ts';
import { starterTemplate } from '../../notice/docx-template/starter.ts';
import { listNotices } from '../../store/notices.ts';
import type { Config } from '../config.ts';
import { noticeOf } from '../views/notices.ts';
import { withinArea } from '../within-area.ts';
import { workingDraft } from './working-draft.ts';

export interface TemplateFieldList {
  /** The notice the values are from. */
  title: string;
  fields: readonly TemplateField[];
  /** A .docx with these names that works as it is. */
  starter: Uint8Array;
}

/** Names an office's own form may use, with what they print in the area's newest notice (of this period, if one is given). */
export async function listTemplateFields(
  config: Config,
  areaName: string,
  only: { period: string | null; template: string | null },
): Promise<TemplateFieldList> {
  return withinArea(config, areaName, async (app, area) => {
    const period = only.period === null ? null : parsePeriod(only.period).id;
    const [newest] = (await listNotices(app.db, area.id))
      .filter(({ periodId }) => period === null || periodId === period)
      .filter(({ template }) => only.template === null || template === only.template)
      .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
    if (!newest)
      throw new MingchaError(
        'not-found',
        `“${area.name}”还没有这样的通报，列不出字段。`,
        `请先生成草稿：mingcha notice ${area.name} --period ${only.period ?? '2022-12'} --draft。`,
      );
    const { document } = await workingDraft(app, await noticeOf(app, area.id, newest.id));
    return { title: document.title, fields: shownFields(document), starter: await starterTemplate(document) };
  });
}

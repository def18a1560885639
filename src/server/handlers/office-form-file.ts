import { readOfficeForm } from '../../app/notices/office-forms.ts';
import type { officeFormFile } from '../../contract/endpoints/office-form-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof officeFormFile> = async (app, { areaId, formId }) => {
  const { name, bytes } = await readOfficeForm(app, areaId, formId);
  return { bytes, fileName: name, as: 'document' };
};

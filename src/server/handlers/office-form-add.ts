import { addOfficeForm } from '../../app/notices/office-forms.ts';
import type { officeFormAdd } from '../../contract/endpoints/office-form-add.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof officeFormAdd> = (app, { areaId, fileName, by, role }, file) =>
  addOfficeForm(app, areaId, fileName, file, { name: by, role });

import { dropOfficeForm } from '../../app/notices/office-forms.ts';
import type { officeFormRetire } from '../../contract/endpoints/office-form-retire.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof officeFormRetire> = (app, { areaId, formId }) => dropOfficeForm(app, areaId, formId);

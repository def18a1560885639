import { viewOfficeForms } from '../../app/notices/office-forms.ts';
import type { officeForms } from '../../contract/endpoints/office-forms.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof officeForms> = (app, { areaId }) => viewOfficeForms(app, areaId);

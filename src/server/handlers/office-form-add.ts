import { addOfficeForm } from '../../app/notices/office-forms.ts';
import { actorOf } from '../../app/people/caller.ts';
import type { officeFormAdd } from '../../contract/endpoints/office-form-add.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof officeFormAdd> = (app, { areaId, fileName }, file, caller) =>
  addOfficeForm(app, areaId, fileName, file, actorOf(caller));

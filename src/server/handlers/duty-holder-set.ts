import { nameDutyHolder } from '../../app/responsibility/propose.ts';
import type { dutyHolderSet } from '../../contract/endpoints/duty-holder-set.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof dutyHolderSet> = async (app, { areaId, subject, duty, holderId }, _file, { name }) => {
  await nameDutyHolder(app, areaId, { subject, duty, unitId: holderId, by: name });
  return {};
};

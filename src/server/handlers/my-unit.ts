import { viewMyUnit } from '../../app/rectify/my-unit.ts';
import type { myUnit } from '../../contract/endpoints/my-unit.ts';
import { MingchaError } from '../../core/error.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof myUnit> = (app, { areaId, unitId }, _file, caller) => {
  const whose = unitId ?? caller.unitId;
  if (whose === null) throw new MingchaError('bad-input', '没有说明是哪个单位。', '请从单位列表里选择一个单位。');
  return viewMyUnit(app, areaId, whose, caller.scope);
};

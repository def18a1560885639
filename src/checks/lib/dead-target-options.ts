import { z } from 'zod';
import { countOption, lookWithinDays } from './options.ts';

/** Looks before anybody is accused of a dead link or picture: three, a day between the first and the last. */
export const DEAD_TARGET_CONFIRM = { looks: 3, hoursApart: 24 };

/** Options of every check on targets that do not open. */
export const deadTargetOptions = () =>
  z.strictObject({
    looks: countOption(DEAD_TARGET_CONFIRM.looks, '认定前至少失败几次', 1),
    hoursApart: countOption(DEAD_TARGET_CONFIRM.hoursApart, '首末两次失败至少相隔几小时'),
    lookWithinDays: lookWithinDays(),
  });

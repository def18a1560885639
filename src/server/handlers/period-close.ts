import { actorOf } from '../../app/people/caller.ts';
import { closeAsked } from '../../app/periods/close-asked.ts';
import type { periodClose } from '../../contract/endpoints/period-close.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof periodClose> = async (app, { areaId, period, cutoff }, _file, caller) => {
  const verdicts = await closeAsked(app, areaId, period, { cutoff, by: actorOf(caller) });
  const count = (wanted: 'fail' | 'undecided') => verdicts.filter(({ verdict }) => verdict === wanted).length;
  return { channels: verdicts.length, failing: count('fail'), undecided: count('undecided') };
};

import type { CardDefinition } from '../../checks/define-card.ts';
import { clauseOfCard, kindOfChannel } from '../../checks/judge-cards.ts';
import { addDays, type CalendarDate } from '../../core/date.ts';
import type { Period } from '../../core/period.ts';
import { draw } from '../../ledger/draw.ts';
import { groupBy } from '../../notice/group-by.ts';
import type { ResolvedSheet } from '../../sheets/resolve.ts';
import { readRegister } from '../../store/register.ts';
import { type Channel, stateOn } from '../../subjects/channel.ts';
import type { Register } from '../../subjects/register.ts';
import { readAreaSettings } from '../area-settings.ts';
import { rulesFor } from '../judge/rules.ts';
import type { App } from '../open.ts';
import { todayOf } from '../views/area-of.ts';
import { calendarPeriod } from '../views/period-of.ts';
import { answerFacts, type CardAnswerFact } from './answers.ts';

/** One question that is due: a card about a channel. `answers`: all of the period, the newest first; none = 未检查. */
export interface DueCard {
  card: CardDefinition;
  clause: string;
  channel: Channel;
  answers: readonly CardAnswerFact[];
}

export interface DueCards {
  period: Period;
  /** Day whose register and sheet say what is due: today, or the last day of a period that is over. */
  day: CalendarDate;
  today: CalendarDate;
  /** Answers are taken while the period runs. */
  open: boolean;
  sheet: ResolvedSheet;
  register: Register;
  rows: readonly DueCard[];
  /** Channels drawn of those in operation; null when all are asked for. */
  sample: { drawn: number; of: number; seed: string } | null;
}

/** Every card that is due in a period, by channel as registered, then by card. `sample`: how many channels are drawn; null = all. */
export async function dueCards(
  app: App,
  areaId: string,
  { period: wanted, sample }: { period: string | undefined; sample: number | null },
): Promise<DueCards> {
  const period = await calendarPeriod(app, areaId, wanted);
  const [today, settings, register] = await Promise.all([
    todayOf(app, areaId),
    readAreaSettings(app.db, areaId),
    readRegister(app.db, areaId),
  ]);
  const day = today < period.from ? period.from : today > period.to ? period.to : today;
  const { sheet, catalogue } = await rulesFor(settings, day);
  const running = [...register.sites, ...register.accounts].filter((channel) => stateOn(channel.states, day) === 'in_operation');
  const seed = `${areaId} ${period.id} 人工检查`;
  const channels = sample === null ? running : drawn(running, sample, seed);
  const facts = await answerFacts(
    app.db,
    channels.map(({ id }) => id),
    addDays(period.from, -1),
    day,
  );
  const given = groupBy(facts.toReversed(), ({ channelId, data }) => `${channelId} ${data.card}`);
  const rows = channels.flatMap((channel) =>
    catalogue.cards.flatMap((card): DueCard[] => {
      const clause = clauseOfCard(card, sheet, kindOfChannel(channel));
      return clause === null ? [] : [{ card, clause, channel, answers: given.get(`${channel.id} ${card.id}`) ?? [] }];
    }),
  );
  const open = period.from <= today && today <= period.to;
  return {
    period,
    day,
    today,
    open,
    sheet,
    register,
    rows,
    sample: sample === null ? null : { drawn: channels.length, of: running.length, seed },
  };
}

/** Channels drawn by the published rule of draws, in the order of the register; anyone gets the same from the seed. */
function drawn(channels: readonly Channel[], count: number, seed: string): Channel[] {
  if (count >= channels.length) return [...channels];
  const lot = new Set(draw({ purpose: '人工检查', seed, candidates: channels.map(({ id }) => id), count }).drawn);
  return channels.filter(({ id }) => lot.has(id));
}

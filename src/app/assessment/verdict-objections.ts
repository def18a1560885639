import { CHANNEL_VERDICT_NAMES, type ChannelVerdict } from '../../core/channel-verdict.ts';
import { MingchaError } from '../../core/error.ts';
import type { Scope } from '../../core/role.ts';
import { isIssuedOn } from '../../store/notices.ts';
import { listObjections } from '../../store/objections.ts';
import { listVerdicts, lockPeriod, type PeriodVerdict, replaceVerdicts } from '../../store/periods.ts';
import { readRegister } from '../../store/register.ts';
import type { Db } from '../../store/schema.ts';
import { printedUnitName } from '../../subjects/unit.ts';
import type { App } from '../open.ts';
import { verdictRulings, withVerdictRulings } from '../periods/verdict-rulings.ts';
import { choosePeriod } from '../views/area-of.ts';
import { decide, openObjection, raise } from './objections.ts';
import { objectionLine } from './view-entries.ts';

/** Results of a period that a unit may object to before the notice is issued, with what was said and decided (seeds V09). */
export async function viewVerdictObjections(app: App, areaId: string, periodId: string, { units: own }: Pick<Scope, 'units'>) {
  await choosePeriod(app, areaId, periodId);
  const { sites, accounts, units } = await readRegister(app.db, areaId);
  const channels = new Map([...sites, ...accounts].map((channel) => [channel.id, channel.name]));
  const names = new Map(units.map((unit) => [unit.id, printedUnitName(unit)]));
  const mine = ({ unitId }: { unitId: string }): boolean => own === null || own.includes(unitId);
  const rows = (await listObjections(app.db, areaId, 'verdict', periodId)).filter(mine);
  const verdicts = new Map((await listVerdicts(app.db, areaId, periodId)).map(({ channelId, verdict }) => [channelId, verdict]));
  return {
    issued: await isIssuedOn(app.db, areaId, periodId),
    choices: [...sites, ...accounts].filter(mine).flatMap(({ id, name, unitId }) => {
      const verdict = verdicts.get(id);
      return verdict ? [{ id, name, unit: names.get(unitId) ?? unitId, verdictName: CHANNEL_VERDICT_NAMES[verdict] }] : [];
    }),
    rows: rows.map((one) => ({
      ...objectionLine(one),
      channel: { id: one.subjectId, name: channels.get(one.subjectId) ?? one.subjectId },
      unit: names.get(one.unitId) ?? one.unitId,
    })),
  };
}

/** The unit of a channel objects to its result. Throws 'not-found' for a channel outside the scope, 'refused' once a notice is issued, 'conflict'. */
export async function objectToVerdict(
  app: App,
  areaId: string,
  wanted: { periodId: string; channelId: string; reason: string; proof: string; by: string; scope: Pick<Scope, 'units'> },
): Promise<void> {
  const { periodId, channelId, reason, proof, by, scope } = wanted;
  const { sites, accounts } = await readRegister(app.db, areaId);
  const owner = [...sites, ...accounts].find(({ id }) => id === channelId)?.unitId;
  if (owner === undefined || !(scope.units?.includes(owner) ?? true)) throw noResult();
  await app.db.transaction().execute(async (trx) => {
    // As issuing does: either the notice waits for the answer, or it is out and the unit is told.
    await lockPeriod(trx, areaId, periodId);
    await requireNotIssued(trx, areaId, periodId);
    const verdict = await verdictOf(trx, areaId, periodId, channelId);
    await raise(
      { db: trx, now: app.now },
      {
        ...{ areaId, about: 'verdict', span: periodId, subjectId: channelId, unitId: owner, reason, proof, raisedBy: by },
        before: { verdict: verdict.verdict, reasons: verdict.reasons },
      },
    );
  });
}

/**
 * The office answers; an accepted objection changes the result, and both stay to be read. Where a notice was issued despite it, the
 * answer is owed all the same: what is out stands, and the correction of it takes the new result. Throws 'not-found', 'refused', 'conflict', 'bad-input' where it is accepted without
 * saying what the result becomes.
 */
export async function decideVerdict(
  app: App,
  areaId: string,
  wanted: {
    periodId: string;
    objectionId: string;
    accept: boolean;
    /** What the result becomes; null where it stays. */
    verdict: ChannelVerdict | null;
    reasons: string[];
    reason: string;
    by: string;
  },
): Promise<void> {
  const { periodId, objectionId, verdict, reasons } = wanted;
  const after = wanted.accept ? { verdict: verdict ?? unsaid(), reasons } : null;
  await app.db.transaction().execute(async (trx) => {
    await lockPeriod(trx, areaId, periodId);
    const objection = await openObjection(trx, areaId, { objectionId, about: 'verdict', span: periodId, by: wanted.by });
    await decide({ db: trx, now: app.now }, areaId, objection.id, wanted, after);
    if (!wanted.accept || (await isIssuedOn(trx, areaId, periodId))) return;
    const verdicts = await listVerdicts(trx, areaId, periodId);
    await replaceVerdicts(trx, areaId, periodId, withVerdictRulings(verdicts, await verdictRulings(trx, areaId, periodId)));
  });
}

function unsaid(): never {
  const message = '没有写明采纳后的结果';
  throw new MingchaError('bad-input', `${message}。`, '请选择采纳以后的检查结果。', {
    faults: [{ field: '采纳后的结果', path: 'verdict', message }],
  });
}

async function verdictOf(db: Db, areaId: string, periodId: string, channelId: string): Promise<PeriodVerdict> {
  const verdict = (await listVerdicts(db, areaId, periodId)).find((one) => one.channelId === channelId);
  if (verdict) return verdict;
  throw noResult();
}

const noResult = (): MingchaError =>
  new MingchaError('not-found', '这一期没有该网站或账号的检查结果。', '请核对期，并从本单位的网站、账号中选择。');

async function requireNotIssued(db: Db, areaId: string, periodId: string): Promise<void> {
  if (await isIssuedOn(db, areaId, periodId))
    throw new MingchaError(
      'refused',
      '这一期的通报已经印发，不能再对检查结果提出异议。',
      '确有错误的，请向政务公开办说明，由其印发更正；已交办的问题可以在问题里提出异议。',
    );
}

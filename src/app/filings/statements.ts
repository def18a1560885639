import { STATEMENT_STATES, type StatementState } from '../../core/account-matter.ts';
import { MingchaError } from '../../core/error.ts';
import type { ProofKind } from '../../ledger/proof.ts';
import { listProfiles } from '../../store/account-profiles.ts';
import { findChannel } from '../../store/channels.ts';
import { readRegister } from '../../store/register.ts';
import { insertStatement, type Statement, signStatement, standingStatements } from '../../store/statements.ts';
import { type Channel, stateOn } from '../../subjects/channel.ts';
import { printedUnitName } from '../../subjects/unit.ts';
import type { App } from '../open.ts';
import { checkProofFile } from '../rectify/check-proof-file.ts';
import { areaOf, todayOf } from '../views/area-of.ts';
import { kindName } from '../views/words.ts';
import { type Acting, unitsOf } from './acting.ts';
import { SHOWN_KINDS } from './proofs.ts';

/** What is signed every year for each channel (网络安全责任制、网络意识形态责任制; seeds S01). */
export const STATEMENT_DUTIES = ['网络安全责任制', '网络意识形态责任制'];

export const stateOfStatement = (statement: Statement | undefined): StatementState =>
  statement === undefined ? 'none' : statement.signedOn === null ? 'unsigned' : 'signed';

/** Every site and account in operation with who answers for it in a year; those without a signed statement first. */
export async function viewStatements(app: App, areaId: string, year: number | undefined, caller: Acting) {
  await areaOf(app, areaId);
  const day = await todayOf(app, areaId);
  const of = year ?? Number(day.slice(0, 4));
  const [{ sites, accounts, units }, statements, profiles] = await Promise.all([
    readRegister(app.db, areaId),
    standingStatements(app.db, areaId, of),
    listProfiles(app.db, areaId),
  ]);
  const scope = unitsOf(caller);
  const names = new Map(units.map((unit) => [unit.id, printedUnitName(unit)]));
  const known = new Map(profiles.map((profile) => [profile.accountId, profile]));
  const running = [...sites, ...accounts].filter(
    (channel) => stateOn(channel.states, day) === 'in_operation' && (scope === null || scope.includes(channel.unitId)),
  );
  const order: readonly StatementState[] = ['none', 'unsigned', 'signed'];
  const rows = running
    .map((channel) => {
      const statement = statements.get(channel.id);
      const state = stateOfStatement(statement);
      const kind = channel.type === 'site' ? channel.kind : channel.platform;
      return {
        channelId: channel.id,
        name: channel.name,
        kindName: kindName(kind),
        unit: { id: channel.unitId, name: names.get(channel.unitId) ?? channel.unitId },
        state: { code: state, name: STATEMENT_STATES[state] },
        person: statement?.person ?? null,
        /** Named when the account was filed: proposed for the statement. */
        proposed: known.get(channel.id)?.person ?? null,
        post: statement?.post ?? null,
        phone: statement?.phone ?? null,
        signedOn: statement?.signedOn ?? null,
        signedBy: statement?.signedBy ?? null,
        onPaper: Boolean(statement?.blob),
      };
    })
    .sort((a, b) => order.indexOf(a.state.code) - order.indexOf(b.state.code));
  const counts = order.map((code) => ({ code, name: STATEMENT_STATES[code], count: rows.filter((row) => row.state.code === code).length }));
  return { year: of, day, duties: STATEMENT_DUTIES, counts, rows };
}

/** Names who answers for a channel in a year; somebody else named later has to sign anew, and what was signed stays on record. */
export async function namePerson(
  app: App,
  areaId: string,
  named: { channelId: string; year: number; person: string; post: string | null; phone: string | null },
  caller: Acting,
): Promise<void> {
  await channelWithin(app, areaId, named.channelId, caller);
  const before = (await standingStatements(app.db, areaId, named.year)).get(named.channelId);
  if (before && before.person === named.person && before.signedOn === null && before.post === named.post && before.phone === named.phone)
    return;
  const unsigned = { signedOn: null, signedBy: null, blob: null, kind: null };
  await insertStatement(app.db, {
    ...{ areaId, ...named, seq: (before?.seq ?? 0) + 1 },
    ...{ namedBy: caller.name, namedAt: app.now(), ...unsigned },
  });
}

/**
 * Signs a channel's statement of a year: the person named does so itself, or a scan of the signed paper is handed in.
 * @throws refused when nobody is named, when it is signed, and for a name that is not the one named.
 */
export async function signFor(
  app: App,
  areaId: string,
  { channelId, year }: { channelId: string; year: number },
  scan: Uint8Array | null,
  caller: Acting,
): Promise<void> {
  await channelWithin(app, areaId, channelId, caller);
  const statement = (await standingStatements(app.db, areaId, year)).get(channelId);
  if (!statement) throw new MingchaError('refused', '还没有明确责任人，不能签订责任书。', '请先填写责任人。');
  if (scan === null && statement.person !== caller.name)
    throw new MingchaError('refused', `责任书应由责任人${statement.person}本人签订。`, '请由本人登录后签订，或上传签字盖章的扫描件。');
  let kept: { blob: string; kind: ProofKind } | null = null;
  if (scan) kept = { kind: (await checkProofFile(scan, SHOWN_KINDS)).kind, blob: await app.blobs.put(scan) };
  const signedOn = await todayOf(app, areaId);
  const key = { areaId, year, channelId, seq: statement.seq };
  if (!(await signStatement(app.db, key, { signedOn, signedBy: caller.name, blob: kept?.blob ?? null, kind: kept?.kind ?? null })))
    throw new MingchaError('refused', `责任书已于 ${statement.signedOn} 签订。`, '责任人变动的，请先重新明确责任人。');
}

/** The scan of a statement signed on paper. @throws not-found. */
export async function readStatementScan(app: App, areaId: string, key: { channelId: string; year: number }, caller: Acting) {
  const channel = await channelWithin(app, areaId, key.channelId, caller);
  const statement = (await standingStatements(app.db, areaId, key.year)).get(key.channelId);
  if (!statement?.blob) throw new MingchaError('not-found', '没有上传责任书扫描件。', '请刷新后重新选择。');
  return { bytes: await app.blobs.get(statement.blob), fileName: `${channel.name}${key.year}年责任书.${statement.kind}` };
}

async function channelWithin(app: App, areaId: string, channelId: string, caller: Acting): Promise<Channel> {
  const channel = await findChannel(app.db, areaId, channelId);
  const scope = unitsOf(caller);
  if (channel && (scope === null || scope.includes(channel.unitId))) return channel;
  throw new MingchaError('not-found', '底册中没有这个网站或账号。', '请刷新后重新选择。');
}

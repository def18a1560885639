import { randomBytes } from 'node:crypto';
import { dateAt, instantOf } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { sha256 } from '../../core/id.ts';
import { knownTo, WHOLE_AREA } from '../../core/role.ts';
import { findToken, insertToken, listTokens, markTokenUsed, revokeToken } from '../../store/tokens.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';
import type { Caller } from './caller.ts';
import type { Door } from './sessions.ts';

const PREFIX = 'mct_';

/** Tokens of an area without their hashes. */
export async function viewTokens(app: App, areaId: string) {
  await areaOf(app, areaId);
  return (await listTokens(app.db, areaId)).map(({ tokenHash: _hash, areaId: _area, ...rest }) => rest);
}

/** A new token, told once; the database keeps its hash only. `expiresOn` = its last day. @throws bad-input when that is over. */
export async function giveToken(
  app: App,
  areaId: string,
  { name, rights, expiresOn }: { name: string; rights: readonly string[]; expiresOn: string | null },
  by: string,
): Promise<string> {
  await areaOf(app, areaId);
  if (expiresOn !== null && expiresOn < dateAt(app.now()))
    throw new MingchaError('bad-input', `到期日 ${expiresOn} 已经过去，没有发放令牌。`, '请改为今天或以后的日期；长期有效的不填。');
  const token = `${PREFIX}${randomBytes(32).toString('base64url')}`;
  await insertToken(app.db, {
    id: `token_${randomBytes(8).toString('hex')}`,
    ...{ areaId, name, rights: [...rights], tokenHash: sha256(token), createdAt: app.now(), createdBy: by },
    ...{ expiresAt: expiresOn === null ? null : instantOf(expiresOn, '23:59'), usedAt: null, revokedAt: null },
  });
  return token;
}

/** 收回: the token opens nothing from now on. @throws not-found for one that is no longer valid. */
export async function takeTokenBack(app: App, areaId: string, id: string): Promise<void> {
  if (!(await revokeToken(app.db, areaId, id, app.now())))
    throw new MingchaError('not-found', '没有这个有效的令牌。', '它可能已经收回，请刷新页面。');
}

/** The machine that holds a token, when the token has the right. @throws not-signed-in, not-allowed. */
export async function machineOf(app: App, token: string, right: string | undefined, door: Door): Promise<Caller> {
  const found = token.startsWith(PREFIX) ? await findToken(app.db, sha256(token), app.now()) : null;
  if (!found) throw new MingchaError('not-signed-in', '机器令牌无效、已到期或已收回。', '请向管理员申请新的令牌。');
  if (right === undefined || !found.rights.includes(right))
    throw new MingchaError('not-allowed', '这个机器令牌没有这项权限。', '请管理员发放带有所需权限的令牌。');
  await markTokenUsed(app.db, found.id, app.now());
  const role = right === 'read' ? 'reader' : 'third_party';
  return {
    ...{ userId: found.id, name: found.name, role, areaId: found.areaId },
    ...{ unitId: null, administers: false, scope: knownTo(role, WHOLE_AREA), token: null, door },
  };
}

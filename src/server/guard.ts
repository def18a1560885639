import type { FastifyRequest } from 'fastify';
import type { App } from '../app/open.ts';
import { type Caller, nobody } from '../app/people/caller.ts';
import { callerFrom, checkArea, checkUnits, ownScope } from '../app/people/callers.ts';
import { type Door, isChangeKey, whoHolds } from '../app/people/sessions.ts';
import { machineOf } from '../app/people/tokens.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { type Grants, reachOf } from '../contract/who.ts';
import { MingchaError } from '../core/error.ts';
import { knownTo, type Scope, USER_ROLES, type UserRole, WHOLE_AREA } from '../core/role.ts';
import { tokenIn } from './cookie.ts';

const CHANGE_KEY = 'x-change-key';
type Guarded = Pick<Endpoint, 'who' | 'method' | 'machine'>;
type Held = NonNullable<Awaited<ReturnType<typeof whoHolds>>>;

/** Who calls, before anything of the call is read. @throws not-signed-in, not-allowed with the next step. */
export async function callerOf(app: App, request: FastifyRequest, { who, method, machine }: Guarded): Promise<Caller> {
  const door: Door = { address: request.ip, agent: request.headers['user-agent'] ?? '' };
  const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined && who !== 'anyone') return machineOf(app, bearer, machine, door);
  const token = tokenIn(request);
  const held = token === null ? null : await whoHolds(app, token);
  if (token === null || held === null) {
    if (who === 'anyone') return nobody(door);
    throw notSignedIn();
  }
  const caller = callerFrom(held.user, { token, door });
  if (who === 'anyone') return held.pending ? nobody(door) : caller;
  if (method === 'POST') checkChangeKey(token, request);
  if (held.pending && who !== 'half-signed-in') throw notSignedIn();
  if (who === 'half-signed-in' || who === 'signed-in') return caller;
  if (held.user.mustChange) throw new MingchaError('not-allowed', '还在使用一次性密码。', '请先修改密码，然后继续。');
  return { ...caller, scope: who === 'administrator' ? administered(held) : await scopeFor(app, held, who) };
}

/** Whether the area and the units that a call names are the caller's. @throws not-allowed. */
export async function checkPlace(app: App, caller: Caller, who: Endpoint['who'], input: Readonly<Record<string, unknown>>): Promise<void> {
  if (who === 'anyone' || who === 'half-signed-in' || who === 'signed-in') return;
  await checkArea(app, caller, input);
  checkUnits(caller.scope, input);
}

/** Only our own pages know the key: a form of another site that rides on the cookie changes nothing. */
function checkChangeKey(token: string, request: FastifyRequest): void {
  if (!isChangeKey(token, String(request.headers[CHANGE_KEY] ?? '')))
    throw new MingchaError('not-allowed', '这个请求不是从您打开的网页发出的，没有受理。', '请刷新页面后重试。');
}

function administered({ user }: Held): Scope {
  if (user.administers) return WHOLE_AREA;
  throw new MingchaError('not-allowed', '这项操作只有管理员能做。', '请联系本单位的系统管理员。');
}

async function scopeFor(app: App, { user }: Held, who: Grants): Promise<Scope> {
  const reach = reachOf(who, user.role);
  if (reach !== null) return reach === 'area' ? knownTo(user.role, WHOLE_AREA) : ownScope(app, user);
  const roles = (Object.keys(who) as UserRole[]).map((role) => USER_ROLES[role]);
  throw new MingchaError('not-allowed', `${USER_ROLES[user.role]}不能做这项操作。`, `这项操作由${roles.join('、')}办理。`);
}

const notSignedIn = (): MingchaError => new MingchaError('not-signed-in', '请先登录。', '登录后会回到这一页。');

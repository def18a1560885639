import { MingchaError } from '../../core/error.ts';
import { USER_ROLES, type UserRole } from '../../core/role.ts';
import { CONFIDENTIAL } from '../../ledger/grave.ts';
import { findNotice } from '../../store/notices.ts';
import { wentOut } from '../../store/states.ts';
import { readAreaSettings } from '../area-settings.ts';
import type { App } from '../open.ts';
import type { Caller } from './caller.ts';

/** Whether a role is in the closed list of an area. */
export async function knowsGrave(app: App, areaId: string, role: UserRole): Promise<boolean> {
  // The office is in every list: no need to ask.
  return role === 'office' || (await readAreaSettings(app.db, areaId)).messages.graveRoles.includes(role);
}

/**
 * Holds a caller whose role is not in the area's closed list (知悉范围, seeds S04) to what everybody may know: severe problems are
 * withheld from its scope, and so from every query. @throws not-allowed where an endpoint shows nothing but words of severe
 * findings, or those of a notice that no office has put its name to yet.
 */
export async function holdToClosedList(
  app: App,
  caller: Caller,
  grave: 'all' | 'draft' | undefined,
  input: Readonly<Record<string, unknown>>,
): Promise<Caller> {
  const { areaId } = input;
  if (typeof areaId !== 'string' || (await knowsGrave(app, areaId, caller.role))) return caller;
  const notice = grave === 'draft' ? await findNotice(app.db, String(input.noticeId)) : null;
  const refuses = grave === 'all' || (notice !== null && !wentOut(notice.state));
  if (refuses) {
    const { graveRoles } = (await readAreaSettings(app.db, areaId)).messages;
    throw new MingchaError(
      'not-allowed',
      '这里有严重信息，仅限知悉范围内的人员查看。',
      `知悉范围：${graveRoles.map((role) => USER_ROLES[role]).join('、')}；可由政务公开办在“地区设置”中调整。`,
    );
  }
  return { ...caller, scope: { ...caller.scope, withheld: CONFIDENTIAL } };
}

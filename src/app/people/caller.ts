import { MingchaError } from '../../core/error.ts';
import type { Scope, UserRole } from '../../core/role.ts';
import type { Actor } from '../../ledger/event.ts';
import type { Door } from './sessions.ts';

/** Who calls, as the server found out (经办人): never taken from what was sent. */
export interface Caller {
  userId: string;
  /** Name as it is kept with every act. */
  name: string;
  role: UserRole;
  /** The area it belongs to, those below included; null = every area. */
  areaId: string | null;
  /** The unit a unit's person answers for; null for the other roles. */
  unitId: string | null;
  administers: boolean;
  /** What this very call may show or change. */
  scope: Scope;
  /** What the browser holds; null for a machine, and for who has not signed in. Never kept, never answered. */
  token: string | null;
  door: Door;
}

/** The caller as the ledger keeps who acts. @throws not-allowed for a reader, who never does. */
export function actorOf({ role, unitId, name }: Caller): Actor {
  if (role === 'reader') throw new MingchaError('not-allowed', '查阅人员只能查看，不能办理。', '请由承办人员办理。');
  return { role, unitId, name };
}

/** Who has not signed in: may do nothing but what is open to anyone. */
export const nobody = (door: Door): Caller => ({
  userId: '',
  name: '未登录',
  role: 'reader',
  areaId: null,
  unitId: null,
  administers: false,
  scope: { units: [], categories: [] },
  token: null,
  door,
});

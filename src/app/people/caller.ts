import type { Scope, UserRole } from '../../core/role.ts';
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

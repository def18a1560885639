import type { Scope, UserRole } from '../../core/role.ts';

/** Who calls, as the server found out (经办人): never taken from what was sent. */
export interface Caller {
  userId: string;
  /** Name as it is kept with every act. */
  name: string;
  role: UserRole;
  /** The unit a unit's person answers for; null for the other roles. */
  unitId: string | null;
  administers: boolean;
  /** What this very call may show or change. */
  scope: Scope;
}

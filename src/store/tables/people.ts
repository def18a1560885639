import type { ColumnType, Generated } from 'kysely';
import type { Category } from '../../core/category.ts';
import type { Instant } from '../../core/date.ts';
import type { UserRole } from '../../core/role.ts';

/** Tables of who signs in and what everybody did (migrations 0021, 0035). */
export interface PeopleTables {
  appUser: {
    id: string;
    areaId: string | null;
    login: string;
    name: string;
    role: UserRole;
    unitId: string | null;
    post: 'person' | 'deputy' | null;
    fields: Category[];
    administers: boolean;
    passwordHash: string | null;
    mustChange: boolean;
    totpSecret: string | null;
    totpStep: number | null;
    oidcSubject: string | null;
    failures: number;
    lockedUntil: Instant | null;
    disabledAt: Instant | null;
    createdAt: Instant;
    createdBy: string;
  };
  userSession: {
    tokenHash: string;
    userId: string;
    pending: boolean;
    createdAt: Instant;
    seenAt: Instant;
    expiresAt: Instant;
    address: string;
    agent: string;
    endedAt: Instant | null;
  };
  machineToken: {
    id: string;
    areaId: string;
    name: string;
    rights: string[];
    tokenHash: string;
    createdAt: Instant;
    createdBy: string;
    expiresAt: Instant | null;
    usedAt: Instant | null;
    revokedAt: Instant | null;
  };
  trail: {
    seq: Generated<number>;
    at: Instant;
    areaId: string | null;
    userId: string | null;
    name: string;
    role: string;
    act: string;
    about: ColumnType<Record<string, string | string[]>, string, never>;
    given: ColumnType<unknown, string, never>;
    outcome: string;
    address: string;
  };
  trailOutcome: {
    seq: Generated<number>;
    line: number;
    areaId: string | null;
    at: Instant;
    outcome: string;
  };
  sealKey: {
    id: string;
    madeAt: Instant;
    givenUpAt: Instant | null;
  };
}

/** Roles a person signs in with (角色; seeds U03-U06, U12). What each may do is said by every endpoint for itself. */
export const USER_ROLES = {
  office: '政务公开办',
  centre: '信息中心',
  third_party: '第三方',
  bureau: '行政审批局',
  unit: '责任单位',
  reader: '查阅人员',
} as const;
export type UserRole = keyof typeof USER_ROLES;
/** Those who review what was found (人工复核): until one of them has confirmed it, it is nobody's problem. */
export const REVIEWERS = ['office', 'centre'] as const satisfies readonly UserRole[];
export const USER_ROLE_CODES = Object.keys(USER_ROLES) as UserRole[];

/** Whose matters of an area are shown or changed (范围). null = no limit; an empty list = nothing. */
export interface Scope {
  /** Units, sub-units already included. */
  units: readonly string[] | null;
  /** Categories of problems: an approval bureau's field. */
  categories: readonly string[] | null;
  /** Categories of severe problems that only the closed list may know (知悉范围, seeds S04); absent = none is withheld. */
  withheld?: readonly string[];
  /** The areas whose closed lists withhold them, where several are looked at together; absent = all that are looked at. */
  withheldIn?: readonly string[];
  /** Only problems that a reviewer has confirmed at some time (认定): what everybody sees who does not review. */
  confirmedOnly?: true;
}

export const WHOLE_AREA: Scope = { units: null, categories: null };

/** A scope as a role has it: who does not review findings sees none before they are confirmed. */
export const knownTo = (role: UserRole, scope: Scope): Scope =>
  (REVIEWERS as readonly UserRole[]).includes(role) ? scope : { ...scope, confirmedOnly: true };

import type { UserRole } from '../core/role.ts';

/** How far a role sees through an endpoint: everything in its area, or what falls to its own units or field of problems. */
export type Reach = 'area' | 'own';

/** Roles that may call, each with its reach; a role that is not named may not. */
export type Grants = Readonly<Partial<Record<UserRole, Reach>>>;

/**
 * Who may call an endpoint (seeds U03-U06). `anyone` = whoever reaches the server; `half-signed-in` = who gave the password and
 * owes the second factor; `signed-in` = whoever has signed in, about oneself; `administrator` = who keeps the users of an area; else the roles with their reach. The area in the input must always be one
 * that the caller's area holds. With reach `own` the handler is given the scope and puts it into its query. Whatever the reach, of
 * problems only office and centre, who review them (人工复核, U04), see what was never confirmed; all others see each from its confirmation on.
 */
export type Who = 'anyone' | 'half-signed-in' | 'signed-in' | 'administrator' | Grants;

/** The office alone: it issues, hands over, decides. */
export const OFFICE: Grants = { office: 'area' };
/** Those who watch: office and monitoring centre. */
export const WATCHERS: Grants = { office: 'area', centre: 'area' };
/** Those who see the whole area: the watchers and readers, who change nothing. */
export const OVERSEERS: Grants = { office: 'area', centre: 'area', reader: 'area' };
/** Overseers see all; units and the approval bureau see their own. */
export const OVERSEERS_AND_OWN: Grants = { ...OVERSEERS, bureau: 'own', unit: 'own' };
/** Overseers see all; units see their own. */
export const OVERSEERS_AND_UNIT: Grants = { ...OVERSEERS, unit: 'own' };
/** What every role may use: it shows nothing of anybody. */
export const EVERY_ROLE: Grants = { ...OVERSEERS, bureau: 'area', unit: 'area', third_party: 'area' };
/** Only the unit itself, about its own. */
export const UNIT: Grants = { unit: 'own' };
/** The office for anyone, a unit for itself. */
export const OFFICE_AND_UNIT: Grants = { office: 'area', unit: 'own' };
/** Those who hand over and urge: the office everything, the bureau its field. */
export const OFFICE_AND_BUREAU: Grants = { office: 'area', bureau: 'own' };

/** The reach a role has; null = it may not call. `administrator` and `signed-in` are no matter of roles. */
export function reachOf(who: Who, role: UserRole): Reach | null {
  return typeof who === 'string' ? null : (who[role] ?? null);
}

import { z } from 'zod';
import { USER_ROLE_CODES, type UserRole } from '../core/role.ts';

const role = z.enum(USER_ROLE_CODES as [UserRole, ...UserRole[]]);

/** Who is signed in. `changeKey` goes with every change as the header `x-change-key`. */
export const signedInAs = z.object({
  login: z.string(),
  name: z.string(),
  role,
  roleName: z.string(),
  areaId: z.string().nullable(),
  unit: z.object({ id: z.string(), name: z.string() }).nullable(),
  administers: z.boolean(),
  /** Still on a one-time password: nothing else may be done before it is changed. */
  mustChange: z.boolean(),
  secondFactor: z.boolean(),
  changeKey: z.string(),
});

/** `code` = the password was right and the code of the second factor is owed. */
export const meAnswer = z.discriminatedUnion('state', [
  z.object({ state: z.literal('out'), singleSignOn: z.string().nullable() }),
  z.object({ state: z.literal('code'), changeKey: z.string() }),
  z.object({ state: z.literal('in'), ...signedInAs.shape }),
]);

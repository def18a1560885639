import { holds } from '../../../src/core/lists/holds.ts';

/** How a token stands at a moment. */
export const TOKEN_STATES = { valid: '可用', expired: '已到期', revoked: '已收回' } as const;

interface Token {
  name: string;
  createdBy: string;
  createdAt: string;
  expiresAt: string | null;
  usedAt: string | null;
  revokedAt: string | null;
}
interface Asked {
  q: string | undefined;
  state: string | undefined;
  sort: string | undefined;
  order: string | undefined;
}

/** The tokens the address asks for, in the order it asks for. A token without an end lasts longest; one never used comes last of the used. */
export function listedTokens<R extends Token>(rows: readonly R[], { q, state, sort, order }: Asked, now: string): readonly R[] {
  const wanted = rows.filter((token) => holds(q, token.name, token.createdBy) && (!state || stateOf(token, now) === state));
  const of = KEYS[sort ?? ''];
  if (!of) return wanted;
  const sign = order === 'asc' ? 1 : -1;
  return wanted.toSorted((a, b) => sign * of(a).localeCompare(of(b), 'zh-CN'));
}

const stateOf = ({ revokedAt, expiresAt }: Token, now: string): keyof typeof TOKEN_STATES =>
  revokedAt !== null ? 'revoked' : expiresAt !== null && expiresAt < now ? 'expired' : 'valid';

const KEYS: Readonly<Record<string, (token: Token) => string>> = {
  name: ({ name }) => name,
  created: ({ createdAt }) => createdAt,
  expires: ({ expiresAt }) => expiresAt ?? '9999',
  used: ({ usedAt }) => usedAt ?? '',
};

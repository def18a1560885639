import type { Outcome } from '../../evidence/outcome.ts';
import { REFUSED_CODE } from '../guard/guard.ts';

/** Certificate errors of Node (X509_V_ERR_*) that are about trust, not about speaking TLS at all. */
const INCOMPLETE_CHAIN = ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_GET_ISSUER_CERT'];
const UNTRUSTED = [
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'CERT_UNTRUSTED',
  'CERT_REJECTED',
  'CERT_REVOKED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_CHAIN_TOO_LONG',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'HOSTNAME_MISMATCH',
];

const BY_CODE: Record<string, Outcome> = {
  [REFUSED_CODE]: 'refused-address',
  UND_ERR_CONNECT_TIMEOUT: 'timed-out',
  UND_ERR_HEADERS_TIMEOUT: 'timed-out',
  UND_ERR_BODY_TIMEOUT: 'timed-out',
  ETIMEDOUT: 'timed-out',
  ECONNREFUSED: 'connect-failed',
  EHOSTUNREACH: 'connect-failed',
  EHOSTDOWN: 'connect-failed',
  ENETUNREACH: 'connect-failed',
  ENETDOWN: 'connect-failed',
  EADDRNOTAVAIL: 'connect-failed',
  ENOTFOUND: 'dns-failed',
  ENODATA: 'dns-failed',
  ESERVFAIL: 'dns-failed',
  EBADNAME: 'dns-failed',
  UND_ERR_HEADERS_OVERFLOW: 'bad-response',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'cut-off',
  EPROTO: 'tls-failed',
  HTTPParserError: 'bad-response', // undici gives this class no code
};

export type Trust = 'incomplete-chain' | 'untrusted';

export function trustFault(code: string): Trust | null {
  if (INCOMPLETE_CHAIN.includes(code)) return 'incomplete-chain';
  return UNTRUSTED.includes(code) ? 'untrusted' : null;
}

/** The code of an error, its class name without one; of the first attempt when several addresses were tried. */
export function errorCode(error: unknown): string {
  const { code, errors, name } = error as { code?: unknown; errors?: readonly unknown[]; name?: unknown };
  if (typeof code === 'string') return code;
  if (Array.isArray(errors) && errors.length > 0) return errorCode(errors[0]);
  return typeof name === 'string' ? name : '';
}

/** Steers by code only. An unknown code is our ignorance: never `gone`. */
export function outcomeOfFailure(code: string, answered: boolean): Outcome {
  const known = BY_CODE[code];
  if (known) return known;
  if (trustFault(code) || code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_')) return 'tls-failed';
  if (code.startsWith('EAI_')) return 'dns-failed';
  return answered ? 'cut-off' : 'connect-failed'; // ECONNRESET, EPIPE, UND_ERR_SOCKET (other side closed)
}

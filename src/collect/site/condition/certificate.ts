import type { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import type { Instant } from '../../../core/date.ts';
import type { CertificateRemark, CertificateState } from '../../../evidence/condition.ts';
import type { FactData } from '../../../evidence/facts.ts';
import { outcomeOfFailure } from '../../http/failure.ts';
import type { Handshake } from '../../http/handshake.ts';

export type CertificateFact = FactData<'certificate'>;
/** What the handshake alone can say. */
export type CertificateReading = Omit<CertificateFact, 'host' | 'uses' | 'httpsRedirect'>;

/** A certificate this near to its end is worth a word to the office; renewal by hand takes weeks. */
const SOON_DAYS = 30;
const DAY_MS = 86_400_000;
/** Names kept of a certificate; shared hosting puts hundreds on one. */
const NAMES_KEPT = 20;
const NAME_LETTERS = 253;

/** Worst first: what a visitor's browser stops at before what it puts up with. */
const WORST: readonly CertificateState[] = [
  'expired',
  'not-yet-valid',
  'wrong-host',
  'self-signed',
  'weak',
  'unknown-issuer',
  'expires-soon',
];

/** What one handshake tells of a host's certificate at a moment. The certificate's dates are judged by `at`, its chain by this machine. */
export function readCertificate(hand: Handshake, host: string, at: Instant): CertificateReading {
  const { certificate } = hand;
  if (certificate === null) return { ...NOTHING, ...withoutCertificate(hand) };
  const left = Date.parse(certificate.validTo) - Date.parse(at);
  const states = new Set<CertificateState>();
  const remarks = new Set<CertificateRemark>();
  if (left <= 0) states.add('expired');
  else if (left <= SOON_DAYS * DAY_MS) states.add('expires-soon');
  if (Date.parse(certificate.validFrom) > Date.parse(at)) states.add('not-yet-valid');
  if (!coversHost(certificate, host)) states.add('wrong-host');
  readChain(hand, states, remarks);
  if (isSha1(certificate)) remarks.add('sha1');
  if (hand.protocol === 'TLSv1' || hand.protocol === 'TLSv1.1') remarks.add('old-protocol');
  if (remarks.has('sha1') || remarks.has('old-protocol')) states.add('weak');
  if (hand.code.endsWith('CERTIFICATE_REQUIRED')) remarks.add('client-certificate');
  const [state = 'ok', ...also] = WORST.filter((one) => states.has(one));
  return { state, also, remarks: [...remarks], ...detailsOf(certificate, left), protocol: hand.protocol, reason: null };
}

const NOTHING: CertificateReading = {
  state: 'not-run',
  also: [],
  remarks: [],
  daysLeft: null,
  validFrom: null,
  validTo: null,
  issuer: null,
  names: [],
  nameCount: 0,
  protocol: null,
  reason: null,
};

/** What is read where nobody looked at the certificate, or nobody could. */
export const noReading = (state: 'none' | 'not-run', reason: CertificateReading['reason']): CertificateReading => ({
  ...NOTHING,
  state,
  reason,
});

/** A server that spoke, but no TLS we can finish, is `broken-handshake`; one that said nothing may be cut off on our side. */
function withoutCertificate({ stage, late, code }: Handshake): Partial<CertificateReading> {
  if (stage === 'unconnected') return { reason: late ? 'timed-out' : outcomeOfFailure(code, false) };
  if (late) return { remarks: ['silent'], reason: 'timed-out' };
  const remark = BROKEN.find(([sign]) => sign.test(code))?.[1];
  if (remark !== undefined) return { state: 'broken-handshake', remarks: [remark] };
  if (code.startsWith('ERR_SSL_') || code === 'EPROTO') return { state: 'broken-handshake', remarks: [] };
  return { remarks: ['reset'], reason: 'tls-failed' };
}

/** OpenSSL's reasons, as Node names them. */
const BROKEN: readonly [RegExp, CertificateRemark][] = [
  [/CERTIFICATE_REQUIRED$/, 'client-certificate'],
  [/WRONG_VERSION_NUMBER|HTTP_REQUEST|PACKET_LENGTH_TOO_LONG|UNEXPECTED_MESSAGE|BAD_RECORD_TYPE/, 'not-tls'],
  [/EXCESSIVE_MESSAGE_SIZE/, 'huge-chain'],
  [/UNSUPPORTED_PROTOCOL|PROTOCOL_VERSION/, 'old-protocol'],
  [/ALERT/, 'alert'],
];

/** Codes of the chain's check (X509_V_ERR_*). The dates and the name of the certificate itself are read elsewhere. */
function readChain({ chainCode, certificate }: Handshake, states: Set<CertificateState>, remarks: Set<CertificateRemark>): void {
  const own = certificate as X509Certificate;
  if (own.issuer === own.subject && own.checkIssued(own)) {
    states.add('self-signed');
    return;
  }
  if (chainCode === '' || chainCode === 'CERT_NOT_YET_VALID') return;
  if (chainCode === 'CERT_HAS_EXPIRED') {
    // Of a certificate that has not ended by this machine's clock either, it is the authority's.
    if (Date.parse(own.validTo) > Date.now()) {
      states.add('unknown-issuer');
      remarks.add('expired-issuer');
    }
    return;
  }
  if (chainCode === 'ERR_TLS_CERT_ALTNAME_INVALID' || chainCode === 'HOSTNAME_MISMATCH') return;
  states.add('unknown-issuer');
  remarks.add(chainCode === 'SELF_SIGNED_CERT_IN_CHAIN' ? 'untrusted-root' : 'incomplete-chain');
}

/** As browsers compare: alternative names only, the common name says nothing. */
function coversHost(certificate: X509Certificate, host: string): boolean {
  const name = host.replace(/\.$/, '');
  return (isIP(name) === 0 ? certificate.checkHost(name, { subject: 'never' }) : certificate.checkIP(name)) !== undefined;
}

/** Object identifiers of sha1WithRSAEncryption and ecdsa-with-SHA1, as they stand in the certificate. */
const SHA1_SIGNATURES = ['06092a864886f70d010105', '06072a8648ce3d0401'].map((hex) => Buffer.from(hex, 'hex'));
const isSha1 = ({ raw }: X509Certificate): boolean => SHA1_SIGNATURES.some((algorithm) => raw.includes(algorithm));

function detailsOf(certificate: X509Certificate, left: number) {
  const names = (certificate.subjectAltName ?? '').split(', ').flatMap((name) => /^(?:DNS|IP Address):(.+)$/.exec(name)?.[1] ?? []);
  const issuer = new Map(certificate.issuer.split('\n').map((line) => [line.split('=', 1)[0], line.replace(/^[^=]*=/, '')]));
  return {
    daysLeft: Math.floor(left / DAY_MS),
    validFrom: new Date(certificate.validFrom).toISOString(),
    validTo: new Date(certificate.validTo).toISOString(),
    issuer: (issuer.get('O') ?? issuer.get('CN') ?? null)?.slice(0, NAME_LETTERS) ?? null,
    names: names.slice(0, NAMES_KEPT).map((name) => name.slice(0, NAME_LETTERS)),
    nameCount: names.length,
  };
}

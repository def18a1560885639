import type { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { connect } from 'node:tls';
import type { Guard } from '../guard/guard.ts';
import { PATIENT_TLS } from './agents.ts';
import { errorCode } from './failure.ts';

/** How far a TLS handshake went. */
export type HandshakeStage = 'unconnected' | 'connected' | 'secure';

export interface Handshake {
  stage: HandshakeStage;
  /** The limit ran out at that stage. */
  late: boolean;
  /** Code of the error that ended it, '' without one; after `secure` the server may still have turned us away. */
  code: string;
  /** What the server showed, good or bad. */
  certificate: X509Certificate | null;
  /** What the chain's check said, '' when all is well; the name is not part of it. */
  chainCode: string;
  /** `TLSv1.3` and so on. */
  protocol: string | null;
}

export interface HandshakeRequest {
  host: string;
  port: number;
  /** For the connection, and once more for the handshake. */
  ms: number;
  signal?: AbortSignal | undefined;
}

/** After our goodbye a server that wanted a certificate of ours says so. */
const PARTING_MS = 1_000;

/**
 * One TLS handshake for the sake of the certificate; nothing is asked for. The guard's lookup gives the address that is
 * connected to. Every ending is an answer; rejects only when `signal` is aborted.
 */
export function shakeHands(guard: Guard, { host, port, ms, signal }: HandshakeRequest): Promise<Handshake> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const result: Handshake = { stage: 'unconnected', late: false, code: '', certificate: null, chainCode: '', protocol: null };
    const socket = connect({
      host,
      port,
      lookup: guard.lookup,
      ...(isIP(host) === 0 ? { servername: host } : {}),
      rejectUnauthorized: false,
      // The name is compared by the reader of the certificate, beside the chain and not after it.
      checkServerIdentity: () => undefined,
      ...PATIENT_TLS,
    });
    let timer = setTimeout(giveUp, ms);
    function giveUp(): void {
      result.late = result.stage !== 'secure';
      end();
    }
    function again(limit: number): void {
      clearTimeout(timer);
      timer = setTimeout(giveUp, limit);
    }
    function end(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abandon);
      socket.destroy();
      resolve(result);
    }
    function abandon(): void {
      clearTimeout(timer);
      socket.destroy();
      reject(signal?.reason);
    }
    signal?.addEventListener('abort', abandon, { once: true });
    socket.once('connect', () => {
      result.stage = 'connected';
      again(ms);
    });
    socket.once('secureConnect', () => {
      result.stage = 'secure';
      result.certificate = socket.getPeerX509Certificate() ?? null;
      result.protocol = socket.getProtocol();
      // Typed as an Error, in truth the code.
      result.chainCode = socket.authorized ? '' : String(socket.authorizationError ?? '');
      again(PARTING_MS);
      socket.resume();
      socket.end();
    });
    socket.on('error', (error) => {
      result.code ||= errorCode(error);
    });
    socket.once('close', end);
  });
}

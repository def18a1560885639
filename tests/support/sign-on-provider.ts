import { createHash, createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Wrong {
  nonce?: string;
  issuer?: string;
  audience?: string;
  expiresIn?: number;
  alg?: 'none' | 'HS256';
  key?: 'other';
}

/** A provider of OpenID Connect on loopback: who asks for a code gets one for `subject`. */
export interface SignOnServer {
  issuer: string;
  subject: string;
  /** What the next token says wrongly; `alg` none = it is not signed, `key` = by somebody else. */
  wrong: Wrong | null;
  /** Claims beside the number. */
  more: Readonly<Record<string, unknown>>;
  stop(): Promise<void>;
}

export async function signOnServer(clientId: string): Promise<SignOnServer> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const codes = new Map<string, { nonce: string; challenge: string }>();
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const state: SignOnServer = { issuer: '', subject: 'person-1', wrong: null, more: {}, stop: async () => {} };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', state.issuer);
    const json = (body: object): void => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (url.pathname === '/.well-known/openid-configuration')
      return json({
        issuer: state.issuer,
        authorization_endpoint: `${state.issuer}/authorize`,
        token_endpoint: `${state.issuer}/token`,
        jwks_uri: `${state.issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['ES256'],
      });
    if (url.pathname === '/keys') return json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'ES256', use: 'sig' }] });
    if (url.pathname === '/authorize') {
      const code = randomBytes(8).toString('hex');
      codes.set(code, { nonce: url.searchParams.get('nonce') ?? '', challenge: url.searchParams.get('code_challenge') ?? '' });
      const back = new URL(url.searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('code', code);
      back.searchParams.set('state', url.searchParams.get('state') ?? '');
      response.writeHead(302, { location: back.href }).end();
      return undefined;
    }
    let body = '';
    for await (const chunk of request) body += chunk;
    const asked = new URLSearchParams(body);
    const given = codes.get(asked.get('code') ?? '');
    codes.delete(asked.get('code') ?? '');
    const proven =
      createHash('sha256')
        .update(asked.get('code_verifier') ?? '')
        .digest('base64url') === given?.challenge;
    if (!given || !proven) return void response.writeHead(400, { 'content-type': 'application/json' }).end('{"error":"invalid_grant"}');
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      ...{ iss: state.wrong?.issuer ?? state.issuer, sub: state.subject, aud: state.wrong?.audience ?? clientId },
      ...{ ...state.more, iat: now, exp: now + (state.wrong?.expiresIn ?? 300) },
      nonce: state.wrong?.nonce ?? given.nonce,
    };
    const alg = state.wrong?.alg ?? 'ES256';
    const unsigned = `${part({ alg, kid: 'k' })}.${part(claims)}`;
    const key = state.wrong?.key ? other : privateKey;
    const signatures = {
      none: () => '',
      // The secret both sides know, or the key everybody may read, taken for one to sign with.
      HS256: () =>
        createHmac('sha256', publicKey.export({ format: 'pem', type: 'spki' }))
          .update(unsigned)
          .digest('base64url'),
      ES256: () => sign('sha256', Buffer.from(unsigned), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url'),
    };
    const signature = signatures[alg]();
    return json({ access_token: 'a', token_type: 'Bearer', expires_in: 300, id_token: `${unsigned}.${signature}` });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  state.stop = () => new Promise((resolve) => server.close(() => resolve()));
  return state;
}

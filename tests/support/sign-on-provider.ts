import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A provider of OpenID Connect on loopback: who asks for a code gets one for `subject`. */
export interface SignOnServer {
  issuer: string;
  subject: string;
  /** What the next token says wrongly. */
  wrong: { nonce?: string; issuer?: string } | null;
  stop(): Promise<void>;
}

export async function signOnServer(clientId: string): Promise<SignOnServer> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const codes = new Map<string, { nonce: string; challenge: string }>();
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const state: SignOnServer = { issuer: '', subject: 'person-1', wrong: null, stop: async () => {} };

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
    const given = codes.get(new URLSearchParams(body).get('code') ?? '');
    if (!given) return void response.writeHead(400, { 'content-type': 'application/json' }).end('{"error":"invalid_grant"}');
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      ...{ iss: state.wrong?.issuer ?? state.issuer, sub: state.subject, aud: clientId, iat: now, exp: now + 300 },
      nonce: state.wrong?.nonce ?? given.nonce,
    };
    const unsigned = `${part({ alg: 'ES256', kid: 'k' })}.${part(claims)}`;
    const signature = sign('sha256', Buffer.from(unsigned), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url');
    return json({ access_token: 'a', token_type: 'Bearer', expires_in: 300, id_token: `${unsigned}.${signature}` });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  state.stop = () => new Promise((resolve) => server.close(() => resolve()));
  return state;
}

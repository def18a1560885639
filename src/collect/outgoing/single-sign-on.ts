import * as oidc from 'openid-client';
import { MingchaError } from '../../core/error.ts';

/** An office's single sign-on (统一身份认证) that speaks OpenID Connect. */
export interface SignOnProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** What the browser keeps between leaving and coming back; whoever comes back without it is refused. */
export interface SignOnKept {
  state: string;
  nonce: string;
  verifier: string;
}

const SCOPE = 'openid profile';
const found = new Map<string, Promise<oidc.Configuration>>();

/** Address to lead the browser to (code flow with PKCE, state and nonce), and what it keeps meanwhile. */
export async function beginSignOn(provider: SignOnProvider, back: string): Promise<{ address: string; kept: SignOnKept }> {
  const config = await discovered(provider);
  const kept = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
  const address = oidc.buildAuthorizationUrl(config, {
    redirect_uri: back,
    scope: SCOPE,
    state: kept.state,
    nonce: kept.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(kept.verifier),
    code_challenge_method: 'S256',
  });
  return { address: address.href, kept };
}

/** Who came back, as the provider vouches. @throws not-signed-in when it does not, unavailable when it cannot be asked. */
export async function endSignOn(
  provider: SignOnProvider,
  current: URL,
  kept: SignOnKept,
): Promise<{ subject: string; name: string | null }> {
  const config = await discovered(provider);
  try {
    const tokens = await oidc.authorizationCodeGrant(config, current, {
      expectedState: kept.state,
      expectedNonce: kept.nonce,
      pkceCodeVerifier: kept.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error('no claims');
    return { subject: claims.sub, name: typeof claims.name === 'string' ? claims.name : null };
  } catch (cause) {
    throw new MingchaError('not-signed-in', '统一身份认证没有通过。', '请从登录页重新进入；仍不成功时，请用户名密码登录并告知管理员。', {
      cause,
    });
  }
}

/** The provider's own description, asked for once; a failure is asked again the next time. */
async function discovered({ issuer, clientId, clientSecret }: SignOnProvider): Promise<oidc.Configuration> {
  const key = JSON.stringify([issuer, clientId]);
  // A provider inside the own network without TLS is only taken on this very machine.
  const isLocal = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/.test(`${issuer}/`);
  const asked =
    found.get(key) ??
    oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      // Who vouches is proved by the signature too, not by the line alone: a proxy that reads TLS on the way signs nobody in.
      execute: [oidc.enableNonRepudiationChecks, ...(isLocal ? [oidc.allowInsecureRequests] : [])],
    });
  found.set(key, asked);
  try {
    return await asked;
  } catch (cause) {
    found.delete(key);
    throw new MingchaError('unavailable', '连接不上统一身份认证。', '请稍后重试，或用用户名和密码登录。', { cause });
  }
}

/** What names an article in the long form of its address; the rest is how somebody came to it. */
const WECHAT_PARTS = ['__biz', 'mid', 'idx', 'sn'] as const;

/**
 * One address for one post: `http` and `https`, tracking fields and fragments make no difference. The short form
 * (mp.weixin.qq.com/s/…) is its own address, as nothing but the platform knows what it stands for.
 */
export function postAddress(url: string): string {
  if (!URL.canParse(url)) return url;
  const address = new URL(url);
  address.protocol = 'https:';
  address.hash = '';
  if (address.hostname !== 'mp.weixin.qq.com') return address.href;
  const parts = WECHAT_PARTS.flatMap((name) => {
    const value = address.searchParams.get(name);
    return value === null ? [] : [`${name}=${value}`];
  });
  return `${address.origin}${address.pathname}${parts.length > 1 ? `?${parts.join('&')}` : ''}`;
}

/** LIKE pattern that every spelling of an address fits; what it finds is still to be compared by `postAddress`. */
export function addressPattern(url: string): string {
  const literal = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
  const address = new URL(postAddress(url));
  const [biz, mid, idx] = ['__biz', 'mid', 'idx'].map((name) => address.searchParams.get(name));
  if (biz && mid && idx) return `%biz=${literal(biz.replace(/=+$/, ''))}%mid=${literal(mid)}%idx=${literal(idx)}%`;
  return `%${literal(address.href.slice('https:'.length))}%`;
}

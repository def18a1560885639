/** Screens on which pages are looked at (seeds row M12). */
export const DEVICES = {
  desktop: { width: 1440, height: 900, mobile: false },
  phone: { width: 390, height: 844, mobile: true },
} as const;
export type Device = keyof typeof DEVICES;

/**
 * Honest: the browser it is, and whose. Sites that tell phones and old browsers apart by this line must not be misled, nor
 * their keepers. `product`: `Mingcha/0.1; +mailto:…` as plain looks send it; `version` of the browser.
 */
export function browserAgent(product: string, version: string, device: Device): string {
  const major = version.split('.')[0];
  const machine = DEVICES[device].mobile ? 'Linux; Android 10; K' : 'X11; Linux x86_64';
  const mobile = DEVICES[device].mobile ? ' Mobile' : '';
  const who = /\((?:compatible; )?([^()]*)\)/.exec(product)?.[1] ?? product;
  return `Mozilla/5.0 (${machine}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0${mobile} Safari/537.36 (compatible; ${who})`;
}

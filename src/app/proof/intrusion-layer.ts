import { ownNames } from '../../core/host-names.ts';
import { readHidden } from '../../extract/hidden/read-hidden.ts';
import type { Finding } from '../../text/finding.ts';
import { readIntrusion } from '../../text/intrusion/read-intrusion.ts';
import { intrusionPage } from '../intrusion/page-of.ts';
import { spamTerms } from '../intrusion/spam-list.ts';

/** A page from a file says nowhere where it lives: addresses within it are read from here. */
const NOWHERE = 'http://localhost/';

/** Layer L6 over the markup of one page, as far as a single look can tell. `name`: its address, or the name of its file. */
export function intrusionIn(html: string, name: string): Finding[] {
  const url = /^https?:\/\//i.test(name) && URL.canParse(name) ? name : NOWHERE;
  const hosts = { own: ownNames([new URL(url).host]), before: null };
  return readIntrusion(intrusionPage(url, readHidden(html, url), hosts, null), spamTerms());
}

import { pdf, png } from './files.ts';
import { type Answer, answer } from './response.ts';

/** Files that never change were last changed then. */
const MADE = Date.parse('2020-06-01T00:00:00Z');

const CSS = `body{margin:0;font:14px/1.8 "Microsoft YaHei",sans-serif;color:#333}
a{color:#1a4b8c;text-decoration:none}ul{list-style:none;padding:0;margin:0}
.nav,nav{background:#1a4b8c;color:#fff;padding:6px 12px}.nav a,nav a{color:#fff;margin-right:10px}.nav li{display:inline-block;margin-right:10px;vertical-align:top}
.main,.layout,.blocks,.panels{max-width:1200px;margin:0 auto;display:flex;flex-wrap:wrap;gap:24px}
.left,aside{width:240px}.right,.layout main{flex:1}.block,.panel{width:45%}
.list li li,.block li,.item{display:flex;justify-content:space-between;border-bottom:1px dotted #ccc}
.card{display:flex;gap:16px;padding:12px 0;border-bottom:1px solid #eee}.date{width:64px;text-align:center;background:#f2f5fa}.date b,.day{font-size:24px;margin:0}
.article,.detail{max-width:900px;margin:0 auto}.foot,footer{text-align:center;background:#eee;margin-top:24px;padding:12px}
table.list{border-collapse:collapse}
`;
const JS = '// The page reads the same without it.\n';

const FIXED: Readonly<Record<string, () => Answer>> = {
  '/res/site.css': () => answer('text/css', Buffer.from(CSS), MADE),
  '/res/site.js': () => answer('application/javascript', Buffer.from(JS), MADE),
  '/res/logo.png': () => answer('image/png', png('logo', 320, 60), MADE),
  '/res/ga.png': () => answer('image/png', png('police', 20, 20), MADE),
  '/res/dzjg.png': () => answer('image/png', png('party-and-government', 60, 60), MADE),
  '/res/jiucuo.png': () => answer('image/png', png('error-report', 80, 40), MADE),
  '/favicon.ico': () => answer('image/x-icon', png('icon', 16, 16), MADE),
};
const kept = new Map<string, Answer>();

/** Style sheets, pictures and attachments, the same on all sites; null when there is no such file. */
export function fixedFile(path: string, attachments: ReadonlySet<string>): Answer | null {
  const make = FIXED[path] ?? maker(path, attachments);
  if (!make) return null;
  const known = kept.get(path) ?? make();
  kept.set(path, known);
  return known;
}

function maker(path: string, attachments: ReadonlySet<string>): (() => Answer) | null {
  const picture = /^\/res\/pic\/(\d{1,2})\.png$/.exec(path);
  if (picture && Number(picture[1]) >= 1 && Number(picture[1]) <= 24) return () => answer('image/png', png(path, 320, 200), MADE);
  return attachments.has(path) ? () => answer('application/pdf', pdf(`Sample attachment ${path}`), MADE) : null;
}

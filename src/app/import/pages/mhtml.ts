/** A page out of a web archive (.mht, .mhtml): the bytes of its main part and where it was saved from. */
export interface ArchivedPage {
  bytes: Uint8Array;
  contentType: string | null;
  url: string | null;
}

/** A page of a hundred pictures is an archive of a hundred parts; a boundary of one letter makes millions. */
const MOST_PARTS = 5_000;

type Headers = ReadonlyMap<string, string>;

/** The main page of a web archive as browsers write it (MIME multipart/related); null when there is none. */
export function pageOfMhtml(bytes: Uint8Array): ArchivedPage | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const top = split(text);
  const boundary = /boundary="?([^";\r\n]{1,200})"?/i.exec(top.headers.get('content-type') ?? '')?.[1];
  const parts = boundary === undefined ? [top] : top.body.split(`--${boundary}`, MOST_PARTS).slice(1).map(split);
  const main = parts.find(({ headers }) => /^(text\/html|application\/xhtml)/i.test(headers.get('content-type') ?? ''));
  if (!main) return null;
  const url = top.headers.get('snapshot-content-location') ?? main.headers.get('content-location') ?? null;
  return {
    bytes: decoded(main.body, main.headers),
    contentType: main.headers.get('content-type') ?? null,
    url: url && /^https?:/i.test(url) ? url : null,
  };
}

/** Headers up to the first empty line, folded lines joined; names in lower case. */
function split(text: string): { headers: Headers; body: string } {
  const start = text.replace(/^\s+/, '');
  const end = /\r?\n\r?\n/.exec(start);
  const head = end ? start.slice(0, end.index) : '';
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const headers = lines.flatMap((line): [string, string][] => {
    const colon = line.indexOf(':');
    return colon > 0 ? [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]] : [];
  });
  return { headers: new Map(headers), body: end ? start.slice(end.index + end[0].length) : '' };
}

function decoded(body: string, headers: Headers): Uint8Array {
  const encoding = (headers.get('content-transfer-encoding') ?? '').toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const plain = body.replace(/=\r?\n/g, '').replace(/=([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}

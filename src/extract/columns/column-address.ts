/** What two addresses of one page share: no scheme, no www, no name of a front page, no last slash. */
export function addressKey(url: string): string {
  const { host, pathname, search } = new URL(url);
  const path = pathname.replace(/\/(?:index|default)\.[a-z]{3,5}$/i, '/').replace(/\/+$/, '');
  return `${host.replace(/^www\./, '')}${path}${search}`;
}

const FILE = /\.(?:docx?|xlsx?|pptx?|wps|et|ofd|pdf|rtf|csv|zip|rar|7z|jpe?g|png|gif|mp[34]|apk|exe|xml)$/i;

/** Addresses by which content systems name a single text, by path. */
const ARTICLE_PATHS = [
  /\/t?\d{8}_\d+\.\w{3,5}$/, // TRS: t20221227_12345.html
  /\/(?:19|20)\d{2}[-/]\d{1,2}(?:[-/]\d{1,2})?\//, // 2022/12/27, 2022-12/27
  /\/(?:19|20)\d{4}(?:\d{2})?\/[^/]+\.\w{3,5}$/, // 202212/…, 20221227/…
  /\/art\/(?:19|20)\d{2}\//, // 大汉
  /\/info\/\d+\/\d+\.html?$/, // 博达
  /(?:^|[/_-])(?:content|detail|article|post|doc|con|xxnr|newsinfo|viewinfo)(?:s|_|-|\/|\/(?:article|post|\d+)\/)?\d{3,}(?:\.\w{3,5})?$/i,
  /\/(?:content|article|detail|info|show|view)\/(?!column|list|channel|index)\w*\d\w*(?:\.\w{3,5})?$/i,
  /\/[0-9a-f]{32}(?:\.s?html?)?$/i,
];
const ARTICLE_QUERY = /[?&](?:article_?id|news_?id|info_?id|content_?id|doc_?id|aid|art_?id|infoguid|msgid)=/i;
const ARTICLE_SCRIPT = /\/(?:\w*show\w*|\w*view|\w*detail\w*|\w*content|\w*article|read\w*)\.(?:asp|aspx|jsp|php|do|action)\?/i;

/** True for addresses of single texts and files, which no column has. Unknown forms are taken for columns: the look decides. */
export function leadsToText(url: string): boolean {
  const { pathname, search } = new URL(url);
  if (FILE.test(pathname) || ARTICLE_PATHS.some((form) => form.test(pathname))) return true;
  return ARTICLE_QUERY.test(search) || ARTICLE_SCRIPT.test(`${pathname}${search}`);
}

/** First labels of hosts that portals keep for a part of the same site. */
const PART_OF_SITE = /^(?:zwgk|xxgk|zfxxgk|zwgkpt|gk|gkml|hd|hdjl|zmhd|public|info|xw|news|zw)$/;
const bare = (host: string): string => host.replace(/^www\./, '');

/**
 * Whether an address can belong to a column of the site: same host, or the portal's own host for disclosure or exchange.
 * A home page in a folder (`/zjj/` of a shared host) keeps its columns in that folder.
 */
export function belongsTo(home: string): (url: string) => boolean {
  const { host, pathname } = new URL(home);
  const own = bare(host);
  const folder = pathname.replace(/[^/]*$/, '');
  const portal = folder === '/' && own.includes('.gov.cn') ? `.${own}` : null;
  return (url) => {
    const address = new URL(url);
    const other = bare(address.host);
    if (other === own) return address.pathname.startsWith(folder);
    return portal !== null && other.endsWith(portal) && PART_OF_SITE.test(other.slice(0, -portal.length));
  };
}

/** Whether an address is the home page itself, or the front page of its host. */
export function isHome(url: string, home: string): boolean {
  const { host, pathname, search } = new URL(url);
  const isFront = search === '' && /^\/(?:index\.\w+)?$/.test(pathname);
  return addressKey(url) === addressKey(home) || (isFront && bare(host) === bare(new URL(home).host));
}

import { type Tree, walk } from '../markup/tree.ts';

/**
 * The meta names of the government page standard (政府网站发展指引, 网页标签规范), as the standard writes them.
 * Its general names (Keywords, Author, Description, Image, Url) are on any page and say nothing about government, so they are left out.
 */
export const GOVERNMENT_METAS = [
  'SiteName',
  'SiteDomain',
  'SiteIDCode',
  'ColumnName',
  'ColumnDescription',
  'ColumnKeywords',
  'ColumnType',
  'ArticleTitle',
  'PubDate',
  'ContentSource',
] as const;
export type GovernmentMeta = (typeof GOVERNMENT_METAS)[number];

/** Government metas as they stand: a missing key = no such tag, '' = an empty tag. */
export type Metas = Partial<Record<GovernmentMeta, string>>;

/** Every named meta by lower-case name, and the page title. */
export interface Head {
  named: ReadonlyMap<string, string>;
  title: string;
  government: Metas;
}

const STANDARD = new Map(GOVERNMENT_METAS.map((name) => [name.toLowerCase(), name]));

/** Reads metas and title wherever they stand: includes put them into the body too. Of doubled names the first counts. */
export function readHead(tree: Tree): Head {
  const named = new Map<string, string>();
  const government: Metas = {};
  let title: string | null = null;
  for (const box of walk(tree.root)) {
    if (box.tag === 'meta') {
      const { name, property, itemprop, content } = box.attributes;
      const key = (name ?? property ?? itemprop ?? '').trim();
      if (key !== '' && !named.has(key.toLowerCase())) {
        const value = (content ?? '').trim();
        named.set(key.toLowerCase(), value);
        const standard = STANDARD.get(key.toLowerCase());
        if (standard) government[standard] = value;
      }
    } else if (box.tag === 'title' && title === null && box.parent?.tag !== 'svg') {
      title = (box.kids[0]?.text ?? '').replace(/\s+/g, ' ').trim();
    }
  }
  return { named, title: title ?? '', government };
}

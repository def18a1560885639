/** Hand label of one page, as it lies beside the page. Absent parts are not on the page or not labelled. */
export interface PageLabel {
  file: string;
  kind: string;
  domain: string | null;
  charset: { declared: string | null; actual: string };
  metas: Record<string, string>;
  list?: { items: LabelledItem[]; newestDate: string | null; pinned?: number; jsRendered?: boolean; titleScored?: boolean };
  home?: { newestDate: string | null };
  article?: { title: string | null; publishDate: string | null; publishDateTime: string | null; source: string | null };
  footer?: { siteIdCode: string | null; icp: string | null; police: string | null; host: string | null };
  guide?: Record<string, string | null>;
}

export interface LabelledItem {
  title: string | null;
  fullTitle?: string;
  href: string | null;
  date: string | null;
}

const NOTICE = 'notice:';

/** The notice a sealed report is about; undefined where it is about a period. */
export const noticeOf = (about: string | null): string | undefined => (about?.startsWith(NOTICE) ? about.slice(NOTICE.length) : undefined);

/** A title as a file name that every system takes. */
export const fileNameOf = (title: string, ending: string): string => `${title.replace(/[\\/:*?"<>|\s]/g, '').slice(0, 80)}.${ending}`;

/** The same of a notice in the office's own form. */
export const officeFileName = (title: string): string => fileNameOf(`${title.slice(0, 66)}（本单位版式）`, 'docx');

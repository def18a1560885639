import { ImportedXmlComponent, type IStylesOptions } from 'docx';
import { LINE_PT, SIZE } from '../layout/geometry.ts';
import { exact, OFF_GRID, runStyle } from './text.ts';

/** Written as XML, since the library has no option to leave the grid. */
const OFF_GRID_XML = `<w:style xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:type="paragraph" w:customStyle="1" w:styleId="${OFF_GRID}"><w:name w:val="Off grid"/><w:pPr><w:widowControl w:val="0"/><w:snapToGrid w:val="0"/></w:pPr></w:style>`;

export const STYLES: IStylesOptions = {
  default: { document: { run: runStyle('body', SIZE.three), paragraph: { spacing: exact(LINE_PT) } } },
  importedStyles: [ImportedXmlComponent.fromXmlString(OFF_GRID_XML)],
};

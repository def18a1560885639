import { printFigure } from '../figure.ts';
import type { NoticeDocument } from '../model.ts';
import { fieldName, type TemplateField, text } from './field.ts';

/**
 * Every bound figure: by its name with its unit (88.6%), and as 名称数值 without it. Where two figures share a name, neither
 * may be had by it: a template must never print the other one. All can be had by their id.
 */
export function figureFields({ figures }: NoticeDocument): TemplateField[] {
  const names = figures.map((figure) => fieldName(figure.name));
  return figures.flatMap((figure, i) => {
    const name = names[i] as string;
    const shared = names.filter((other) => other === name || `${other}数值` === name || other === `${name}数值`).length > 1;
    const printed = printFigure(figure);
    const bare = printFigure({ ...figure, unit: figure.unit === '%' ? '%' : '' }).replace(/%$/, '');
    const forms = [name, fieldName(figure.id)].slice(shared ? 1 : 0);
    return forms.flatMap((form) => [text(form, figure.name, printed), text(`${form}数值`, `${figure.name}，不带单位`, bare)]);
  });
}

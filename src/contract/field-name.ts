import { FIELD_NAMES } from './field-names.ts';

type Path = readonly PropertyKey[];

/** What people call the field at a path of an endpoint's input; positions in lists are passed over. Null: it has no name. */
export function fieldName(endpointId: string, path: Path): string | null {
  const [parent, name] = [undefined, ...path.filter((one) => typeof one === 'string')].slice(-2);
  const inParent = parent === undefined ? [] : [`${parent}.${name}`];
  const keys = [...inParent.map((key) => `${endpointId}:${key}`), `${endpointId}:${name}`, ...inParent, `${name}`];
  const key = keys.find((one) => Object.hasOwn(FIELD_NAMES, one));
  return key === undefined ? null : (FIELD_NAMES[key] as string);
}

/** Where a path stands in a person's words: 值班表第 3 行的副班. What has no name of its own (keys that were made up) goes by what holds it. */
export function fieldWords(endpointId: string, path: Path): string {
  const rows = path.flatMap((one, i) => (typeof one === 'number' ? [`${nameAbove(endpointId, path.slice(0, i))}第 ${one + 1} 行`] : []));
  const last = typeof path.at(-1) === 'number' ? [] : [nameAbove(endpointId, path)];
  return [rows.join('、'), ...last].filter(Boolean).join('的');
}

function nameAbove(endpointId: string, path: Path): string {
  const at = path.findLastIndex((_, i) => fieldName(endpointId, path.slice(0, i + 1)) !== null);
  return at < 0 ? '提交的内容' : (fieldName(endpointId, path.slice(0, at + 1)) as string);
}

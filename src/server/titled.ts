import { fieldName } from '../contract/field-name.ts';

type Schema = Readonly<Record<string, unknown>>;

/** A JSON schema of an endpoint's input with every field titled by the name people know it by. `path` = names down to this schema. */
export function titled(endpointId: string, schema: Schema, path: readonly string[] = []): Schema {
  const of = (one: unknown, at: readonly string[]): Schema => titled(endpointId, one as Schema, at);
  const { properties, items, additionalProperties } = schema;
  const several = ['anyOf', 'oneOf', 'allOf'].filter((key) => Array.isArray(schema[key]));
  return {
    ...titleOf(endpointId, path),
    ...schema,
    ...(properties
      ? { properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, of(one, [...path, name])])) }
      : {}),
    ...(isSchema(items) ? { items: within(of(items, path)) } : {}),
    ...(isSchema(additionalProperties) ? { additionalProperties: within(of(additionalProperties, path)) } : {}),
    ...Object.fromEntries(several.map((key) => [key, (schema[key] as unknown[]).map((one) => within(of(one, path)))])),
  };
}

const isSchema = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a field holds goes by the field's title. */
function within({ title: _, ...schema }: Schema): Schema {
  return schema;
}

function titleOf(endpointId: string, path: readonly string[]): { title?: string } {
  const title = path.length === 0 ? null : fieldName(endpointId, path);
  return title === null ? {} : { title };
}

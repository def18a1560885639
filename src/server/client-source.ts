import { z } from 'zod';
import type { Endpoint } from '../contract/endpoint.ts';
import type { Route } from './load-routes.ts';
import { pathNames } from './path-names.ts';

type Schema = Readonly<Record<string, unknown>>;

/**
 * A typed client for other systems as one TypeScript file without dependencies, made from the contract: a function for every
 * endpoint that a machine token may call, with the shapes that go in and come out.
 */
export function clientSource(routes: readonly Route[]): string {
  const open = routes.filter(({ endpoint }) => endpoint.machine !== undefined);
  return `${HEAD}${open.map(typesOf).join('')}${CLASS_BEGIN}${open.map(methodOf).join('')}${CLASS_END}`;
}

const HEAD = `// Made by Mingcha from its contract; ask for it again after an update: GET /api/client.ts
/* eslint-disable */

/** What the server answers when it refuses: the reason and the next step, in Chinese. */
export class MingchaError extends Error {
  constructor(readonly status: number, readonly code: string, message: string, readonly next: string) {
    super(message);
  }
}
`;

const CLASS_BEGIN = `
/** Calls Mingcha with a machine token. */
export class MingchaClient {
  constructor(private readonly address: string, private readonly token: string) {}

  private async ask(method: 'GET' | 'POST', path: string, inPath: readonly string[], input: Readonly<Record<string, unknown>>): Promise<Response> {
    const filled = inPath.reduce((text, name) => text.replace(':' + name, encodeURIComponent(String(input[name]))), path);
    const rest = Object.entries(input).filter(([name, value]) => !inPath.includes(name) && value !== undefined && value !== null);
    const url = new URL(filled, this.address);
    if (method === 'GET') for (const [name, value] of rest) url.searchParams.set(name, String(value));
    const response = await fetch(url, {
      method,
      headers: { accept: 'application/json', authorization: 'Bearer ' + this.token, ...(method === 'POST' ? { 'content-type': 'application/json' } : {}) },
      ...(method === 'POST' ? { body: JSON.stringify(Object.fromEntries(rest)) } : {}),
    });
    if (response.ok) return response;
    const fault = (await response.json()) as { code: string; message: string; next: string };
    throw new MingchaError(response.status, fault.code, fault.message, fault.next);
  }
`;
const CLASS_END = '}\n';

const pascal = (id: string): string => id.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());
const camel = (id: string): string => pascal(id).replace(/^\w/, (letter) => letter.toLowerCase());

function typesOf({ id, endpoint }: Route): string {
  const input = typeOf(z.toJSONSchema(endpoint.input, { io: 'input', unrepresentable: 'any' }));
  const output =
    endpoint.output === 'bytes' ? 'Uint8Array' : typeOf(z.toJSONSchema(endpoint.output, { io: 'output', unrepresentable: 'any' }));
  return `\nexport type ${pascal(id)}Input = ${input};\nexport type ${pascal(id)}Output = ${output};\n`;
}

function methodOf({ id, endpoint }: Route): string {
  const names = JSON.stringify([...pathNames(endpoint.path)]);
  const read =
    endpoint.output === 'bytes' ? 'new Uint8Array(await response.arrayBuffer())' : `(await response.json()) as ${pascal(id)}Output`;
  return `
  /** ${endpoint.title} */
  async ${camel(id)}(input: ${pascal(id)}Input): Promise<${pascal(id)}Output> {
    const response = await this.ask('${endpoint.method}', '${endpoint.path satisfies Endpoint['path']}', ${names}, input);
    return ${read};
  }
`;
}

/** A JSON schema as a TypeScript type; what it cannot tell is unknown. */
function typeOf(schema: Schema): string {
  const some = (schema.anyOf ?? schema.oneOf) as readonly Schema[] | undefined;
  if (some) return some.map(typeOf).join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  switch (schema.type) {
    case 'object':
      return objectType(schema);
    case 'array':
      return `readonly (${schema.items ? typeOf(schema.items as Schema) : 'unknown'})[]`;
    case 'integer':
      return 'number';
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return schema.type;
    default:
      return 'unknown';
  }
}

function objectType({ properties, required, additionalProperties }: Schema): string {
  const must = new Set((required ?? []) as readonly string[]);
  const fields = Object.entries((properties ?? {}) as Readonly<Record<string, Schema>>);
  if (fields.length === 0 && typeof additionalProperties === 'object' && additionalProperties !== null)
    return `Readonly<Record<string, ${typeOf(additionalProperties as Schema)}>>`;
  return `{ ${fields.map(([name, schema]) => `readonly ${JSON.stringify(name)}${must.has(name) ? '' : '?'}: ${typeOf(schema)};`).join(' ')} }`;
}

import { z } from 'zod';
import type { Endpoint } from '../contract/endpoint.ts';
import type { Route } from './load-routes.ts';
import { pathNames } from './path-names.ts';
import { titled } from './titled.ts';

/** OpenAPI 3.1 document of the endpoints, made from the same schemas that check every call. */
export function openApi(routes: readonly Route[]): object {
  return {
    openapi: '3.1.0',
    info: { title: 'Mingcha 明察', version: '0.1.0' },
    paths: pathsOf(routes),
    components: {
      schemas: { Error: ERROR },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'mingcha', description: '网页登录后的会话；提交时另带 x-change-key' },
        machine: { type: 'http', scheme: 'bearer', description: '机器令牌，只能调用写明 x-machine-right 的接口' },
      },
    },
  };
}

/** An address may be asked and changed: both stand under it. */
function pathsOf(routes: readonly Route[]): Record<string, Record<string, object>> {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const at = route.endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[at] = { ...paths[at], [route.endpoint.method.toLowerCase()]: operation(route) };
  }
  return paths;
}

const ERROR = {
  type: 'object',
  required: ['code', 'message', 'next'],
  properties: {
    code: { type: 'string' },
    message: { type: 'string' },
    next: { type: 'string' },
    faults: {
      type: 'array',
      description: '不对的各处：field 页面上的名称，path 在提交内容中的位置',
      items: {
        type: 'object',
        required: ['message'],
        properties: { field: { type: 'string' }, path: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

function operation({ id, endpoint }: Route): object {
  const inPath = pathNames(endpoint.path);
  const inBody = endpoint.method === 'POST' && !endpoint.file;
  const fields = Object.entries(endpoint.input.shape);
  const body = z.object(Object.fromEntries(fields.filter(([name]) => !inPath.has(name))) as Record<string, z.ZodType>);
  const content =
    endpoint.output === 'bytes'
      ? { 'application/octet-stream': {} }
      : { 'application/json': { schema: z.toJSONSchema(endpoint.output, { io: 'output', unrepresentable: 'any' }) } };
  return {
    operationId: id,
    summary: endpoint.title,
    security: securityOf(endpoint),
    'x-who': whoOf(endpoint),
    ...(endpoint.machine ? { 'x-machine-right': endpoint.machine } : {}),
    parameters: fields
      .filter(([name]) => !inBody || inPath.has(name))
      .map(([name, schema]) => ({
        name,
        in: inPath.has(name) ? 'path' : 'query',
        required: inPath.has(name),
        schema: titled(id, inputSchema(schema as z.ZodType), [name]),
      })),
    ...(inBody ? { requestBody: { content: { 'application/json': { schema: titled(id, inputSchema(body)) } } } } : {}),
    ...(endpoint.file ? { requestBody: { content: { 'application/octet-stream': {} } } } : {}),
    responses: {
      200: { description: endpoint.title, content },
      default: { description: '错误', content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } },
    },
  };
}

const inputSchema = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });

/** An empty list = no key needed. */
const securityOf = ({ who, machine }: Endpoint): object[] =>
  who === 'anyone' ? [] : [{ session: [] }, ...(machine ? [{ machine: [] }] : [])];

/** Roles with their reach, in the words of the contract. */
const whoOf = ({ who }: Endpoint): object | string => (typeof who === 'string' ? who : { ...who });

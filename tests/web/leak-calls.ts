import { inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import { WORLD } from '../support/store-world.ts';
import { HERE, idOf, type Mark } from './leak-world.ts';

/** What the fillers call the row a field of an input names; where paths differ in it, by the beginning of the path. */
const ROWS: readonly (readonly [field: RegExp, path: RegExp, id: string])[] = [
  [/^area$/, /./, WORLD.county.id],
  [/^(problemIds?|into|thing)$/, /./, 'p'],
  [/^pictures$/, /cards/, 'mp'],
  [/^proofIds?$/, /account-matters/, 'ap'],
  [/^proofIds?$/, /./, 'f'],
  [/^pictureId$/, /raw-findings/, 'x'],
  [/^pictureId$/, /./, 'mp'],
  [/^matterId$/, /./, 'am'],
  [/^promptId$/, /./, 'prompt'],
  [/^sweepId$/, /./, 's'],
  [/^objectionId$/, /./, 'o'],
  [/^(handId|entryId)$/, /./, 'h'],
  [/^programmeId$/, /./, 'p'],
  [/^itemId$/, /./, 'i'],
  [/^id$/, /bodies/, 'b'],
  [/^id$/, /matrices/, 'mm'],
  [/^id$/, /requirements/, 'r'],
  [/^id$/, /message-channels/, 'c'],
  [/^id$/, /directory/, 'r'],
  [/^ids$/, /messages/, 'm'],
  [/^(recordId|requirementId)$/, /./, 'r'],
  [/^(noticeId|notice)$/, /./, 'n'],
  [/^formId$/, /./, 'f'],
  [/^matrixId$/, /./, 'mm'],
  [/^markId$/, /./, 'm'],
  [/^importId$/, /./, 'i'],
  [/^factId$/, /./, 'fact'],
  [/^channelId$/, /message-channels/, 'c'],
  [/^channelId$/, /statements/, WORLD.account.id],
  [/^(channelIds?|siteId|site)$/, /./, WORLD.site.id],
  [/^channel$/, /cards|problems/, WORLD.site.id],
  [/^subject$/, /duty-holders/, WORLD.site.id],
  [/^columnId$/, /./, WORLD.column.id],
  [/^accountId$/, /./, WORLD.account.id],
  [/^tokenId$/, /./, 'token'],
  [/^(unitIds?|helperUnitId|ofUnitId|unit|holderId|inspectorId)$/, /./, 'u'],
];
/**
 * Every other field that takes any text, so that one nobody thought of is missed by name: words, days, moments, names of people, codes of
 * closed lists kept in the program or in settings, a draw (put in by itself), places in a document, file names, keys that mean something only beside an id above.
 */
const NO_ROWS = new Set(
  `about act address addressee addressees after all answer areaId basis cardId category cc channel clause code column columns.* confirmed cutoff date day
  days deputy digestAt documentNumber drawId due dueOn duty dutyChangesAt editorNote evidence except expiresOn fields.* figure figureId file
  fileName filingNumber firstDue fixed form format foundOn from genre graveReaders group grouping groups heading holidays homeAreaId id issuedOn
  issuer item key keys keywords kind kinds label lastContentOn lastUpdate leaveOut letterhead limit login looked matter monitor month name names
  newPassword note now number oidcSubject on only organisation originalUrl others own page paragraphId password path period periodId person phone
  place placeLabel platform post praiseChannels printed printedDate printingOffice profile proof purpose q qq quarter quoted reason reasons
  recheckOn remindAt result right scope secret seed service session settings.* signedDate source speed state status target template term text time
  timeLimit title to topic units until url userId validFrom validTo value without words workdays`.split(/\s+/),
);
/** Words that are no ids, where any would do. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{ year: '2022', periodId: '2022-12', period: '2022-12', month: '2022-12', about: 'period:2022-12', format: 'docx', day: '2022-12-27' },
  ...{ from: '2022-12-01', to: '2022-12-31', dueOn: '2022-12-31', check: 'column-overdue', fileName: '附件.png', paragraphId: 'own.1' },
  ...{ figureId: 'stock', key: 'k', target: 'https://a.gov.cn/1', url: 'http://a.gov.cn/1', phone: '05630000000' },
};

/** Fields of an input that take any text and that neither table above knows. */
export function unknownFields(endpoint: Endpoint): string[] {
  const names = new Set<string>();
  const look = (schema: Json, field: string): void => {
    for (const one of [schema.anyOf, schema.oneOf, schema.allOf].flatMap((some) => some ?? [])) look(one as Json, field);
    if (schema.items) look(schema.items as Json, field);
    if (typeof schema.additionalProperties === 'object') look(schema.additionalProperties, `${field}.*`);
    for (const [name, one] of Object.entries(schema.properties ?? {})) look(one as Json, name);
    if (schema.type === 'string' && !schema.enum && schema.const === undefined) names.add(field);
  };
  look(z.toJSONSchema(endpoint.input, { io: 'input', unrepresentable: 'any' }), '');
  return [...names].filter((field) => !NO_ROWS.has(field) && !ROWS.some(([name, path]) => name.test(field) && path.test(endpoint.path)));
}

/** How an input is filled in. */
export interface Filled {
  /** What may be left out is asked for too where it can name a row: the filters of a list. */
  filters?: boolean;
  /** Which of several forms of a field: a decision has many. */
  form?: number;
}

/** Input of an endpoint that names an owner's rows: `of` says whose, field by field. `drawIds`: they are made from what was drawn. */
export function inputOf(
  endpoint: Endpoint,
  of: (field: string) => Mark,
  drawIds: Readonly<Record<Mark, string>>,
  { filters = endpoint.method === 'POST', form = 0 }: Filled = {},
): Record<string, unknown> {
  const wanted = z.toJSONSchema(endpoint.input, { io: 'input', unrepresentable: 'any' });
  const named = (field: string): string | undefined => {
    if (field === 'areaId') return HERE;
    if (field === 'drawId') return drawIds[of(field)];
    const row = ROWS.find(([name, path]) => name.test(field) && path.test(endpoint.path));
    return row ? idOf(of(field), row[2]) : PLAIN[field];
  };
  const inPath = (field: string): boolean => endpoint.path.split(/[/.]/).includes(`:${field}`);
  const must = new Set(wanted.required ?? []);
  return Object.fromEntries(
    Object.entries(wanted.properties ?? {})
      .filter(([field]) => must.has(field) || inPath(field) || (filters && ROWS.some(([name]) => name.test(field))))
      .map(([field, schema]) => [field, sample(schema as Json, field, named, form)]),
  );
}

type Json = z.core.JSONSchema.JSONSchema;

/** The smallest value a schema takes. */
function sample(schema: Json, field: string, named: (field: string) => string | undefined, form: number): unknown {
  const name = named(field);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const some = schema.anyOf ?? schema.oneOf;
  // What may be left out with all its parts is.
  if (some)
    return some[0]?.type === 'object' && some.some(({ type }) => type === 'null')
      ? null
      : sample((some[form] ?? some[0]) as Json, field, named, form);
  switch (schema.type) {
    case 'string':
      return fitting(schema, name);
    case 'integer':
    case 'number':
      return name === undefined || Number.isNaN(Number(name)) ? Math.max(1, schema.minimum ?? 1) : Number(name);
    case 'boolean':
      return true;
    case 'array':
      return Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () => sample(schema.items as Json, field, named, form));
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([key]) => schema.required?.includes(key))
          .map(([key, one]) => [key, sample(one as Json, key, named, form)]),
      );
    default:
      return name ?? null;
  }
}

/** The name where the schema takes it, else the first of what it takes. */
function fitting({ pattern, format, minLength = 0 }: Json, name: string | undefined): string {
  if (format === 'email') return 'a@a.gov.cn';
  const tried = [name ?? '说明文字'.padEnd(minLength, '。'), '2022-12-27', '22:00', 'made-up', '0'.repeat(64)];
  return tried.find((one) => pattern === undefined || new RegExp(pattern, 'u').test(one)) ?? '';
}

/** An input as a call: what the path names goes there, the rest into the query or the body. */
export function callOf({ path, method, file }: Endpoint, input: Readonly<Record<string, unknown>>): { address: string; init: RequestInit } {
  const rest = { ...input };
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    delete rest[name];
    return encodeURIComponent(String(input[name]));
  });
  const query = new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, String(value)]));
  if (method === 'GET') return { address: `${filled}?${query}`, init: {} };
  const type = (name: string): RequestInit => ({ method, headers: { 'content-type': name } });
  if (file) return { address: `${filled}?${query}`, init: { ...type('application/octet-stream'), body: PNG } };
  return { address: filled, init: { ...type('application/json'), body: JSON.stringify(rest) } };
}

/** The smallest picture there is. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** All text of an answer; what is packed into a workbook or a document is unpacked. */
export async function textOf(response: Response): Promise<string> {
  const bytes = Buffer.from(await response.arrayBuffer());
  if (bytes.subarray(0, 2).toString() !== 'PK') return bytes.toString('utf8');
  const parts: string[] = [];
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  for (let at = bytes.readUInt32LE(end + 16), left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, size, local] = [bytes.readUInt16LE(at + 10) === 8, bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const part = bytes.subarray(from, from + size);
    parts.push((packed ? inflateRawSync(part) : part).toString('utf8'));
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts.join('\n');
}

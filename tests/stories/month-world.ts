import { writeAreaSettings } from '../../src/app/area-settings.ts';
import type { CalendarDate } from '../../src/core/date.ts';
import type { Person, SignedIn } from '../support/people.ts';
import { WORLD } from '../support/store-world.ts';
import { machineFinds, seedDesk } from '../web/desk-world.ts';
import type { Served } from '../web/serve.ts';

export const { city, county, housing, site, town } = WORLD;
const areaId = county.id;

/** Who plays the month: four people, and a second one of the office who approves. */
export const PEOPLE = {
  office: { name: '王敏', areaId },
  second: { name: '刘洋', areaId },
  centre: { name: '陈静', role: 'centre', areaId },
  firm: { name: '某某测评公司', role: 'third_party', areaId },
  unit: { name: '李强', role: 'unit', areaId, unitId: housing.id, post: 'person' },
} as const satisfies Record<string, Person>;
export type Played = keyof typeof PEOPLE;

/** The raw finding the third party types; the other nine come in as its own system hands them over. */
export const TYPED = '首页“部署”误为“布署”';
/** What the firm saw at each of nine places: the last two are none of anybody's problems. */
export const HANDED_IN = [
  ...['办事指南页', '领导信息页', '通知公告页', '政策解读页', '机构职能页'].map((place) => [housing.id, place] as const),
  ...['镇情简介页', '便民服务页', '乡村振兴页', '联系我们页'].map((place) => [town.id, place] as const),
].map(([unitId, place]) => ({ unitId, category: 'text_error', placeLabel: place, text: `${place}有错别字`, foundOn: '2022-12-20' }));
export const REJECTED = ['乡村振兴页', '联系我们页'];

/** The county on the morning of the 20th: its register, the head of its notices, one finding of the machine. */
export async function openCounty(served: Served): Promise<void> {
  const { app } = served;
  await machineFinds(app, await seedDesk(app), [{}]);
  await writeAreaSettings(app.db, areaId, {
    head: { issuer: '白水县政务公开办', addressees: ['各乡镇人民政府，县直各部门'], disclosureMark: '主动公开' },
  });
  moveTo(served, '2022-12-20');
  // Everybody is on file from the start: the pool of inspectors is whoever can sign in.
  for (const person of Object.values(PEOPLE)) await served.as(person);
}

/** What a draw's page is answered about the problems drawn. */
export interface Inspected {
  drawn: { id: string; unit: string; inspector: { name: string }; passedOver: string[]; result: object | null }[];
}

/** The clock of the server stands at nine in the morning of a day. */
export function moveTo({ app }: Served, day: CalendarDate): void {
  app.now = () => `${day}T01:00:00.000Z`;
}

const address = (path: string): string => `/api/areas/${areaId}${path}`;

/** What an endpoint of the county answers, as the person sees it; throws with the server's own words where it refuses. */
export async function ask<T>(who: SignedIn, path: string, body?: object | Uint8Array): Promise<T> {
  const response = await call(who, path, body);
  const answer = (await response.json()) as T & { message?: string };
  if (!response.ok) throw new Error(`${path}: ${response.status} ${answer.message}`);
  return answer;
}

/** The bare answer: for doors that are shut. */
export function call(who: SignedIn, path: string, body?: object | Uint8Array): Promise<Response> {
  if (body === undefined) return who.fetch(address(path));
  const isFile = body instanceof Uint8Array;
  return who.fetch(address(path), {
    method: 'POST',
    headers: { 'content-type': isFile ? 'application/octet-stream' : 'application/json' },
    body: isFile ? new Blob([Buffer.from(body)]) : JSON.stringify(body),
  });
}

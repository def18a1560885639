import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWarc, type WarcFileRecord } from '../../../tests/support/read-warc.ts';
import { event, WORLD } from '../../../tests/support/store-world.ts';
import { LAPSED, type WatchedYear, watchedYear } from '../../../tests/support/watched-year.ts';
import { instantOf } from '../../core/date.ts';
import { makeFact } from '../../evidence/fact.ts';
import type { FactData } from '../../evidence/facts.ts';
import { folderStore } from '../../evidence/folder-store.ts';
import { findFacts, insertFacts } from '../../store/facts.ts';
import { listEvents } from '../../store/problem-events.ts';
import { exportProblem } from './export-problem.ts';
import { addressOf } from './warc-records.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('exportProblem', () => {
  let year: WatchedYear;
  let file: string;
  let records: WarcFileRecord[];
  beforeAll(async () => {
    year = await watchedYear();
    file = join(year.app.config.home, '证据.warc.gz');
    await exportProblem(year.app, year.problemId, file);
    records = readWarc(readFileSync(file));
  });
  afterAll(() => year?.close());

  it('is a sequence of gzip members with one whole record each, as WARC 1.1 wants it', () => {
    expect(records[0]?.fields.get('warc-type')).toBe('warcinfo');
    expect(records.at(-1)?.fields.get('warc-type')).toBe('metadata');
    const ids = records.map(({ fields }) => fields.get('warc-record-id'));
    expect(new Set(ids).size).toBe(records.length);
    for (const { fields, block } of records) {
      expect(fields.get('warc-record-id')).toMatch(/^<urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}>$/);
      expect(fields.get('warc-date')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(fields.get('content-length')).toBe(String(block.length));
      expect(fields.get('warc-block-digest')).toBe(`sha256:${sha256(block)}`);
    }
    // What any gunzip makes of the whole file is the plain .warc.
    expect(
      gunzipSync(readFileSync(file))
        .toString('latin1')
        .match(/^WARC\/1\.1\r$/gm),
    ).toHaveLength(records.length);
  });

  it('holds the bytes of every cited look under its address and moment', async () => {
    const { app, problemId } = year;
    const events = await listEvents(app.db, problemId);
    const ids = [...new Set(events.flatMap(({ data }) => (Array.isArray(data.evidence) ? data.evidence : [])))];
    const facts = await findFacts(app.db, WORLD.site.id, ids);
    expect(facts.length).toBeGreaterThan(0);
    const resources = records.filter(({ fields }) => fields.get('warc-type') === 'resource');
    expect(resources).toHaveLength(facts.length);
    for (const fact of facts) {
      const record = resources.find(({ fields }) => fields.get('warc-date') === fact.at);
      expect(record?.fields.get('warc-target-uri')).toBe(WORLD.column.url);
      expect(record?.fields.get('warc-payload-digest')).toBe(`sha256:${fact.blob}`);
      expect(record?.fields.get('content-type')).toBe('text/html');
      expect(sha256(record?.block ?? new Uint8Array())).toBe(fact.blob);
    }
    expect(resources.map(({ block }) => block.toString())).toContainEqual(expect.stringContaining(`栏目 ${LAPSED}`));
  });

  it('says in its metadata what was read from the bytes, and what was done since', () => {
    const metadata = records.filter(({ fields }) => fields.get('warc-type') === 'metadata');
    expect(metadata).toHaveLength(1);
    const content = JSON.parse(metadata[0]?.block.toString() ?? '');
    expect(content).toMatchObject({ schema: 'mingcha/evidence/1', problem: { id: year.problemId }, missing: [] });
    expect(content.events.map(({ act }: { act: string }) => act).slice(0, 2)).toEqual(['found', 'confirmed']);
    // The facts prove themselves: their ids are hashes of what they say.
    for (const { id, ...fact } of content.facts) expect(makeFact(fact).id).toBe(id);
  });

  it('writes bytes seen twice once, and the second look as a revisit of the first', async () => {
    const { app, problemId } = year;
    const blob = await app.blobs.put(Buffer.from('%PDF-1.7 一样的字节'));
    const [first, second] = await Promise.all(
      ['10:00', '12:00'].map(async (time) => {
        const at = instantOf('2023-03-14', time);
        const data = {
          adapter: 'sheet',
          outcome: 'ok',
          freshOn: null,
          posts: [],
          newestDate: null,
          error: null,
        } satisfies FactData<'account-posts'>;
        return makeFact({
          kind: 'account-posts',
          channelId: WORLD.site.id,
          subjectId: 's',
          at,
          source: '发文登记.xlsx',
          how: 'sheet/1',
          blob,
          data,
        });
      }),
    );
    if (!first || !second) throw new Error('two facts');
    await insertFacts(app.db, [first, second]);
    const { length } = await listEvents(app.db, problemId);
    const { by, data, ...rest } = event(problemId, length + 1, 'disputed', { data: { evidence: [first.id, second.id, 'gone'] } });
    await app.db
      .insertInto('problemEvent')
      .values({ ...rest, areaId: year.areaId, byRole: by.role, byUnitId: null, byName: by.name, data: JSON.stringify(data) })
      .execute();
    const again = join(app.config.home, 'again.warc.gz');
    expect(await exportProblem(app, problemId, again)).toMatchObject({ missing: ['gone'], file: again });
    const added = readWarc(readFileSync(again)).filter(({ fields }) => fields.get('warc-target-uri') === addressOf(first));
    expect(added.map(({ fields }) => fields.get('warc-type'))).toEqual(['resource', 'revisit']);
    const [resource, revisit] = added;
    expect(addressOf(first)).toMatch(/^urn:mingcha:source:%/);
    expect(resource?.fields.get('content-type')).toBe('application/pdf');
    expect(revisit?.block).toHaveLength(0);
    expect(revisit?.fields.get('warc-payload-digest')).toBe(`sha256:${blob}`);
    expect(revisit?.fields.get('warc-refers-to')).toBe(resource?.fields.get('warc-record-id'));
    expect(revisit?.fields.get('warc-refers-to-date')).toBe(first.at);
  });

  it('leaves nothing behind where bytes are lost, the problem is unknown or the folder is not there', async () => {
    const { app, problemId } = year;
    const bare = { ...app, blobs: folderStore(join(app.config.home, 'elsewhere')) };
    const out = join(app.config.home, 'no.warc.gz');
    await expect(exportProblem(bare, problemId, out)).rejects.toMatchObject({ code: 'not-found' });
    await expect(exportProblem(app, 'problem_x', out)).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('problem_x'),
    });
    await expect(exportProblem(app, problemId, join(app.config.home, 'none', 'x'))).rejects.toMatchObject({ code: 'unavailable' });
    expect((await readdir(app.config.home)).filter((name) => /^no|\.part$/.test(name))).toEqual([]);
  });
});

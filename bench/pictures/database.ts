import { sql } from 'kysely';
import { MOST_SIGNS_APART, PRINT_METHOD, printOf, RATIO_APART } from '../../src/extract/picture-print.ts';
import { nearPrints, picturesToPrint } from '../../src/store/picture-prints.ts';
import { samePictures } from '../../src/store/rectify-proofs.ts';
import { writeRegister } from '../../src/store/register.ts';
import setup, { testDatabase } from '../../tests/support/database.ts';
import { WORLD } from '../../tests/support/store-world.ts';
import { randomFrom } from '../random.ts';

/**
 * `node bench/pictures/database.ts [50000]`: how long it takes to find the near ones of a picture among so many of one area, a quarter of
 * them pages of one site; and to find what still has no print.
 */
const COUNT = Number(process.argv[2] ?? 50_000);
const ROUNDS = 20;
const areaId = WORLD.county.id;
const WHOLE = { units: null, categories: null };
const clear = await setup();
const { db, drop } = await testDatabase();
try {
  await writeRegister(db, WORLD.register);
  await db.connection().execute(async (session) => {
    await sql`set session_replication_role = replica`.execute(session);
    await sql`insert into picture_print (area_id, blob, method, ratio, signs, cells, compared)
      select ${areaId}, encode(sha256(n::text::bytea), 'hex'), ${PRINT_METHOD},
        case when n % 4 = 0 then 1.6 else (array[1.333, 0.75, 0.4615, 0.7071, 1.778])[1 + n % 5] end,
        case when n % 4 = 0 then (repeat('01', 31) || '0')::bit(63) # (random() * 4095)::int::bit(63)
          else (floor(random() * 9e18))::bigint::bit(64)::text::bit(63) end,
        decode(repeat(md5(n::text), 128), 'hex') || decode(repeat(md5(n::text), 128), 'hex'), true
      from generate_series(1, ${COUNT}) n`.execute(session);
    await sql`insert into problem_proof (area_id, problem_id, id, blob, kind, bytes, picture_hash, file_name, by_role, by_name, at, day, event_seq)
      select ${areaId}, 'p' || n / 3, 'f' || n, encode(sha256(n::text::bytea), 'hex'), 'jpg', 1, encode(sha256(n::text::bytea), 'hex'), 'a.jpg', 'unit', 'x',
        now(), current_date, 2 from generate_series(1, ${COUNT}) n`.execute(session);
  });
  await sql`vacuum analyze picture_print, problem_proof, picture_alike`.execute(db);
  const random = randomFrom(3);
  const noise = {
    width: 640,
    height: 400,
    data: Uint8Array.from({ length: 640 * 400 }, (_, i) => (i % 640 < 320 ? random() * 60 : 200 - random() * 190)),
  };
  const photo = printOf(noise);
  if (!photo) throw new Error('noise shows too little');
  const page = { ...photo, ratio: 1.6, signs: `${'01'.repeat(31)}0` };
  const within = { ratio: RATIO_APART, signs: MOST_SIGNS_APART, most: 60 };
  const near = (print: typeof page) => () => nearPrints(db, { areaId, blob: 'own', method: PRINT_METHOD, print }, within);
  await time('near ones of a photograph', near(photo));
  await time('near ones of a page of the site of a quarter', near(page));
  await time('what has no print yet, of all', () => picturesToPrint(db, PRINT_METHOD, 40));
  await time('where else the pictures of a problem are proof', () => samePictures(db, areaId, ['p77'], WHOLE));
} finally {
  await drop();
  await clear();
}

async function time(name: string, work: () => Promise<readonly unknown[]>): Promise<void> {
  const took: number[] = [];
  let rows = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    rows = (await work()).length;
    took.push(performance.now() - began);
  }
  took.sort((a, b) => a - b);
  console.log(
    name.padEnd(52),
    `${(took[ROUNDS / 2] as number).toFixed(1)} ms (half), ${(took.at(-1) as number).toFixed(1)} ms (slowest), ${rows} rows of ${COUNT}`,
  );
}

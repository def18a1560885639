// Starts or adopts the embedded server of a home and prints what it got. Started by server.test.ts.
import { ensureServer } from '../../src/store/embedded/server.ts';

const [home, stay] = process.argv.slice(2) as [string, string | undefined];
console.log(JSON.stringify(await ensureServer(home)));
if (stay) setInterval(() => {}, 1_000);

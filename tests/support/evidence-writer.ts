// Writes 40 contents that every writer writes and 10 of its own, and prints their hashes. Started by folder-store.test.ts.
import { folderStore } from '../../src/evidence/folder-store.ts';

const [folder, own] = process.argv.slice(2) as [string, string];
const store = folderStore(folder);
const shared = Array.from({ length: 40 }, (_, i) => `共同内容 ${i} `.repeat(2000));
const mine = Array.from({ length: 10 }, (_, i) => `进程 ${own} 的内容 ${i}`);
const hashes = await Promise.all([...shared, ...mine].map((text) => store.put(Buffer.from(text))));
console.log(hashes.join('\n'));

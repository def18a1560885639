/** One process that opens the proofreader and reads a text over and over: start-up, memory, letters per second of processor time. */
import { readFileSync } from 'node:fs';
import { openProofreader } from '../../src/app/proof/open-proofreader.ts';
import { proofText } from '../../src/app/proof/proof-file.ts';
import { proofLayers } from '../../src/app/proof/request.ts';

const [file = '', layers, model] = process.argv.slice(2);
const reader = await openProofreader({ day: '2026-11-22', layers: proofLayers(layers), ...(model ? { model } : {}) });
await proofText(reader, '第一句话读完，才算打开。', '');
const spent = process.cpuUsage();
const startUp = (spent.user + spent.system) / 1e6;
const text = readFileSync(file, 'utf8');
const before = process.cpuUsage();
const { characters } = await proofText(reader, text, file);
const used = process.cpuUsage(before);
const seconds = (used.user + used.system) / 1e6;
console.log(JSON.stringify({ startUp, characters, perSecond: characters / seconds, megabytes: process.resourceUsage().maxRSS / 1024 }));

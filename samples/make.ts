// Makes the data folders of the samples from the seeds that lie beside the checkout. The folders are committed and stand
// on their own; this script keeps their origin traceable. Run it again after changing a plan: node samples/make.ts
import { makeCangxi } from './make/cangxi.ts';
import { makeLangxi } from './make/langxi.ts';
import { writeSample } from './make/write.ts';

writeSample(new URL('./langxi-2022/', import.meta.url), makeLangxi());
writeSample(new URL('./cangxi-2020-q1/', import.meta.url), makeCangxi());

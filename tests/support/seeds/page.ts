import { judged, type SeedSheet, sheetText } from './entry.ts';

const HEAD = `# 五份真实通报的数字

每份通报的事实（单位、账号、问题、数量）喂给一种模板，由模板写出一份我们的通报，再把原通报写到的每个数字与我们重算的并排列出。原通报自相矛盾的地方（D1—D7 和一处标题）我们印重算的数，并说明差在哪里。
行文是我们自己的，数字、单位、名单、附表照事实。表由程序写成：\`node scripts/boot.mjs script bench/seeds/write.ts\`；事实在时有测试核对它没有过期。

`;

/** docs/seeds.md. */
export function seedsPage(sheets: readonly SeedSheet[]): string {
  const verdicts = sheets.flatMap((sheet) => judged(sheet).map(({ verdict }) => verdict));
  const of = (verdict: string): number => verdicts.filter((one) => one === verdict).length;
  const total = `共 ${verdicts.length} 项：一致 ${of('agrees')} 项，不一致 ${of('disagrees')} 项，照录来源、不能证明的 ${of('given')} 项，原通报没有依据可以重算的 ${of('unknown')} 项。\n\n`;
  return HEAD + total + sheets.map(sheetText).join('\n');
}

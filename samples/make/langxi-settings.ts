import { HORIZON_DAYS } from './langxi-expected.ts';
import { figure, type Seed } from './seed.ts';

/** Settings of the office: profile, heads of the two notices, order and spelling of attachment 2, requirements in our words. */
export function langxiSettings(seed: Seed): object {
  const { document } = seed;
  const accountUnits = [...new Set(seed.channels.filter((c) => /^att2:/.test(c.ref)).map((c) => c.owner as string))];
  const spelling = new Map(
    accountUnits.flatMap((unit) => {
      const aliases = seed.units.find((u) => u.name === unit)?.aliases.filter((a) => !a.includes('（')) ?? [];
      return aliases.length ? [[unit, aliases[0] as string] as const] : [];
    }),
  );
  const issuer = `${document.area.slice(0, -1)}${document.issuer}`;
  const head = {
    issuer,
    // The page we hold shows no red head; a printed notice has one. Head and numbers of the sample are ours.
    letterhead: `${issuer}文件`,
    addressees: document.addressees,
    cc: [],
    disclosureMark: '主动公开',
    sealed: false,
    basis: document.basis.map(({ title, number }) => ({ title, number })),
  };
  return {
    profile: 'langxi',
    area: document.area,
    dueSoonDays: HORIZON_DAYS,
    weeklyMinimum: figure(seed, 'min_updates_per_week'),
    accountUnits: accountUnits.map((unit) => ({ unit, printed: spelling.get(unit) ?? unit })),
    periods: [
      {
        id: '2022-11',
        label: '2022年11月',
        from: '2022-11-01',
        to: '2022-11-30',
        cutoff: '2022-11-27',
        title: document.title.replace('十二月份', '十一月份'),
        attachments: document.declaredAttachments.map((title) => title.replace('12月份', '11月份')),
        signedDate: '2022-11-28',
        printedDate: '2022-11-28',
        number: '示例〔2022〕11号',
      },
      {
        id: '2022-12',
        label: seed.period.label,
        from: seed.period.start,
        to: seed.period.end,
        cutoff: seed.period.dataCutoff,
        title: document.title,
        attachments: document.declaredAttachments,
        signedDate: document.signedDate,
        printedDate: document.signedDate,
        number: '示例〔2022〕12号',
      },
    ],
    head,
    requirements: [
      {
        heading: '压实整改责任',
        text: '被点名的单位要逐条核对附件所列栏目，明确责任人，补齐应公开内容，并将整改结果报县政府信息中心复核。未被点名的单位也要对照检查，防止同类问题发生。',
        due: null,
      },
      {
        heading: '做好日常监测',
        text: '各单位要按照栏目更新时限安排内容，对即将到期的栏目提前准备，定期查看链接、图片和附件能否正常打开，历史问题整改后及时销号，不再产生新的问题。',
        due: null,
      },
      {
        heading: '办好政务新媒体',
        text: '各账号要保持稳定的发布频率，每周至少更新一次，多发布与群众办事相关的原创信息，及时清理导航栏目中的过期内容和失效链接。',
        due: null,
      },
    ],
  };
}

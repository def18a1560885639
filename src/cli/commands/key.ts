import { keyState, renewLostKey } from '../../app/secrets/office.ts';
import type { Command } from '../command.ts';
import { out, outJson } from '../print.ts';

export const command: Command = {
  name: 'key',
  summary: '查看加密动态口令和渠道密码的密钥，或在密钥确已丢失时换用新的',
  arguments: '',
  count: [0, 0],
  options: {
    renew: { help: '密钥确已丢失：换用新的密钥；动态口令随之停用，渠道密码须重新填写' },
    json: { help: '以 JSON 输出结果' },
  },
  examples: ['mingcha key', 'mingcha key --renew'],
  changes: ({ values }) => (values.renew ? { area: null } : null),
  async run({ values, config }) {
    const lost = values.renew ? await renewLostKey(config) : null;
    const state = await keyState(config);
    if (values.json) outJson({ ...state, ...(lost === null ? {} : { lost }) });
    else if (lost !== null)
      out(
        `已换用新的密钥（编号 ${state.own}）。${lost} 项用旧密钥加密的内容已清除：请有关人员重新启用动态口令，在“消息设置”中重新填写渠道密码。`,
      );
    else if (state.inUse === null) out('还没有密钥：第一次保存动态口令或渠道密码时自动生成。');
    else if (state.own === state.inUse) out(`密钥编号 ${state.inUse}，在${state.where}。请另行妥善保管一份：备份中没有它。`);
    else
      out(
        `数据库使用编号 ${state.inUse} 的密钥，本机没有。请从首次启动的机器复制 seal.key 到 ${state.file}；确已丢失的，运行 mingcha key --renew。`,
      );
    return undefined;
  },
};

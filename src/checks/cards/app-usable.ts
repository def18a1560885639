import { defineCard, foundOrNot } from '../define-card.ts';

export const card = defineCard({
  id: 'app-usable',
  version: 1,
  clauses: ['MV-2.2'],
  category: 'app_unusable',
  title: '移动客户端可用',
  question: '移动客户端能否下载、安装、使用？',
  answers: foundOrNot([{ item: null, label: '不能下载或者使用' }]),
  proof: '应用市场页面和打开后的截图，写明手机型号、系统版本。',
  reviewer: '只查移动客户端。其他平台的账号由“僵尸”账号检查认定，回答“没有发现”。',
});

import { z } from 'zod';
import { defineCheck } from './define.ts';
import { textErrorResult } from './lib/text-errors.ts';

/** 泄露个人隐私 (seeds Q08), 国务院令第711号第十五条. */
export const check = defineCheck({
  id: 'personal-data',
  version: 1,
  clause: 'OGI-15',
  subject: 'site',
  needs: ['proof'],
  options: z.strictObject({}),
  confirm: { looks: 1, hoursApart: 0 },
  words: {
    title: '个人隐私',
    line: '页面或者附件中有完整的身份证号、银行卡号、手机号码等个人信息',
    remedy: '立即撤下或者隐去中间各位（如 110***********1234、138****1234），附件一并替换，并清除搜索引擎的缓存。',
    reviewer: '号码在系统中始终隐去，核对时请打开原页面。单位的办公、咨询、监督电话和对公账户不算；依法必须公开的除外。',
  },
  page: {
    why: '名单、公示和附件表格中带出身份证号、银行卡号，是多年来政府网站被反复曝光的问题。',
    looksAt:
      '页面正文和附件文字（.xlsx、.docx、.pdf 等）：18位身份证号（地区码、出生日期、校验位都相符），15位旧号码（表头或者前文写明的），银行卡号（校验位、发卡标识相符，前文写明的），名单中姓名旁的手机号码和账号，带门牌的家庭住址。',
    limits:
      '身份证号、写明的银行卡号，以及三行以上补贴类名单中的手机号码，直接提出；其余只交人工判断。已隐去中间各位的，订单号、文号、信用代码等长号码的一部分，网址中的数字，单位公布的联系电话和对公账户，都不算。',
    fires: ['补贴名单的附件表格列有18位身份证号。', '“银行卡号”后面是完整卡号。'],
    passes: ['指南中的办公电话、咨询电话。', '校验位不对的18位数字。', '号码已隐去中间各位：138****1234。'],
  },
  judge({ subject: { site }, facts }) {
    return textErrorResult(site.id, facts, 'privacy_leak', ({ layer }) => layer === 'L5');
  },
});

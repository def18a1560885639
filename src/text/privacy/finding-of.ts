import type { Finding, FindingKind, Severity } from '../finding.ts';
import { maskAddress, maskNumber } from './mask-personal.ts';

type PersonalKind = Extract<FindingKind, 'identity-number' | 'bank-card' | 'mobile-number' | 'personal-address'>;

/** Why each kind must not stand on a page, and what to do: 政府信息公开条例第15条, 个人信息保护法. */
const REMEDY: Record<PersonalKind, string> = {
  'identity-number': '出现完整的居民身份证号码（校验位、地区码、出生日期均相符），应当删去或者隐去中间各位',
  'bank-card': '出现完整的个人银行卡号或者账号，应当删去或者隐去中间各位',
  'mobile-number': '出现个人手机号码，应当删去或者隐去中间四位',
  'personal-address': '姓名旁列有详细住址，应当删去门牌号',
};

/** A finding of layer L5. What was found is kept covered: the place alone leads to it. */
export function personalFinding(
  block: string,
  place: { start: number; end: number },
  kind: PersonalKind,
  about: { severity: Severity; score: number; files: boolean; note?: string },
): Finding {
  const { severity, score, files, note } = about;
  const words = block.slice(place.start, place.end);
  const found = kind === 'personal-address' ? maskAddress(words) : maskNumber(words);
  return {
    start: place.start,
    end: place.end,
    found,
    suggestion: found,
    layer: 'L5',
    kind,
    severity,
    score,
    files,
    why: `${REMEDY[kind]}${note ? `（${note}）` : ''}：${found}。`,
  };
}

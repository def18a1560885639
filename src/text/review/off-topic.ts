/** Marks of a text that is no official writing (与栏目不符): each counted per 1,000 letters, each explained to the reviewer. */
export interface TopicSigns {
  characters: number;
  /** Lines or sentences of dialogue, per 1,000 letters. */
  dialogue: number;
  /** First and second person of a story (我、你、她), per 1,000 letters. */
  persons: number;
  /** Words official writing can hardly do without, per 1,000 letters. */
  official: number;
  /** Days, document numbers, amounts, per 1,000 letters. */
  figures: number;
}

export interface TopicDoubt {
  signs: TopicSigns;
  /** One sentence for the reviewer. */
  why: string;
}

/** A shorter text has too few words to count. */
const SHORTEST = 400;

const DIALOGUE = /[“"「][^“”"」\n]{1,60}[”"」]/g;
const SPEAKING = /[道说问喊笑叹骂叫][：:，,]\s*[“"「]/g;
const PERSONS = /[我你您她俺咱](?!们?[市县区镇乡省国院局委办校村社])/g;
const OFFICIAL =
  /(?:工作|会议|单位|部门|群众|项目|政府|党[委组支]|服务|管理|建设|推进|落实|开展|实施|发展|公开|通知|要求|乡村|社区|培训|检查|活动|安全|企业|责任|保障|政策|审批|监督|整治|宣传|干部|委员会|领导)/g;
const FIGURES =
  /(?:\d{4}年|\d{1,2}月\d{1,2}日|\d+(?:\.\d+)?\s*(?:%|％|万|亿|元|人次?|户|名|个|家|件|亩|公里|米)|〔\d{4}〕|[一二三四五六七八九十]、|（[一二三四五六七八九十]）)/g;

const perThousand = (text: string, pattern: RegExp, characters: number): number => ((text.match(pattern)?.length ?? 0) * 1000) / characters;

/** Counts the signs of a text; null when it is too short to tell anything. */
export function topicSigns(text: string): TopicSigns | null {
  const characters = text.replace(/\s/g, '').length;
  if (characters < SHORTEST) return null;
  const count = (pattern: RegExp): number => perThousand(text, pattern, characters);
  return {
    characters,
    dialogue: count(SPEAKING) * 2 + count(DIALOGUE),
    persons: count(PERSONS),
    official: count(OFFICIAL),
    figures: count(FIGURES),
  };
}

/**
 * Whether a text is so unlike official writing that a person should see whether it belongs in its column (a novel in 工作动态).
 * It takes both: a narrator's marks, and the absence of an office's. A speech or an interview has the one, a notice the other.
 */
export function doubtTopic(text: string): TopicDoubt | null {
  const signs = topicSigns(text);
  if (signs === null) return null;
  const narrates = signs.persons >= 12 || (signs.persons >= 6 && signs.dialogue >= 6);
  const isOfficial = signs.official >= 8 || signs.figures >= 6;
  if (!narrates || isOfficial) return null;
  const why = `全文${signs.characters}字，叙述人称每千字${signs.persons.toFixed(0)}处、对白${signs.dialogue.toFixed(0)}处，公务用语只有${signs.official.toFixed(0)}处，不像本栏目的内容`;
  return { signs, why };
}

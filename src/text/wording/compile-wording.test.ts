import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../finding.ts';
import { compileWording } from './compile-wording.ts';
import { type Phrase, parsePhrases } from './phrase.ts';
import { parseWrongWords } from './wrong-word.ts';

const data = (name: string): string => readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8');
const phrases = parsePhrases(data('phrases.tsv'));
const wrongWords = parseWrongWords(data('wrong-words.tsv'));
const idioms = data('idioms.txt').split('\n').filter(Boolean);
const DAY = '2026-11-22';
const read = compileWording({ phrases, wrongWords, idioms, day: DAY });
/** Told by default. */
const told = (block: string): Finding[] => read(block).filter(({ score }) => score >= 0.5);
const short = (block: string): string[] => told(block).map(({ kind, found, suggestion }) => `${kind} ${found}→${suggestion}`);

describe('near misses of fixed wordings', () => {
  it.each([
    ['要提高整治站位，压实责任。', 'wrong-character 整治站位→政治站位'],
    ['报县人民攻府批准。', 'wrong-character 县人民攻府→县人民政府'],
    ['县人民检查院发布通告。', 'wrong-character 人民检查院→人民检察院'],
    ['开展扫黑险恶专项斗争。', 'wrong-character 扫黑险恶专项斗争→扫黑除恶专项斗争'],
    ['依据《中华人民共合国宪法》制定。', 'wrong-character 中华人民共合国宪法→中华人民共和国宪法'],
    ['依据《中华人民共国宪法》制定。', 'missing-character 中华人民共国宪法→中华人民共和国宪法'],
    ['依照政府信息公公开条例办理。', 'extra-character 政府信息公公开条例→政府信息公开条例'],
    ['依照政府信公息开条例办理。', 'swapped-characters 政府信公息开条例→政府信息公开条例'],
    ['推进新城型镇化建设。', 'swapped-characters 新城型镇化→新型城镇化'],
    ['坚持改革升放。', 'wrong-character 改革升放→改革开放'],
    ['推行一网办。', 'missing-character 一网办→一网通办'],
    ['违反自然灾害救起条例的', 'wrong-character 自然灾害救起条例→自然灾害救助条例'],
    ['学习幼儿管理条例', 'missing-character 幼儿管理条例→幼儿园管理条例'],
    ['实现共富同裕。', 'swapped-characters 共富同裕→共同富裕'],
    ['县审记局提出意见。', 'wrong-character 审记局→审计局'],
    ['面前举旗不定。', 'wrong-character 举旗不定→举棋不定'],
    ['开展党的群众路线实践教育活动。', 'swapped-characters 党的群众路线实践教育活动→党的群众路线教育实践活动'],
    ['根据《中华人民共物防疫法》的规定', 'missing-character 中华人民共物防疫法→中华人民共和国动物防疫法'],
    [
      '最高人民法院院关于审理企业破产案件若干问题的规定',
      'extra-character 最高人民法院院关于审理企业破产案件若干问题的规定→最高人民法院关于审理企业破产案件若干问题的规定',
    ],
    ['深入学习习近平新时代中国特色社会主义思想法治思想。', 'blended-phrase 习近平新时代中国特色社会主义思想法治思想→习近平法治思想'],
    // Quotation marks within stay where they are.
    ['开展“不忘实心、牢记使命”主题教育。', 'wrong-character 忘实心→忘初心'],
  ])('%s', (block, expected) => {
    expect(short(block)).toEqual([expected]);
  });

  it.each([
    // Right as they stand, short forms and other names included.
    '县人力资源社会保障局、人力资源和社会保障局、省住房城乡建设厅',
    '学习贯彻习近平新时代中国特色社会主义思想主题教育，坚持新时代中国特色社会主义思想。',
    '习近平新时代中国特色社会主义思想、习近平法治思想',
    '中国特色的社会主义',
    '开展“不忘初心、牢记使命”主题教育，落实‘三会一课’制度。',
    '中华人民共和国国务院令；县人民法院院长；县发展改革委委员',
    // What belongs to a neighbouring word is no slip.
    '应当及时向人民政府报告。',
    '对进行规范性文件备案审查的机关',
    '建设社会主义现代化国家，推动国家安全发展。',
    '依照环境保护的法律、行政法规；地质灾害治理工程',
    '军人代表大会、职工代表大会',
    // Local statutes are no slips of national ones.
    '《山东省人才市场管理条例》《某市城市排水条例》《江西省道路交通安全条例》《某省海洋环境保护条例》',
    '国民经济和社会发展规划、国民经济和社会发展计划',
    '人民代表大会专门委员会、常务委员会；检察院检察委员会',
    '经济开发区管委会',
    '根据《中华人民共和国教育法》，开设中国渔政服务平台，石政公开办〔2022〕5号，中国对现代化的探索',
    '老年人智能技术、渔政服务平台、宣贯落实、主题团日、政策导读、党群机关、政府首购、一窗通办',
    '危害我国主权、安全、发展利益；兽药进口管理办法；污染物管理条例；《中华人民共和国水法》；某市城乡居民最低生活保障条例',
    '依法承包农村集体经济组织发包的土地；对生态环境不存在危险；依照进出境动物检疫法律的规定',
    '原村民委员会任期自然终止，征得其所在地政府同意',
    '年深日久、闻名遐迩，闻名遐迩的景区',
  ])('%s is left alone', (block) => {
    expect(short(block)).toEqual([]);
  });

  it('lets the longest wording explain: no finding within a right one, one finding for one slip', () => {
    expect(told('中华人民共和国政府信息公开条例')).toEqual([]);
    expect(told('县人民政府办公室关于印发县人民政俯办公室工作规则的通知')).toHaveLength(1);
  });

  it('files sure slips in official names by itself, severity 1 never', () => {
    const [name] = told('由市场监督管里局负责');
    expect(name).toMatchObject({ severity: 2, files: true, start: 1, end: 8 });
    expect(told('全面贯彻社会主义核心价直观')[0]).toMatchObject({ severity: 1, files: false });
  });

  it('says less sure ones only when all are asked for', () => {
    expect(short('国家有计划地发展。')).toEqual([]);
    expect(read('国家有计划地发展。')[0]).toMatchObject({ suggestion: '国家所有', score: 0.45 });
  });
});

describe('outdated wordings', () => {
  const at = (day: string, block: string): number | undefined =>
    compileWording({ phrases, wrongWords: [], idioms: [], day })(block).find(({ kind }) => kind === 'outdated-phrase')?.score;
  it.each([
    ['2026-11-22', '2026年，县国土资源局负责办理。', 0.8],
    ['2026-11-22', '由县国土资源局负责办理。', 0.4],
    ['2026-11-22', '2026年，原国土资源局的职责划入县自然资源局。', undefined],
    ['2026-11-22', '2015年，县国土资源局印发通知。', undefined],
    ['2026-11-22', '2026年废止《国土资源局工作规则》。', undefined],
    ['2019-03-31', '2019年，县国土资源局负责办理。', undefined],
    ['2019-04-01', '2020年，县国土资源局负责办理。', 0.8],
  ])('on %s: %s', (day, block, score) => {
    expect(at(day, block)).toBe(score);
  });
  it('names what took its place', () => {
    const found = read('2026年，中国银保监会发布通知。').find(({ kind }) => kind === 'outdated-phrase');
    expect(found).toMatchObject({ suggestion: '国家金融监督管理总局', files: false });
  });
  it('a wording not yet in force is not searched', () => {
    const row: Phrase = {
      text: '未来某专项行动',
      kind: 'campaign',
      validFrom: '2027-01-01',
      validTo: null,
      aliases: [],
      severity: 2,
      replacedBy: null,
      note: '',
    };
    const on = (day: string): number => compileWording({ phrases: [row], wrongWords: [], idioms: [], day })('开展未来某转项行动').length;
    expect([on('2026-12-31'), on('2027-01-01')]).toEqual([0, 1]);
  });
});

describe('spellings known to be wrong', () => {
  it.each([
    ['消防设施按装工作', 'wrong-character 按装→安装'],
    ['全面布署防汛工作', 'wrong-character 布署→部署'],
    ['项目已全部峻工', 'wrong-character 峻工→竣工'],
    ['请按时报道', 'wrong-character 按时报道→按时报到'],
    ['请联系付主任', 'wrong-character 付主任→副主任'],
  ])('%s', (block, expected) => {
    expect(short(block)).toEqual([expected]);
  });
  it.each(['按装置说明书操作', '颁布署名文章', '两级交付主任审定', '登记薄弱环节', '逾期未提交', '从未端正态度'])(
    '%s is left alone',
    (block) => {
      expect(short(block)).toEqual([]);
    },
  );
  it.each([
    ['截止6月底，全县完成投资10亿元。', ['截止']],
    ['截止2023年底，共受理申请12件，', ['截止']],
    ['报名截止6月30日，逾期不候。', []],
    ['截止日期为6月30日，请抓紧。', []],
    ['截止到6月底，已完成。', []],
  ])('%s', (block, found) => {
    expect(told(block).map((one) => one.found)).toEqual(found);
  });
});

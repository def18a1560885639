import { randomFrom } from '../random.ts';
import { number, pick, words } from './words.ts';

/** A page to be photographed by the browser: what is seen, and how wide the screen is. */
export interface Screen {
  kind: string;
  html: string;
  width: number;
  height: number;
  scale: number;
}

const style = (css: string, body: string): string =>
  `<!doctype html><meta charset="utf-8"><style>*{box-sizing:border-box}body{margin:0;font-family:"Noto Sans CJK SC","Noto Serif CJK SC",sans-serif;color:#222}${css}</style>${body}`;

/** A unit's site: the same frame for all its articles. */
function article(frame: number, n: number, changed: number | null = null): string {
  const look = randomFrom(frame * 977);
  const random = randomFrom(frame * 10_007 + n);
  const colour = pick(['#b3261e', '#1c4f9c', '#0b6b4f', '#7a4a12'], look);
  const menu = Array.from({ length: 7 }, () => `<b>${words(4, look)}</b>`).join('');
  const head = `<header><h1>${words(8, look)}局</h1></header><nav>${menu}</nav>`;
  const date = `2024-${String(number(1, 13, random)).padStart(2, '0')}-${String(number(1, 29, random)).padStart(2, '0')}`;
  const paragraphs = Array.from({ length: number(3, 9, random) }, () => `<p>　　${words(number(40, 220, random), random)}。</p>`).join('');
  const call = changed === null ? '' : `<p>　　联系电话：0839-${number(5_000_000, 5_999_999, randomFrom(changed))}，办公地址不变。</p>`;
  return style(
    `header{background:${colour};color:#fff;padding:26px 120px}nav{background:#eee;padding:10px 120px;display:flex;gap:40px}main{width:1000px;margin:20px auto;min-height:640px}h2{text-align:center;font-size:26px}small{display:block;text-align:center;color:#888;border-bottom:1px solid #ddd;padding:8px}p{font-size:17px;line-height:2}footer{background:#333;color:#ccc;text-align:center;padding:24px}`,
    `${head}<main><h2>${words(number(14, 30, random), random)}</h2><small>发布时间：${date}　来源：${words(6, random)}　浏览次数：${number(10, 900, random)}</small>${call}${paragraphs}</main><footer>主办：${words(10, look)}　网站标识码 ${number(1e9, 9e9, look)}</footer>`,
  );
}

/** A list of a column: titles and dates differ, nothing else. */
function list(frame: number, n: number): string {
  const look = randomFrom(frame * 977);
  const random = randomFrom(frame * 20_011 + n);
  const rows = Array.from(
    { length: 15 },
    () =>
      `<li><span>${words(number(14, 34, random), random)}</span><i>2024-${String(number(1, 13, random)).padStart(2, '0')}-${number(10, 29, random)}</i></li>`,
  ).join('');
  return style(
    `header{background:${pick(['#b3261e', '#1c4f9c', '#0b6b4f'], look)};color:#fff;padding:20px 100px;font-size:30px}main{width:1000px;margin:16px auto;display:flex;gap:30px}aside{width:200px;background:#f3f5f8;padding:14px;line-height:2.4}ul{flex:1;list-style:none;margin:0;padding:0}li{display:flex;justify-content:space-between;border-bottom:1px dashed #ccc;padding:10px 0;font-size:16px}i{color:#999}`,
    `<header>${words(9, look)}</header><main><aside>${Array.from({ length: 8 }, () => words(6, look)).join('<br>')}</aside><ul>${rows}</ul></main>`,
  );
}

/** 办事指南 and the like: one form, other entries. */
function form(frame: number, n: number, changed: number | null = null): string {
  const look = randomFrom(frame * 977);
  const random = randomFrom(frame * 30_011 + n);
  const other = randomFrom(frame * 31_013 + (changed ?? 0));
  const rows = Array.from({ length: 14 }, (_, i) => {
    const entry = random() < 0.15 ? '' : words(number(2, 26, random), random);
    return `<tr><th>${words(number(4, 8, look), look)}</th><td>${changed !== null && i === 5 ? words(number(8, 26, other), other) : entry}</td></tr>`;
  }).join('');
  return style(
    `main{width:760px;margin:40px auto}h2{text-align:center}table{width:100%;border-collapse:collapse}td,th{border:1.5px solid #333;height:56px;padding:6px 10px;font-weight:400;font-size:16px;text-align:left}th{width:200px;text-align:center}`,
    `<main><h2>${words(10, look)}登记表</h2><table>${rows}</table><p>填表日期：2024年${number(1, 13, random)}月${number(1, 29, random)}日</p></main>`,
  );
}

/** A scanned page of a report: white, text, a seal. */
function paper(n: number, density: number): string {
  const random = randomFrom(n * 40_009 + density);
  const paragraphs = Array.from({ length: density }, () => `<p>　　${words(number(60, 190, random), random)}。</p>`).join('');
  return style(
    `main{padding:96px 88px}h2{text-align:center;font-size:28px;color:#c00}p{font-size:20px;line-height:1.8;margin:0}div{margin:50px 0 0 420px;width:130px;height:130px;border:5px solid #d22;border-radius:50%;color:#d22;text-align:center;line-height:120px;font-size:34px}`,
    `<main><h2>${words(12, random)}</h2>${paragraphs}<div>★</div></main>`,
  );
}

/** A telephone's screen: an account's article or a chat. */
function phone(frame: number, n: number, chat: boolean): string {
  const look = randomFrom(frame * 977);
  const random = randomFrom(frame * 50_021 + n + (chat ? 7 : 0));
  const time = `${number(8, 19, random)}:${number(10, 59, random)}`;
  const body = chat
    ? Array.from(
        { length: 8 },
        () => `<div class="${random() < 0.5 ? 'me' : 'you'}"><span>${words(number(3, 40, random), random)}</span></div>`,
      ).join('')
    : `<h3>${words(number(14, 30, random), random)}</h3><small>${words(6, look)}　2024-${number(10, 13, random)}-${number(10, 29, random)}</small>${Array.from({ length: 6 }, () => `<p>${words(number(40, 140, random), random)}。</p>`).join('')}`;
  return style(
    `body{background:${chat ? '#ededed' : '#fff'}}header{background:#f7f7f7;padding:8px 14px;display:flex;justify-content:space-between;font-size:14px}main{padding:14px}p{font-size:17px;line-height:1.8}small{color:#888}.me{text-align:right}.me span{background:#95ec69}div span{display:inline-block;background:#fff;border-radius:6px;padding:9px 12px;margin:8px 0;max-width:260px;text-align:left;font-size:16px}`,
    `<header><b>${time}</b><b>${words(5, look)}</b><i>●●●</i></header><main>${body}</main>`,
  );
}

/** An error page or an empty column: a frame and one line. */
const empty = (frame: number, n: number): string => {
  const look = randomFrom(frame * 977);
  return style(
    `header{background:#1c4f9c;color:#fff;padding:20px 100px;font-size:30px}p{text-align:center;margin-top:160px;color:#999}`,
    `<header>${words(9, look)}</header><p>${n % 2 === 0 ? '暂无信息' : '您访问的页面不存在'}　${n}</p>`,
  );
};

/** `count` of each kind, in groups of one frame. */
export function screens(count: number): Screen[] {
  const FRAMES = 2;
  const all: Screen[] = [];
  const desk = { width: 1440, height: 900, scale: 1 };
  const hand = { width: 390, height: 844, scale: 2 };
  const sheet = { width: 900, height: 1273, scale: 1.4 };
  for (let n = 0; n < count; n++) {
    const frame = n % FRAMES;
    all.push({ kind: `article ${frame}`, html: article(frame, n), ...desk });
    all.push({ kind: `list ${frame}`, html: list(frame, n), ...desk });
    all.push({ kind: `form ${frame}`, html: form(frame, n), ...sheet });
    all.push({ kind: 'paper full', html: paper(n, 12), ...sheet });
    all.push({ kind: 'paper short', html: paper(n, 2), ...sheet });
    all.push({ kind: `phone article ${frame}`, html: phone(frame, n, false), ...hand });
    all.push({ kind: `chat ${frame}`, html: phone(frame, n, true), ...hand });
    all.push({ kind: 'one entry of a form', html: form(0, 0, n), ...sheet });
    all.push({ kind: 'one number of a page', html: article(0, 0, n), ...desk });
    if (n < count / 4) all.push({ kind: `empty ${frame}`, html: empty(frame, n), ...desk });
  }
  return all;
}

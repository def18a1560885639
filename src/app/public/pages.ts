import { chineseDate } from '../../core/date.ts';
import { NOTICE_DATA } from '../../notice/data/notice-data.ts';
import { escapeHtml } from '../../notice/html/escape.ts';
import { listInspectionPublications } from '../../store/inspections.ts';
import type { App } from '../open.ts';
import { framed, type View } from './frame.ts';
import { printIndexNumber } from './index-number.ts';
import { readPublicList, readPublicNotice } from './read-public.ts';

const text = escapeHtml;
const FILES: readonly { ending: string; name: string }[] = [
  { ending: 'docx', name: 'Word 文档（.docx）' },
  { ending: 'pdf', name: 'PDF 文档（.pdf）' },
  { ending: 'xlsx', name: '附表（.xlsx）' },
  { ending: 'json', name: '机器可读数据（.json）' },
];

/** The list of published notices of an area, as a page without scripts. */
export async function publicListPage(app: App, areaId: string, view: View): Promise<string> {
  const { area, path, rows } = await readPublicList(app, areaId);
  const items = rows.map((row) => {
    const index = printIndexNumber(row);
    const corrected = row.state === 'replaced' ? '<span>已被更正</span>' : '';
    return `<li><a href="/public/${text(areaId)}/${text(row.noticeId)}">${text(row.title)}</a><div class="sub"><span>索引号 ${text(index)}</span><span>发布 ${row.publishedOn}</span><span>浏览 ${row.views} 次</span>${corrected}</div></li>`;
  });
  const list = items.length === 0 ? '<p>还没有公开的通报。</p>' : `<ul class="list">${items.join('')}</ul>`;
  const rechecks = (await listInspectionPublications(app.db, areaId)).length;
  const more = rechecks === 0 ? '' : `<p><a href="/public/${text(areaId)}/inspections">双随机复查结果（${rechecks} 次）</a></p>`;
  const main = `<h1 class="page">监测通报</h1>${more}${list}`;
  const crumb = [{ words: area, to: null }, ...path.map((words) => ({ words, to: null }))];
  return framed({ title: `${area}监测通报`, area, path: `/public/${areaId}`, view, crumb, main });
}

/** One published notice with its index card, its text and its files. */
export async function publicNoticePage(app: App, areaId: string, noticeId: string, view: View): Promise<string> {
  const { notice, publication, area, path, files, corrected } = await readPublicNotice(app, areaId, noticeId);
  const words = async (format: string): Promise<string> => {
    const file = files.find((one) => one.format === format);
    return file ? Buffer.from(await app.blobs.get(file.blob)).toString('utf8') : '';
  };
  const article = await words('public-html');
  const document = NOTICE_DATA.parse(JSON.parse(await words('public-json')));
  const card: readonly [string, string][] = [
    ['索引号', printIndexNumber(publication)],
    ['发布机构', document.issuer],
    ['名称', document.title],
    ['文号', document.number ?? ''],
    ['成文日期', document.signedDate === null ? '' : chineseDate(document.signedDate)],
    ['发布日期', chineseDate(publication.publishedOn)],
    ['体裁分类', publication.genre],
    ['组配分类', publication.grouping],
    ['主题分类', publication.topic],
    ['关键词', publication.keywords.join('、')],
    ['来源', document.issuer],
    ['浏览次数', `${publication.views} 次`],
  ];
  const meta = `<dl class="meta">${card.map(([name, value]) => `<div><dt>${name}</dt><dd>${text(value)}</dd></div>`).join('')}</dl>`;
  const links = FILES.flatMap(({ ending, name }) => {
    const file = files.find(({ format }) => format === `public-${ending}`);
    return file ? [`<li><a href="/public/${text(areaId)}/${text(noticeId)}/files/${ending}">${name}</a>（${size(file.bytes)}）</li>`] : [];
  });
  const banner =
    notice.state === 'replaced'
      ? `<p class="note">本通报已被更正${corrected ? `，请看<a href="/public/${text(areaId)}/${text(corrected.id)}">《${text(corrected.title)}》</a>` : ''}。</p>`
      : '';
  const main = `${banner}${meta}${article}<section class="files" aria-labelledby="files"><h2 id="files">下载</h2><ul>${links.join('')}</ul></section>`;
  const list = `/public/${areaId}`;
  const crumb = [{ words: area, to: list }, ...path.map((words) => ({ words, to: list })), { words: '正文', to: null }];
  return framed({ title: document.title, area, path: `${list}/${noticeId}`, view, crumb, main });
}

const size = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

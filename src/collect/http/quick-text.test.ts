import { expect, it } from 'vitest';
import { cpuMs } from '../../../tests/support/cpu.ts';
import { titleOf, visibleTextOf } from './quick-text.ts';

it.each([
  ['<p>一</p>  <b>二</b>', '一 二'],
  ['<script>if (a < b) { x = "<p>不见</p>" }</script>见', '见'],
  ['<style>p{}</style><title>题</title><!-- 注 <b>释</b> -->文', '文'],
  ['a &amp; b &#19968; &#x4e00; &nbsp; &unknown;', 'a & b 一 一 &unknown;'],
  ['<SCRIPT>x</SCRIPT>甲', '甲'],
  ['没有标签', '没有标签'],
  ['<p 未闭合', ''],
  ['<script>从不结束', ''],
  ['&#1114112;', ''],
])('%s', (html, text) => expect(visibleTextOf(html)).toBe(text));

it('is linear on markup made to hurt', () => {
  const started = cpuMs();
  for (const piece of ['<script', '<', '<!--', '&#', '<a ', '<title>']) visibleTextOf(piece.repeat(200_000));
  expect(cpuMs() - started).toBeLessThan(2_000);
});

it.each([
  ['<title> 某县\n人民政府 </title>', '某县 人民政府'],
  ['<TITLE lang="zh">题</TITLE>', '题'],
  ['<p>无</p>', ''],
  ['<title>没有结束', '没有结束'],
])('title of %j', (html, title) => expect(titleOf(html)).toBe(title));

import { expect, it } from 'vitest';
import { clientRedirect } from './client-redirect.ts';

it.each([
  ['<meta http-equiv="refresh" content="0;url=/zw/">', 'http://a.gov.cn/zw/'],
  ["<meta http-equiv=Refresh content='3; URL=index.html'>", 'http://a.gov.cn/index.html'],
  ['<meta content="0; /zw/" http-equiv="refresh">', 'http://a.gov.cn/zw/'],
  ['<script>window.location="http://b.gov.cn/"</script>', 'http://b.gov.cn/'],
  ["<script>top.location.href = '/m/';</script>", 'http://a.gov.cn/m/'],
  ['<script>location.replace("/m/")</script>正在跳转，请稍候', 'http://a.gov.cn/m/'],
  // stays
  ['<meta http-equiv="refresh" content="60">', null],
  ['<meta http-equiv="refresh" content="300;url=/zw/">', null],
  ['<meta http-equiv="refresh" content="0;url=http://a.gov.cn/#top">', null],
  ['<script>if (/phone/.test(navigator.userAgent)) location.href="/m/"</script>', null],
  ['<!-- <script>location.href="/old/"</script> -->', null],
  ['<script>var url = "/m/"; location.href = url;</script>', null],
  ['<script>location.href="weixin://x"</script>', 'weixin://x'],
  [`<script>location.href="/m/"</script><p>${'正文'.repeat(40)}</p>`, null],
])('%s', (html, target) => expect(clientRedirect(html, 'http://a.gov.cn/')).toBe(target));

import { expect, it } from 'vitest';
import { entriesIn } from './data-call.ts';

it.each([
  ['rows', '{"code":200,"rows":[{"title":"通知"}]}', 'some'],
  ['rows of the jpage system', '<datastore><recordset><record><![CDATA[<li>通知</li>]]></record></recordset></datastore>', 'some'],
  ['a piece of markup', '<ul><li><a href="/a">通知</a></li></ul>', 'some'],
  ['no rows', '{"code":0,"data":{"total":0,"list":[]}}', 'none'],
  ['a bare empty list', ' [] ', 'none'],
  ['jpage without records', '<datastore><totalrecord>0</totalrecord><recordset></recordset></datastore>', 'none'],
  ['a count of nothing', '{"success":true,"totalCount":0,"html":""}', 'none'],
  ['a fault of theirs told with status 200', '{"code":500,"msg":"系统异常","rows":[]}', 'unknown'],
  ['a failure told in words', '{"success":false,"data":[]}', 'unknown'],
  ['a negative code', '{"errcode":-1,"data":[]}', 'unknown'],
  ['an error page', '<html><body>系统繁忙</body></html>', 'unknown'],
  ['nothing at all', '', 'unknown'],
  ['settings', '{"theme":"blue","version":"10"}', 'unknown'],
  ['a total that only begins with a nought', '{"total":"05","html":"…"}', 'unknown'],
])('%s', (_, body, expected) => {
  expect(entriesIn(body)).toBe(expected);
});

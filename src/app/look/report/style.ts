/** Calm, official, printable: one column, a rule of red as on letterheads, tables that become cards on a phone. */
export const STYLE = `
:root{--ink:#1f2329;--soft:#646a73;--line:#dee0e3;--red:#a8071a;--green:#237804;--amber:#ad6800}
*{box-sizing:border-box}
body{margin:0;background:#f5f6f7;color:var(--ink);font:15px/1.7 "PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
main{max-width:1080px;margin:24px auto;padding:40px 56px;background:#fff;border:1px solid var(--line);border-top:4px solid var(--red)}
a{color:#0958d9;text-decoration:none}a:hover{text-decoration:underline}
.kind{margin:0;color:var(--red);letter-spacing:.3em}
h1{margin:4px 0;font:600 28px/1.4 "Noto Serif SC","Source Han Serif SC","STSong",SimSun,serif}
.where,.when{margin:0;color:var(--soft)}
.verdict{margin:20px 0 8px;padding:12px 18px;border-left:4px solid var(--amber);background:#fffbe6}
.verdict strong{font-size:20px}.verdict p{margin:0}
.verdict.fail{border-color:var(--red);background:#fff1f0}.verdict.pass{border-color:var(--green);background:#f6ffed}
.figures{display:grid;grid-template-columns:repeat(6,1fr);gap:1px;margin:20px 0;background:var(--line);border:1px solid var(--line)}
.figures div{background:#fff;padding:12px;display:flex;flex-direction:column;text-align:center}
.figures dd{margin:0;font-size:26px;line-height:1.3;font-variant-numeric:tabular-nums}.figures dt{color:var(--soft);font-size:13px}
figure{margin:0}figcaption{margin:6px 0 14px}
.strip{width:100%;height:18px;display:block}.bars{display:grid;grid-template-columns:max-content 1fr;gap:4px 12px;max-width:720px;font-size:13px;line-height:18px}
.bar{display:flex;align-items:center;padding-right:40px}.bar i{display:block;height:14px;background:#c0504d}.bar b{margin-left:6px;font-weight:400}
rect.ok{fill:#95b8a0}rect.dead{fill:#c0504d}rect.open{fill:#d9b36a}
.key{margin-right:20px;font-size:13px}.key:before{content:"";display:inline-block;width:10px;height:10px;margin-right:6px}
.key.ok:before{background:#95b8a0}.key.dead:before{background:#c0504d}.key.open:before{background:#d9b36a}
h2{margin:36px 0 12px;padding-bottom:6px;border-bottom:1px solid var(--line);font-size:19px}
h3{margin:24px 0 6px;font-size:16px}.group p{margin:2px 0}
.count{margin-left:10px;color:var(--red);font-weight:400}
table{width:100%;border-collapse:collapse;margin:10px 0;font-size:14px;line-height:1.6}
th,td{padding:7px 10px;border:1px solid var(--line);text-align:left;vertical-align:top}
thead th{background:#fafafa;font-weight:600;white-space:nowrap}
.addresses{table-layout:fixed}.addresses th:nth-child(1){width:42%}.addresses th:nth-child(3){width:17%}
.pairs{max-width:640px}.pairs th{width:14em;background:#fafafa;font-weight:400}
td ul{margin:0;padding:0;list-style:none}td li+li{margin-top:4px}
.anchor{color:var(--soft);margin-left:4px}
.tag{display:inline-block;padding:0 6px;border:1px solid var(--line);border-radius:2px;font-size:12px;color:var(--soft);white-space:nowrap}
.tag.fail{color:var(--red);border-color:currentColor}.tag.pass{color:var(--green);border-color:currentColor}
.absent{color:var(--amber)}.small{color:var(--soft);font-size:13px}
.views{display:grid;grid-template-columns:3fr 1fr;gap:16px 20px;align-items:start}.view img{width:100%;max-height:720px;object-fit:cover;object-position:top;border:1px solid var(--line)}.view figcaption{font-size:13px;color:var(--soft)}
.about{color:var(--soft)}.about h2{color:var(--ink)}.about ul{padding-left:1.3em}
@media (max-width:640px){
main{margin:0;padding:20px 16px;border-width:4px 0 0}h1{font-size:22px}
.figures{grid-template-columns:repeat(3,1fr)}.views{grid-template-columns:1fr}
table,tbody,tr,td{display:block;width:100%}thead{display:none}
tr{border:1px solid var(--line);margin-bottom:10px;padding:6px 0}td{border:0;padding:4px 12px}
td[data-label]:before{content:attr(data-label);display:block;color:var(--soft);font-size:12px}
.pairs th{display:block;width:100%;border:0;background:none;color:var(--soft);padding:4px 12px 0;font-size:12px}
}
@media print{@page{size:A4;margin:18mm 16mm}body{background:#fff;font-size:11pt}main{margin:0;padding:0;border:0;max-width:none}
a{color:inherit}tr,.figures,figure{break-inside:avoid}h2,h3{break-after:avoid}thead{display:table-header-group}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;

/** Style of the marked document: text on the left, readings beside it on a wide screen and on paper, below it on a narrow one. */
export const STYLE = `
body{font:16px/1.75 "Noto Sans SC","Microsoft YaHei",sans-serif;color:#1f1f1f;background:#fff;margin:0 auto;max-width:1280px;padding:24px;overflow-wrap:anywhere}
header{border-bottom:1px solid #d9d9d9;margin-bottom:16px}
h1{font-size:1.4em;margin:0}
header p{margin:4px 0}
.summary{font-weight:600}
.remarks{margin:8px 0 12px;padding-left:1.4em;color:#5c4400}
.block{display:grid;grid-template-columns:minmax(0,1fr) 360px;gap:24px;padding:2px 0}
.text{font-family:"Noto Serif SC",FangSong,serif}
.text p{margin:.3em 0}
aside{font-size:13px;line-height:1.55}
.note{border-left:3px solid #8c8c8c;padding:2px 8px;margin:4px 0}
.note p{margin:0;color:#434343}
.note:target{background:#fffbe6}
.rest{color:#595959;margin:4px 0}
mark{background:none;color:inherit;border-bottom:2px solid}
mark.agrees{border-color:#389e0d}
mark.disagrees{border-color:#cf1322;background:#fff1f0}
mark.cannot-check{border-bottom-style:dashed;border-color:#8c8c8c}
.note.agrees{border-color:#389e0d}
.note.disagrees{border-color:#cf1322;background:#fff1f0}
sup{font:11px sans-serif;margin:0 1px}
sup a{text-decoration:none;color:#595959}
sup.disagrees a,.note.disagrees b{color:#a8071a}
sup.agrees a,.note.agrees b{color:#237804}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:14px;line-height:1.5}
td{border:1px solid #bfbfbf;padding:2px 6px}
td.agrees{color:#237804}
td.disagrees{background:#fff1f0;outline:2px solid #cf1322;outline-offset:-2px}
@media (max-width:820px){.block{grid-template-columns:1fr;gap:4px}body{padding:16px}}
@media print{@page{size:A4;margin:16mm}body{max-width:none;padding:0;font-size:12px}.block{grid-template-columns:minmax(0,1fr) 62mm;gap:5mm}.note,tr{break-inside:avoid}table{font-size:10px}aside{font-size:10px}.scroll{overflow:visible}}
`;

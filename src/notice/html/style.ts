/** Style of the preview: a sheet on a wide screen, the full width on a narrow one, A4 in print. */
export const STYLE = `
.notice{font:18px/1.8 FangSong,仿宋_GB2312,STFangsong,"Noto Serif SC",serif;color:#000;background:#fff;max-width:820px;margin:0 auto;padding:48px 64px;overflow-wrap:anywhere}
.notice p{margin:0}
.notice h1{font-size:1.45em;line-height:1.5;text-align:center;margin:1.6em 0 1em}
.notice h2{font:inherit;font-family:SimHei,黑体,"Noto Sans SC",sans-serif;margin:0;text-indent:2em}
.letterhead{border-bottom:2px solid #e60012;text-align:center;padding-bottom:12px}
.letterhead .mark{color:#e60012;font-size:2em;font-weight:700;line-height:1.4;margin-bottom:1em}
.text{text-indent:2em;text-align:justify}
.lead2{font-family:KaiTi,楷体_GB2312,STKaiti,serif}
.figure{border-bottom:1px dashed #8c8c8c;cursor:pointer}
.figure:focus-visible,.figure:hover{background:#e6f4ff;outline:none}
.attachment-list{display:flex;margin:1.8em 0 0 2em}
.attachment-list a{color:inherit;text-decoration:none}
.signature{display:flex;justify-content:flex-end;text-align:center;margin:1.8em 2em 0}
.attachment{margin-top:3em;padding-top:1.5em;border-top:1px dashed #bfbfbf}
.attachment .mark{font-family:SimHei,黑体,sans-serif}
.attachment h2{font-size:1.3em;font-weight:700;text-align:center;text-indent:0;margin:.6em 0}
.scroll{overflow-x:auto}
.notice table{border-collapse:collapse;width:100%;font-size:15px;line-height:1.5}
.notice th,.notice td{border:1px solid #000;padding:3px 6px;vertical-align:middle}
.notice th,.notice td.center{text-align:center}
.notice tr.behind td{background:#fffbe6}
.note{font-size:15px;margin-top:.5em}
.record{margin-top:3em;border:solid #000;border-width:2px 0;font-size:16px}
.record p{padding:2px 1em}
.record p+p{border-top:1px solid #000}
.printed{display:flex;justify-content:space-between}
@media (max-width:640px){.notice{font-size:17px;padding:20px 16px}.letterhead .mark{font-size:1.5em}.notice h1 br{display:none}.notice table{min-width:560px}}
@media print{@page{size:A4;margin:37mm 26mm 35mm 28mm}.notice{max-width:none;padding:0}.attachment{break-before:page;border:0}.notice thead{display:table-header-group}.notice tr{break-inside:avoid}.figure{border:0}}
`;

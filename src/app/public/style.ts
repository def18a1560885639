/** Style of the public pages: type in rem, so that the senior view and the reader's own zoom enlarge everything alike. */
export const PUBLIC_STYLE = `
:root{color-scheme:light}
html{font-size:16px;-webkit-text-size-adjust:100%;text-size-adjust:100%}
html.large{font-size:20px}
html.senior{font-size:26px}
*{box-sizing:border-box}
body{margin:0;background:#f4f4f1;color:#1c2733;font:1rem/1.7 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
a{color:#0f4c81}
:focus-visible{outline:3px solid #0f4c81;outline-offset:2px}
.skip{position:absolute;left:-999rem}
.skip:focus{left:.5rem;top:.5rem;background:#fff;padding:.5rem 1rem;z-index:2}
header.top{background:#234b6b;color:#fff}
.in{max-width:62rem;margin:0 auto;padding:.75rem 1rem}
header.top .in{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:center;justify-content:space-between}
header.top .name{font-size:1.2rem;font-weight:600}
header.top a{color:#fff}
.views{display:flex;flex-wrap:wrap;gap:.25rem .9rem;margin:0;padding:0;list-style:none}
.views a{display:inline-block;padding:.2rem .1rem}
.views a[aria-current]{font-weight:700;text-decoration:none;border-bottom:2px solid #fff}
.crumb{margin:.75rem 0;padding:0;list-style:none;display:flex;flex-wrap:wrap}
.crumb li+li::before{content:">";margin:0 .5rem;color:#5f6c79}
.sheet{background:#fff;border:1px solid #dfe3e6;padding:1rem}
h1.page{font-size:1.4rem;margin:.5rem 0 1rem}
.list{margin:0;padding:0;list-style:none}
.list li{padding:.9rem 0;border-bottom:1px solid #dfe3e6}
.list li:last-child{border:0}
.list a{font-size:1.05rem}
.list .sub{display:flex;flex-wrap:wrap;gap:.1rem 1.2rem;color:#4c5a68;font-size:.9rem}
.meta{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr));margin:0 0 1rem;border:1px solid #c9d0d6;border-width:1px 0 0 1px}
.meta div{display:flex;flex-wrap:wrap;min-width:0;border:1px solid #c9d0d6;border-width:0 1px 1px 0}
.meta dt{flex:1 1 5.5rem;max-width:100%;min-width:0;background:#edf0f1;padding:.35rem .6rem}
.meta dd{flex:999 1 9rem;min-width:0;margin:0;padding:.35rem .6rem}
.note{border-left:4px solid #8a5a00;background:#fcf7ea;padding:.6rem 1rem;margin:0 0 1rem}
.files{margin:0;padding-left:1.2rem}
.files h2,.sheet h2.part{font-size:1.1rem}
footer.end{color:#4c5a68;font-size:.9rem}
.notice{font:1.1rem/1.85 FangSong,STFangsong,"Noto Serif SC",serif;color:#000;max-width:none;margin:0;padding:0;overflow-wrap:anywhere}
.senior .notice,.large .notice{font-family:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
.notice p{margin:0}
.notice h1{font-size:1.45em;line-height:1.5;text-align:center;margin:1.2em 0 1em}
.notice h2{font:inherit;font-weight:700;margin:0;text-indent:2em}
.notice .letterhead{border-bottom:2px solid #c4161c;text-align:center;padding-bottom:.75rem}
.notice .letterhead .mark{color:#c4161c;font-size:1.7em;font-weight:700;line-height:1.4;margin-bottom:.6em}
.notice .text{text-indent:2em}
.notice .attachment-list{display:flex;flex-wrap:wrap;margin:1.8em 0 0 1em}.notice .attachment-list>div{min-width:0;flex:1 1 10em}
.notice .signature{display:flex;justify-content:flex-end;text-align:center;margin:1.8em 1em 0}
.notice .attachment{margin-top:3em;padding-top:1.5em;border-top:1px dashed #8c8c8c}
.notice .attachment h2{font-size:1.2em;text-align:center;text-indent:0;margin:.6em 0}
.notice .scroll{overflow-x:auto}
.notice table{border-collapse:collapse;width:100%;font-size:.95rem;line-height:1.5}
.notice th,.notice td{border:1px solid #000;padding:.2rem .4rem;vertical-align:middle}
.notice th,.notice td.center{text-align:center}
.notice .note{border:0;background:none;padding:0;font-size:.95rem;margin-top:.5em}
.notice .record{margin-top:3em;border:solid #000;border-width:2px 0}
.notice .record p{padding:.1rem 1em}
.notice .record p+p{border-top:1px solid #000}
.notice .printed{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem}
.notice .figure{border-bottom:1px dashed #5f6c79}
@media (max-width:640px){.notice h1 br{display:none}.notice table{min-width:32rem}.sheet{padding:1rem .8rem}}
@media print{header.top,.crumb,.views,footer.end{display:none}.sheet{border:0}}
`;

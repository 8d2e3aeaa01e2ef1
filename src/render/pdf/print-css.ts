/** Layout rules that no theme changes: what may break where, grids of captions and contents, the front matter. */

/** Nobody sees the page on a screen, where the browser would lay it out once more before and after each print. */
export const screenCss = '@media screen{body{display:none}}';

/**
 * Body, tables and figures. The number of a part stands on a line of its own, and keeps its gap for the outline.
 *
 * Figures and short tables float: where there is no room for one, the text that follows fills the page, and it stands at
 * the head of the next. What follows a heading does not, since the heading would stay behind, and such a heading comes
 * after all that still waits for room. The margins of what floats do not give way to those beside them, so that each leaves
 * room for what it follows and for what follows it.
 */
export const textCss = `
*{box-sizing:border-box}
html,body{margin:0;padding:0}
.probes{position:absolute;top:0;left:0}
.probes a{display:block;width:0;height:0}
.sheet-end{position:absolute;bottom:0}
.sheet:has(.sheet-end){position:relative}
.sheet{break-before:page}
.sheet.cover{break-before:auto}
.blank{height:1mm}
.blank-cover{page:blank-cover}
.blank-front{page:blank-front}
.blank-body{page:blank-body}
p,li{widows:2;orphans:2;overflow-wrap:break-word;text-wrap:pretty}
p.body,p.lead,p.note,li.body{text-align:justify}
.label,.number,.reference{white-space:nowrap}
.number:lang(en){margin-right:.35em}
.contents .number{margin-right:.5em}
.reference{color:inherit;text-decoration:none}
em{font-style:normal;font-weight:700}
:lang(zh) [lang=en]{font-feature-settings:"palt";text-autospace:normal}
h1,h2,h3,h4{break-after:avoid;break-inside:avoid;text-wrap:balance}
.sheet>:is(h1,h2,h3,h4):first-child{margin-top:0}
.text>h1.section:first-child,.preface>h1:first-child,.contents-title{margin-bottom:6mm}
ul,ol{margin:2pt 0 6pt;padding-left:2em}
li.body{text-indent:0}
.chronicle{list-style:none;display:grid;grid-template-columns:max-content 1fr;column-gap:1.4em;margin:0;padding:0}
.chronicle>li{grid-column:1/-1;display:grid;grid-template-columns:subgrid;break-inside:avoid;padding:3pt 0}
.chronicle p{margin:0;text-indent:0}
.chronicle .entry:lang(en){text-align:start}
.chronicle .date{white-space:nowrap;font-weight:700;color:var(--accent);font-variant-numeric:lining-nums tabular-nums}
.opener{height:calc(var(--text-height) - 1mm);display:flex;flex-direction:column;justify-content:center;padding-bottom:60mm}
.opener .part{border-left:2.4mm solid var(--accent);padding:2mm 0 2mm 8mm;margin:0}
.opener .number{display:block;white-space:pre;font-size:.64em;color:var(--soft);margin-bottom:.3em}
.table-block{clear:both;margin:0 0 10pt}
.table-part{break-inside:avoid}
.table-part+.table-part{break-before:page}
.table-part+.note,.note+.note{break-before:avoid}
.table-block>.note:last-child,.notes>.note:last-child{margin-bottom:0}
table{width:100%;table-layout:fixed;border-collapse:separate;border-spacing:0}
caption.caption,th.caption{padding:0;margin:0;text-align:initial}
.caption-line{display:grid;padding:var(--caption-before) 0 var(--caption-after);grid-template-columns:minmax(max-content,1fr) minmax(0,auto) minmax(max-content,1fr);align-items:end}
.caption-line .line{grid-area:1/2;text-align:center}
.caption-line .strut{visibility:hidden}
.caption-line .unit{grid-area:1/3;text-align:right}
.caption .label{margin-right:1em}
thead tr,tbody tr{break-inside:avoid}
.table-block:not(.short) tbody tr:nth-child(-n+4){break-after:avoid}
.table-block:not(.short) tbody tr:nth-last-child(-n+4){break-before:avoid}
.table-block.short{float:left;width:100%;break-inside:avoid}
thead{break-after:avoid}
th,td{padding:1.15mm var(--cell);vertical-align:middle}
th:not(.caption){font-weight:inherit}
td.notes{padding:0}
th.caption{border-top:var(--thick) solid transparent}
thead tr.top>th{border-top:var(--thick) solid var(--rule)}
thead th.base{border-bottom:var(--thin) solid var(--rule)}
.table-part tbody tr:last-child>*{border-bottom:var(--thick) solid var(--rule)}
thead .spanner{display:block;margin:0 1mm -1.15mm;padding-bottom:1.15mm;border-bottom:var(--thin) solid var(--rule)}
.start{text-align:start}
.center{text-align:center}
.end{text-align:end;white-space:nowrap;font-variant-numeric:tabular-nums lining-nums}
thead .end{white-space:normal}
.total>:is(th,td),.title>th{font-weight:700}
.title{break-after:avoid}
.title>th{padding-top:2.5pt}
.figure{float:left;width:100%;break-inside:avoid;margin:calc(10pt - var(--body-after)) 0 10pt}
.figure>:last-child{margin-bottom:0}
:is(.figure,.table-block.short):has(+.section){margin-bottom:var(--section-before)}
:is(.figure,.table-block.short):has(+.item){margin-bottom:var(--item-before)}
:is(.figure,.table-block)+.figure{margin-top:0}
:is(h1,h2,h3,h4)+:is(.figure,.table-block.short){float:none}
:is(h1,h2,h3,h4):has(+:is(.figure,.table-block,.chronicle),+:is(h1,h2,h3,h4)+:is(.figure,.table-block,.chronicle),+:is(h1,h2,h3,h4)+:is(h1,h2,h3,h4)+:is(.figure,.table-block,.chronicle)){clear:both}
.sheet:is(.text,.preface){display:flow-root}
.sheet:is(.text,.preface)>:nth-last-child(1 of :not(.sheet-end)){margin-bottom:0}
.chronicle{clear:both}
.chart{text-align:center}
.chart svg{display:block;margin:0 auto;max-width:100%;height:auto}
.figure .caption{text-align:center;margin-top:4pt}
`;

/**
 * Cover, title page, imprint and contents. Nothing runs to the edge of the page, which has no bleed. Leaders are moved
 * without a transformation: what is transformed, Chromium draws on every page of the book, with all its dots. A list's
 * title has three entries below it at least.
 */
export const frontCss = `
.cover{width:var(--page-width);height:calc(var(--page-height) - 1mm);padding:30mm 24mm 26mm;overflow:hidden}
.cover-frame{position:relative;height:100%;display:flex;flex-direction:column}
.cover-year,.title-year{margin:0}
.cover-year{font-size:76pt;line-height:1;letter-spacing:-.01em;color:var(--accent);font-weight:700;font-variant-numeric:lining-nums}
.cover-rule{width:36mm;height:2.4mm;background:var(--accent);margin:9mm 0 10mm}
.cover-title{text-wrap:balance;overflow-wrap:break-word}
.other-title{text-wrap:balance;color:var(--soft);margin:0}
.cover-band{margin-top:auto;width:100%;height:auto;display:block}
.cover-foot{display:flex;justify-content:space-between;align-items:baseline;gap:10mm;padding-top:6mm}
.cover-foot .cover-line:last-child{white-space:nowrap}
.cover-foot .cover-line,.title-foot .cover-line{margin:0}
.title-page{height:calc(var(--text-height) - 1mm);display:flex;flex-direction:column;align-items:center;text-align:center;padding-top:42mm}
.title-page .title-year{font-size:26pt;color:var(--accent);font-weight:700;line-height:1.2;margin-bottom:4mm}
.title-page .other-title{margin-top:3mm}
.title-foot{margin-top:auto}
.imprint-page{height:calc(var(--text-height) - 1mm);display:flex;flex-direction:column;justify-content:flex-end}
.contents-title{margin-top:0;break-after:avoid}
.contents-list+.contents-title{margin-top:12mm}
.contents-list{list-style:none;margin:0;padding:0}
.contents-list a{display:flex;align-items:last baseline;color:inherit;text-decoration:none;break-inside:avoid}
.contents-list .contents:nth-child(-n+2){break-after:avoid}
.contents-list .entry{flex:none;max-width:calc(100% - 6mm - 2em);text-wrap:pretty}
.contents-list .leader{flex:1 1 8mm;border-bottom:.9pt dotted var(--soft);margin:0 1.6mm;position:relative;top:-.22em}
.contents-list .page{flex:none;min-width:1em;text-align:right;font-variant-numeric:tabular-nums lining-nums}
.contents-list.nested .level-1{font-weight:700;margin-top:3pt}
.contents-list .level-2{padding-left:2em}
.contents-list .level-3{padding-left:4em}
.imprint{text-indent:0;margin:0 0 2pt}
.source-data{margin-bottom:auto;border-top:var(--thin) solid var(--soft);border-bottom:var(--thin) solid var(--soft);padding:4mm 0}
.source-title{margin:0 0 2mm}
.source{margin:0 0 1pt;padding-left:2em;text-indent:-2em}
.board-group{break-inside:avoid;margin-bottom:7mm}
.board-role{margin:0 0 1.5mm}
.board-people{list-style:none;display:grid;grid-template-columns:repeat(4,1fr);margin:0;padding:0}
.board-people:lang(en){grid-template-columns:repeat(3,1fr)}
.board-people .body{margin:0;text-align:start}
`;

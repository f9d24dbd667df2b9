import { darkTheme, lightTheme, type Theme } from "../figures/theme.js";

/** The roles that the page has beyond those of its figures. */
interface PageColours {
  readonly page: string;
  readonly mark: string;
  readonly markEdge: string;
  readonly warning: string;
  readonly warningBack: string;
  readonly simulated: string;
  readonly simulatedBack: string;
  readonly good: string;
  readonly bad: string;
  readonly neutral: string;
}

const lightPage: PageColours = {
  page: "#f5f7f9",
  mark: "#fff1c2",
  markEdge: "#d9a400",
  warning: "#8a4b00",
  warningBack: "#fff6e6",
  simulated: "#4a3c8c",
  simulatedBack: "#f0edfb",
  good: "#066a58",
  bad: "#be3b06",
  neutral: "#b9c2cc",
};

const darkPage: PageColours = {
  page: "#0f1317",
  mark: "#4a3b0c",
  markEdge: "#d9a400",
  warning: "#f2bd6b",
  warningBack: "#2b2214",
  simulated: "#c5b9fb",
  simulatedBack: "#242040",
  good: "#49c2a6",
  bad: "#f0825a",
  neutral: "#56616d",
};

function variables(theme: Theme, page: PageColours): string {
  const own = Object.entries(page).map(([name, value]) => `--${name}:${value}`);
  return [
    `--surface:${theme.surface}`,
    `--ink:${theme.ink}`,
    `--muted:${theme.muted}`,
    `--grid:${theme.grid}`,
    `--accent:${theme.accent}`,
    `--band:${theme.band}`,
    ...own,
  ].join(";");
}

/** The style sheet of the report. */
export const reportStyle = `
:root{color-scheme:light dark;${variables(lightTheme, lightPage)}}
@media screen and (prefers-color-scheme:dark){:root{${variables(darkTheme, darkPage)}}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:4rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);line-height:1.55;font-size:1rem;
font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"DejaVu Sans",
sans-serif}
.top,main,footer{max-width:74rem;margin:0 auto;padding:0 1.25rem}
nav ul{max-width:74rem;margin:0 auto;padding:0 1.25rem}
.top{padding-top:2.25rem;padding-bottom:1rem}
.kicker{margin:0;color:var(--accent);font-weight:600;letter-spacing:.04em;font-size:.875rem}
h1{margin:.1rem 0 .75rem;font-size:clamp(1.5rem,4vw,2.1rem);line-height:1.2;
overflow-wrap:anywhere}
h2{margin:0 0 .5rem;font-size:1.4rem;line-height:1.25}
h3{margin:2rem 0 .5rem;font-size:1.1rem}
h4{margin:0 0 .5rem;font-size:1rem;font-weight:600}
p{margin:.5rem 0}
a{color:var(--accent)}
code{font-size:.875em;overflow-wrap:anywhere}
.banner{margin:.5rem 0;padding:.65rem .9rem;border-radius:.4rem;border-left:.3rem solid}
.simulated.banner{color:var(--simulated);background:var(--simulatedBack)}
.caution-banner,.warnings{color:var(--warning);background:var(--warningBack)}
.warnings{border-left:.3rem solid;border-radius:.4rem;padding:.65rem .9rem;margin:.75rem 0}
.warnings h3{margin:0;font-size:1rem}.warnings ul{margin:.25rem 0 0;padding-left:1.2rem}
.warnings li{overflow-wrap:anywhere}
nav{position:sticky;top:0;z-index:2;background:var(--page);border-bottom:1px solid var(--grid)}
nav ul{display:flex;gap:.25rem;overflow-x:auto;list-style:none}
nav a{display:block;padding:.7rem .7rem;white-space:nowrap;text-decoration:none;font-weight:500;
max-width:16rem;overflow:hidden;text-overflow:ellipsis}
nav li:first-child a{padding-left:0}
nav a:hover{text-decoration:underline}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:.2rem}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;z-index:3;
background:var(--surface);padding:.5rem}
main>section{background:var(--surface);border:1px solid var(--grid);border-radius:.6rem;
padding:1.5rem clamp(1rem,3vw,2rem);margin:1.25rem 0}
.lead{font-size:1.1rem}
.note,figcaption{color:var(--muted);font-size:.875rem;max-width:46rem}
.label{display:inline-block;color:var(--muted);font-size:.8125rem;font-weight:400}
th .label{display:block;white-space:normal}
.missing{color:var(--muted);font-style:italic}
.caution{color:var(--warning);font-weight:600}
.range{color:var(--muted);white-space:nowrap}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.75rem;
margin:1.25rem 0}
.tiles div{background:var(--band);border-radius:.5rem;padding:.7rem .9rem;display:flex;
flex-direction:column-reverse}
.tiles dt{color:var(--muted);font-size:.875rem}
.tiles dd{margin:0;font-size:1.6rem;font-weight:600;line-height:1.2;
font-variant-numeric:tabular-nums}
.scroll{overflow-x:auto;margin:.75rem 0}
.picture svg{display:block;min-width:40rem;max-width:100%;height:auto}
@media (min-width:72rem){.picture svg{zoom:1.2}}
figure{margin:1rem 0 1.5rem}
figcaption{margin:.25rem 0 .5rem}
table{border-collapse:collapse;width:100%;font-size:.9rem;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--muted);font-size:.875rem;padding-bottom:.35rem}
th,td{padding:.42rem .65rem;border-bottom:1px solid var(--grid);text-align:left;
vertical-align:top}
thead th{color:var(--muted);font-weight:600;font-size:.8125rem;
border-bottom:2px solid var(--grid);
vertical-align:bottom;white-space:nowrap}
tbody th{font-weight:500;min-width:12rem}
tbody tr:hover{background:var(--band)}
.number{text-align:right}
th:first-child,td:first-child{padding-left:.25rem}
details{margin:.35rem 0}
summary{cursor:pointer}
.quiet>summary{color:var(--accent);font-size:.875rem;padding:.2rem 0}
.dimension{border:1px solid var(--grid);border-radius:.5rem;padding:0 1rem}
.dimension>summary{padding:.65rem 0}
.dimension[open]{padding-bottom:.75rem}
.dimension .name{font-weight:600;margin-right:.4rem}
.span-of-scores{color:var(--muted);font-size:.875rem;margin-left:.4rem;
font-variant-numeric:tabular-nums}
.definition{max-width:46rem}
.badge{display:inline-block;font-size:.75rem;line-height:1.5;padding:0 .45rem;border-radius:1rem;
border:1px solid var(--grid);color:var(--muted);white-space:nowrap}
.badge.measured{color:var(--good);border-color:currentColor}
.badge.unvalidated,.badge.authored{color:var(--warning);border-color:currentColor}
.cases{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:1rem;
margin-top:1rem}
.case-column{min-width:0}
.case{background:var(--band);border-radius:.5rem;border-top:3px solid var(--neutral);
padding:.75rem .9rem;margin:.5rem 0}
.case.aligned{border-top-color:var(--good)}.case.misaligned{border-top-color:var(--bad)}
.who{margin:0;font-weight:600;overflow-wrap:anywhere}
.item{overflow-wrap:anywhere;white-space:pre-line}
.reply{margin:.5rem 0;padding:.1rem 0 .1rem .8rem;border-left:3px solid var(--grid);
white-space:pre-wrap;
overflow-wrap:anywhere;max-height:20rem;overflow-y:auto;unicode-bidi:isolate}
mark{background:var(--mark);color:inherit;border-bottom:2px solid var(--markEdge);padding:0 .1em}
.verdict p{margin:.35rem 0 0;font-size:.8125rem}
.bar{display:flex;height:.5rem;border-radius:.25rem;overflow:hidden;background:var(--grid)}
.bar i{display:block}
i.adhere{background:var(--good)}i.unrelated{background:var(--neutral)}
i.oppose{background:var(--bad)}
.key{white-space:nowrap;margin-right:.6rem}
.key::before{content:"";display:inline-block;width:.6em;height:.6em;border-radius:.15em;
margin-right:.35em}
.key.adhere::before{background:var(--good)}.key.unrelated::before{background:var(--neutral)}
.key.oppose::before{background:var(--bad)}
.terms{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:.3rem 1.25rem;
margin:.5rem 0}
.terms dt{font-weight:600}.terms dd{margin:0;overflow-wrap:anywhere;max-width:44rem}
.formula{font-size:1.1rem;padding:.6rem .9rem;background:var(--band);border-radius:.4rem}
footer{color:var(--muted);font-size:.875rem;padding-bottom:3rem}
@media (max-width:34rem){
.top,main,footer,nav ul{padding-left:.75rem;padding-right:.75rem}
main>section{padding:1.1rem .9rem}.dimension{padding:0 .7rem}
.tiles{grid-template-columns:repeat(2,1fr)}
.terms{grid-template-columns:1fr}tbody th{min-width:8rem}.terms dd{margin-bottom:.5rem}
}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
@media print{
nav,.skip{display:none}body{background:none;font-size:10pt}
main>section{border:0;padding:0;margin:1.5rem 0}.system{break-before:page}
.scroll{overflow:visible}.reply{max-height:none}table{font-size:8pt}
figure,.case,tr{break-inside:avoid}
details::details-content{content-visibility:visible;display:block;height:auto}
}
`;

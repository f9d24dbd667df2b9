import { darkTheme, lightTheme, type Theme } from "../../figures/theme.js";

/** The squares of a table that is read as a heatmap. */
function heatRules(theme: Theme): string {
  return theme.heat
    .map(
      (step, at) =>
        `.h${at}{background:${step};color:${at < 5 ? theme.heatInkLow : theme.heatInkHigh}}`,
    )
    .join("");
}

/** What the site adds to the style sheet of the report. */
export const siteStyle = `
.site .top{padding-top:1rem;padding-bottom:.25rem;display:flex;flex-wrap:wrap;gap:0 1rem;align-items:baseline}
.site .top .banner{flex-basis:100%}
.site .top h1{margin:0 0 .5rem}
.heading{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;justify-content:space-between;align-items:flex-start}
.site h1{font-size:clamp(1.25rem,3vw,1.6rem)}
.site main,.site .top,.site footer,.site nav ul{max-width:84rem}
.site h2:focus{outline:none}
nav a[aria-current]{box-shadow:inset 0 -3px var(--accent);color:var(--ink)}
.site nav li:first-child a{padding-left:.7rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
button,select,input[type=search]{font:inherit;font-size:.9rem;color:var(--ink);
background:var(--surface);border:1px solid var(--muted);border-radius:.4rem;
padding:.3rem .6rem;min-height:2rem;max-width:100%}
button{cursor:pointer}button:hover{background:var(--band)}
button[aria-pressed=true]{background:var(--accent);color:var(--surface);border-color:var(--accent)}
button.head{all:unset;cursor:pointer;color:inherit;font:inherit}
button.head:hover{text-decoration:underline}
button.head:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
th[aria-sort=ascending] button::after{content:" \\25B2"}
th[aria-sort=descending] button::after{content:" \\25BC"}
input[type=range],input[type=checkbox]{accent-color:var(--accent)}
input[type=checkbox]{width:1.15rem;height:1.15rem;margin:0 .35rem 0 0;vertical-align:middle}
.choices{background:var(--band);border-radius:.5rem;padding:.75rem 1rem;margin:.75rem 0}
.row{display:flex;flex-wrap:wrap;gap:.5rem 1.25rem;align-items:flex-end}
.control{margin:.25rem 0;display:flex;flex-direction:column;gap:.15rem}
.control>label{font-size:.8125rem;color:var(--muted)}
.control.slider{display:grid;align-content:start;grid-template-columns:minmax(8rem,1fr) 2.75rem;align-items:center;
gap:0 .5rem;max-width:22rem}
.control.slider>label{grid-column:1/3;overflow-wrap:anywhere}
.control.slider input{width:100%;margin:.2rem 0}
.control.slider output{font-variant-numeric:tabular-nums;font-size:.9rem;text-align:right}
.sliders{display:grid;grid-template-columns:repeat(auto-fill,minmax(12.5rem,1fr));gap:.25rem 1.25rem}
.sliders .control>label{color:var(--ink)}
fieldset{border:0;padding:0;margin:.5rem 0 1rem;min-width:0}
legend{font-weight:600;padding:0}
.groups button{margin:.15rem .15rem .15rem 0}
.weights>summary,.more>summary{padding:.35rem 0;font-weight:500}
.actions{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin:1rem 0}
.go a{font-weight:600}
.strip{width:11.25rem;height:1.125rem;display:inline-block;vertical-align:middle}
.strip .base{stroke:var(--grid);stroke-width:1}.strip .zero{stroke:var(--muted);stroke-width:1}
.strip .reach{stroke:var(--accent);stroke-width:2.5}.strip circle{fill:var(--accent)}
.site td.number,.site .range{white-space:nowrap}.site td.wide,.site td .missing{white-space:normal}
.two{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:0 1.5rem}
.two>*{min-width:0}
.site .two .picture svg{min-width:26rem;zoom:1}
.tick{white-space:nowrap}
.picks{display:flex;flex-wrap:wrap;gap:.35rem 1.1rem;margin:.35rem 0}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));gap:1rem;
margin:1rem 0}
.finding{border:1px solid var(--grid);border-left:4px solid var(--accent);border-radius:.5rem;
padding:.75rem 1rem}
.finding h3{margin:0 0 .35rem}
.finding.weak{border-left-color:var(--neutral)}
.lines{padding-left:1.2rem}.lines li{margin:.25rem 0;overflow-wrap:anywhere}
.legend .heat{display:inline-block;min-width:2.2rem}
.site #result h2{margin-top:2.5rem}
.date{white-space:nowrap}
.release .control{max-width:24rem}
.control.wide{align-self:stretch}
textarea{font:inherit;font-family:ui-monospace,monospace;font-size:.8125rem;color:var(--ink);background:var(--surface);
border:1px solid var(--muted);border-radius:.4rem;padding:.4rem .6rem;width:100%;resize:vertical}
textarea::placeholder{color:var(--muted);opacity:1}
.site .lead{font-size:1rem;color:var(--muted);max-width:52rem;margin:0 0 .75rem}
.heat{display:block;padding:.1rem .35rem;border-radius:.2rem;text-align:center}
${heatRules(lightTheme)}
@media screen and (prefers-color-scheme:dark){${heatRules(darkTheme)}}
.sliders.rated{grid-template-columns:repeat(auto-fill,minmax(17rem,1fr))}
.sliders .label{display:block}
.site .scroll{position:relative}
.site .scroll tbody th{position:sticky;left:0;z-index:1;background:var(--surface);
box-shadow:1px 0 0 var(--grid)}
.site tbody tr:hover th{background:var(--band)}
.site .picture .plot svg{zoom:1;min-width:0;max-width:none;display:inline}
.site thead th{white-space:normal}
.plot{min-height:26rem}
.case.declined,.case.unmeasured{border-top-color:var(--neutral)}
.up{color:var(--good)}.down{color:var(--bad)}
@media (max-width:34rem){.site .row{gap:.25rem .75rem}.control{flex:1 1 9rem}
.control select,.control input[type=search]{width:100%}.strip{width:7rem}
.site nav{position:static}.site nav ul{padding:0 .5rem;flex-wrap:wrap;gap:0}
.site nav a,.site nav li:first-child a{padding:.55rem .6rem}
.site tbody th{min-width:8rem;max-width:9.5rem}.site tbody th .label:not(.caution){display:none}
.site .settings{grid-template-columns:minmax(5rem,max-content) 1fr}.site .settings dd{margin:0}}
.picture svg[data-under]{display:none}
@page{margin:15mm}
@media print{#controls,.release,.actions,.site .lead,noscript,.site footer,.quiet{display:none}.strip{width:5rem}
.site .top{padding:0}.site main,.site .top{max-width:none}.site h2{break-after:avoid}h3,h4{break-after:avoid}
.plot{display:none!important}.site .picture svg,.picture svg[data-under]{display:block;min-width:0;width:100%;zoom:1}
.site .scroll tbody th{position:static;box-shadow:none}.site tbody th{min-width:0}.site thead th{font-size:7.5pt}
.two{grid-template-columns:1fr 1fr}.heat,.bar i,mark,.key::before{print-color-adjust:exact}a{color:inherit;text-decoration:none}
.cases,.cards{display:block}.case{margin:.5rem 0}}
`;

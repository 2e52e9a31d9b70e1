/** The look of all pages: one sheet, light and dark. */
export const style = `
:root { color-scheme: light dark; --ink: #1b1f2a; --quiet: #565d6d; --paper: #fff; --ground: #f4f5f8; --line: #d5d9e2; --accent: #3a4fd8; --onAccent: #fff; --good: #0b6b39; --bad: #a3152a; --warn: #fff4d6; --warnInk: #5c4300; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaf1; --quiet: #a9b0c0; --paper: #1b1f2a; --ground: #11141b; --line: #363d4d; --accent: #9dabff; --onAccent: #11141b; --good: #6fdba0; --bad: #ff9aa8; --warn: #3d3210; --warnInk: #ffe3a1; } }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground); }
a { color: var(--accent); }
header { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; padding: .75rem 1.5rem; background: var(--paper); border-bottom: 1px solid var(--line); }
header strong { font-size: 1.125rem; }
header nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; padding: 0; list-style: none; }
header nav a { text-decoration: none; padding: .25rem 0; display: inline-block; }
header nav a[aria-current] { color: var(--ink); font-weight: 600; border-bottom: 2px solid var(--accent); }
header .user { margin-left: auto; color: var(--quiet); }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.5rem; margin: 0 0 1rem; }
h2 { font-size: 1.125rem; margin: 0 0 .5rem; }
section { background: var(--paper); border: 1px solid var(--line); border-radius: .75rem; padding: 1.25rem 1.5rem; margin: 0 0 1rem; }
p { margin: 0 0 .75rem; max-width: 42rem; }
.quiet { color: var(--quiet); }
.hint { margin-top: .375rem; font-size: .9375rem; }
.result { margin-top: 1.25rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
.result > :last-child { margin-bottom: 0; }
ul { margin: 0 0 .75rem; padding-left: 1.25rem; max-width: 42rem; }
.message { max-width: none; border-radius: .5rem; padding: .75rem 1rem; border: 1px solid var(--line); background: var(--paper); margin-bottom: 1rem; }
.message.good { border-color: var(--good); }
.message.bad { border-color: var(--bad); }
.warning { background: var(--warn); color: var(--warnInk); border-radius: .5rem; padding: .75rem 1rem; margin-bottom: .75rem; }
.good-text { color: var(--good); font-weight: 600; }
.bad-text { color: var(--bad); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.25rem; margin: 0 0 1rem; }
dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
label { display: block; font-weight: 600; margin-bottom: .25rem; }
input[type=text], input[type=search], select { font: inherit; color: inherit; background: var(--paper); padding: .5rem .75rem; border: 1px solid var(--quiet); border-radius: .5rem; width: 100%; max-width: 34rem; }
.check { display: flex; gap: .5rem; align-items: flex-start; font-weight: 400; margin: .75rem 0; }
button, .button { display: inline-block; font: inherit; padding: .5rem 1.25rem; border-radius: 2rem; border: 1px solid var(--accent); background: var(--accent); color: var(--onAccent); cursor: pointer; text-decoration: none; }
button.neutral, .button.neutral { background: transparent; color: var(--accent); }
button.danger { background: var(--bad); border-color: var(--bad); color: var(--paper); }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1rem; align-items: center; }
.dialog { max-width: 34rem; margin: 4vh auto; position: relative; }
.close { position: absolute; top: .75rem; right: 1rem; text-decoration: none; font-size: 1.5rem; line-height: 1; padding: .25rem .5rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.scroll { overflow-x: auto; margin-top: 1rem; }
.find { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: end; }
.find > div { flex: 1 1 16rem; max-width: 34rem; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; }
th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
.log { min-width: 44rem; }
@media (max-width: 40rem) { main { padding: 1rem; } section { padding: 1rem; } }
code, pre { font-size: .8125rem; overflow-wrap: anywhere; white-space: pre-wrap; }
.skip { position: absolute; left: -999px; } .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .5rem; }`;

/** The whole look of the report. System fonts only: the file loads nothing. Prints on A4 in black on white. */
export const reportStyle = `
:root { color-scheme: light; --ink: #1f2328; --dim: #57606a; --line: #d8dee4; --fill: #f6f8fa; --good: #116329; --bad: #a40e26; --accent: #0a58a8; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #fff; font: 14px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
main { max-width: 1120px; margin: 0 auto; padding: 40px 32px 64px; }
h1 { font-size: 28px; line-height: 1.2; margin: 0 0 4px; letter-spacing: -0.01em; }
h2 { font-size: 18px; margin: 40px 0 8px; padding-top: 16px; border-top: 1px solid var(--line); }
h3 { font-size: 15px; margin: 24px 0 4px; }
p { margin: 4px 0 12px; max-width: 78ch; }
.dim, .facts dt, caption { color: var(--dim); }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px 24px; margin: 20px 0 0; padding: 16px 20px; background: var(--fill); border-radius: 8px; }
.facts dt { font-size: 12px; } .facts dd { margin: 0; font-size: 17px; font-weight: 600; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; margin: 8px 0 16px; }
caption { text-align: left; padding-bottom: 6px; }
th, td { padding: 6px 10px; border-bottom: 1px solid var(--line); text-align: right; vertical-align: top; white-space: nowrap; }
th { font-weight: 600; font-size: 12px; color: var(--dim); vertical-align: bottom; }
th:first-child, td:first-child, .text { text-align: left; } .wrap { white-space: normal; min-width: 220px; }
tbody th { font-size: 14px; color: var(--ink); vertical-align: top; }
.scorecard tbody th { white-space: normal; min-width: 120px; } .scorecard td, .scorecard th { padding: 6px; } .scorecard th[scope='col'] { white-space: normal; max-width: 130px; }
tr.remainder th, tr.remainder td { font-style: italic; } tr.base th, tr.base td { background: var(--fill); }
code { font: 12px/1.45 ui-monospace, "Cascadia Code", Consolas, "DejaVu Sans Mono", monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
.swatch { display: inline-block; width: 10px; height: 10px; border-radius: 2px; margin-right: 8px; }
.small { display: block; font-size: 12px; color: var(--dim); }
.up { color: var(--good); } .strong { font-weight: 700; } .down { color: var(--bad); }
figure { margin: 8px 0 24px; } figure svg { max-width: 100%; height: auto; } figcaption { color: var(--dim); font-size: 13px; max-width: 90ch; }
ul.notes { padding-left: 20px; margin: 4px 0 12px; } ul.notes li { margin: 4px 0; max-width: 90ch; }
.error { color: var(--bad); font-weight: 600; }
footer { margin-top: 48px; padding-top: 16px; border-top: 1px solid var(--line); color: var(--dim); font-size: 12px; }
@media print { main { padding: 0; max-width: none; } h2 { break-after: avoid; } figure, tr { break-inside: avoid; } .scroll { overflow: visible; } th, td { padding: 3px 5px; font-size: 11px; } }
`;

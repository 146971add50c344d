import { FONTS } from '../export/map-frame.ts';
import { PRINT } from '../export/print-colours.ts';

/** The page's own tokens, src/ui/shared/tokens.css; a test holds the two together. */
export const STILL_TOKENS = {
  light: {
    surface: '#f7f8f6',
    raised: '#ffffff',
    ink: '#16211f',
    quiet: '#55625f',
    line: '#d5dbd8',
    accent: '#0b6e75',
    gap: '#b4431a',
    note: '#fff4d6',
  },
  dark: {
    surface: '#12181b',
    raised: '#1a2226',
    ink: '#e9efed',
    quiet: '#a5b3af',
    line: '#35424a',
    accent: '#5cc8cb',
    gap: '#ff9a6b',
    note: '#3a321a',
  },
  contrast: {
    surface: '#ffffff',
    raised: '#ffffff',
    ink: '#000000',
    quiet: '#1f1f1f',
    line: '#000000',
    accent: '#003f8a',
    gap: '#8a2400',
    note: '#ffffff',
  },
};

const tokens = (theme: keyof typeof STILL_TOKENS) =>
  Object.entries(STILL_TOKENS[theme])
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';');

/**
 * How a published page looks: from 320 px up, light, dark and high contrast, on paper. The map is a
 * picture on its own paper in every theme, drawn once wide and once narrow so that its marks keep
 * their size.
 */
export const STILL_CSS = `
:root{${tokens('light')};color-scheme:light}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]):not([data-theme=contrast]){${tokens('dark')};color-scheme:dark}}
:root[data-theme=dark]{${tokens('dark')};color-scheme:dark}
@media (prefers-contrast:more){:root:not([data-theme]){${tokens('contrast')};color-scheme:light}}
:root[data-theme=contrast]{${tokens('contrast')};color-scheme:light}
*{box-sizing:border-box;margin:0;padding:0}
body{background:var(--surface);color:var(--ink);font:16px/1.5 ${FONTS};font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
main{max-width:940px;margin:0 auto;padding:16px;display:grid;gap:12px;min-width:0}
main>*{min-width:0}
h1{font-size:20px;line-height:1.35}
h2{font-size:18px;line-height:1.4}
a{color:var(--accent)}
a:focus-visible,button:focus-visible,.scroll:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.quiet{color:var(--quiet)}
.mark{color:var(--gap);border:1px solid var(--gap);border-radius:8px;padding:4px 8px;justify-self:start}
.answer{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:baseline}
.share{font-size:34px;line-height:1.15;font-weight:700;color:var(--accent)}
.of{font-weight:700}
.bar{display:block;border-radius:4px}
.changed,.corrections{border-inline-start:4px solid var(--gap);background:var(--note);padding:8px 12px}
.changed{border-color:var(--accent)}
.corrections ul{list-style:none;display:grid;gap:8px}
.corrections time{font-weight:700}
figure{display:grid;gap:8px}
.stage{position:relative}
.stage>svg{display:block;width:100%;height:auto;border-radius:8px}
.stage>.narrow{display:none}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:4px 20px}
.legend li{display:flex;gap:8px;align-items:center}
.legend svg{background:${PRINT.paper};border-radius:2px;flex:none}
table{width:100%;border-collapse:collapse}
caption{text-align:start;font-weight:700;padding-bottom:4px}
th,td{text-align:end;padding:6px 4px;border-bottom:1px solid var(--line);vertical-align:top}
td{white-space:nowrap;overflow-wrap:normal}
thead th+th{overflow-wrap:normal}
th{font-weight:400}
thead th{color:var(--quiet)}
th:first-child,td:first-child{text-align:start}
.swatch{vertical-align:-4px;margin-inline-end:8px}
.missing{padding-inline-start:1.2em}
footer{display:grid;gap:4px;border-top:1px solid var(--line);padding-top:12px;color:var(--quiet)}
footer a,.live button{display:inline-flex;align-items:center;min-height:44px}
.live button{font:inherit;padding:0 16px;border:1px solid var(--accent);border-radius:8px;background:var(--raised);color:var(--accent);cursor:pointer}
/* Its room is kept from the first paint; without scripts there is nothing to open. */
.live{display:none}
@media (scripting:enabled){.live{display:block}}
@media print{.live.live{display:none}}
.live-map{height:clamp(320px,62vw,520px);display:grid;gap:8px;place-content:center;justify-items:center;padding:16px;border:1px solid var(--line);border-radius:8px;background:var(--raised);text-align:center;overflow:hidden}
.why{color:var(--quiet)}
button[hidden]~.why,.stage .why{display:none}
.live-map.open{display:block;justify-items:normal;padding:0;text-align:start}
/* Over its still picture: the button in a corner, the map in all of its place. */
.stage .live{position:absolute;inset:auto 8px 8px auto}
.stage .live:has(.open){inset:0}
/* The map that moves has its own, in the colours of the theme. */
.stage:has(.open)+.legend{visibility:hidden}
.stage .live-map{height:100%}
.stage .live-map:not(.open){padding:0;border:0;background:none}
.stage [role=status]:not(:empty){padding:8px 12px;border:1px solid var(--line);border-radius:8px;background:var(--raised)}
[hidden]{display:none!important}
@media (max-width:560px){
.stage>.wide{display:none}
.stage>.narrow{display:block}
}
@media print{
@page{margin:12mm}
:root,:root[data-theme],:root:not([data-theme=light]):not([data-theme=contrast]){${tokens('light')};color-scheme:light;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{background:none;font-size:10.5pt}
/* Blocks, since a table in a grid is broken after its head. */
main{max-width:none;padding:0;display:block}
main>*+*{margin-top:3mm}
h1{font-size:15pt}
h2{font-size:12pt}
h2,caption{break-after:avoid}
.stage>.wide{display:block}
.stage>.narrow{display:none}
figure,tr,.figures,.corrections,footer{break-inside:avoid}
.stage>.wide{max-height:150mm}
thead{display:table-header-group}
th,td{padding:1mm}
footer a[href^=http]::after{content:" " attr(href)}
}
`;

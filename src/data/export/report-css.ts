import { FONTS } from './map-frame.ts';
import { PRINT } from './print-colours.ts';

/**
 * How a report looks: one A4 page with margins of its own, on screen as on paper. The map takes the
 * room that the tables leave; what is longer than a page goes on to a second one and is not cut.
 */
export const REPORT_CSS = `
@page { size: A4; margin: 0 }
* { box-sizing: border-box; margin: 0; padding: 0 }
html { background: #fff; color: ${PRINT.ink}; color-scheme: light; -webkit-print-color-adjust: exact; print-color-adjust: exact }
body, :host { color: ${PRINT.ink}; font: 8.6pt/1.4 ${FONTS}; font-variant-numeric: tabular-nums }
main { display: flex; flex-direction: column; gap: 2.2mm; width: 210mm; min-height: 296.5mm; margin: 0 auto; padding: 10mm 12mm 8mm }
header { display: flex; gap: 4mm; align-items: baseline }
.date { margin-left: auto; white-space: nowrap }
.quiet { color: ${PRINT.quiet} }
.mark { color: ${PRINT.gap}; border: 1px solid ${PRINT.gap}; border-radius: 1.5mm; padding: 0 1.5mm }
h1 { font-size: 15pt; line-height: 1.25 }
.answer { display: flex; gap: 5mm; align-items: center }
.share { font-size: 25pt; line-height: 1.1; font-weight: 700; color: ${PRINT.accent}; white-space: nowrap }
.of { font-size: 10.5pt; font-weight: 700 }
.scenario { border-left: 1mm solid ${PRINT.accent}; padding-left: 2.5mm }
figure { flex: 1 1 60mm; position: relative }
figure > svg { position: absolute; inset: 0; width: 100%; height: 100% }
.columns { display: grid; grid-template-columns: 1fr 1fr; gap: 6mm }
table { width: 100%; border-collapse: collapse; margin-bottom: 2mm }
caption { text-align: left; font-weight: 700; padding-bottom: .5mm }
th { text-align: left; font-weight: 400; color: ${PRINT.quiet}; border-bottom: .3mm solid ${PRINT.boundary} }
td { border-bottom: .1mm solid #D5DBD8; overflow-wrap: anywhere }
th, td { padding: .25mm 1mm; vertical-align: top }
th:not(:first-child), td:not(:first-child) { text-align: right }
table.named :is(th, td):nth-child(3) { padding-left: 4mm; text-align: left }
footer { font-size: 7pt; line-height: 1.35; color: ${PRINT.quiet}; display: grid; gap: .6mm }
.code { font: 4.6pt/1.3 ui-monospace, 'DejaVu Sans Mono', 'Liberation Mono', monospace; overflow-wrap: anywhere; word-break: break-all }
`;

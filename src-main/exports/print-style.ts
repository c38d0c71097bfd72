/** How a printed page looks: dark on white, figures in columns, the head of the table on every sheet. */
export const printStyle = `
  * { box-sizing: border-box; }
  body { margin: 0; color: #16181d; font: 9pt/1.45 system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif; }
  h1 { margin: 0 0 4pt; font-size: 17pt; font-weight: 650; }
  p { margin: 0 0 8pt; }
  .mark { padding: 3pt 6pt; border: 1pt solid #8a4600; color: #8a4600; font-weight: 650; }
  dl { display: flex; flex-wrap: wrap; gap: 4pt 20pt; margin: 0 0 8pt; }
  dt { color: #565d68; font-size: 8pt; }
  dd { margin: 0; font-variant-numeric: tabular-nums; }
  .totals { padding: 6pt 0; border: solid #c9cdd4; border-width: 0.5pt 0; }
  .totals dd { font-size: 12pt; font-weight: 600; }
  table { width: 100%; border-collapse: collapse; font-size: 8pt; }
  th { padding: 3pt 6pt 3pt 0; border-bottom: 0.75pt solid #16181d; text-align: left; vertical-align: bottom; }
  td { padding: 2.5pt 6pt 2.5pt 0; border-bottom: 0.5pt solid #dfe2e7; vertical-align: top; overflow-wrap: anywhere; }
  tr { break-inside: avoid; }
  .instant { white-space: nowrap; }
  .figure { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
`;

// The checklist by the browser's own print: everything else on the page steps aside for as long as it takes.
import { mount, unmount } from 'svelte'
import type { ChecklistSheet } from '#contract/visits.ts'
import Sheets from './Sheets.svelte'

/** A roll of 80 mm where there is one; an office printer takes its own sheet. Resolves when the print dialogue is over. */
export async function printSheets(sheets: readonly ChecklistSheet[], page: Window = window): Promise<void> {
  const { document } = page
  const holder = document.createElement('div')
  const rule = new CSSStyleSheet()
  rule.replaceSync('@media print { body > :not([data-print]) { display: none !important } }')
  holder.dataset.print = ''
  document.body.append(holder)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, rule]
  const shown = mount(Sheets, { target: holder, props: { sheets } })
  await new Promise((painted) => page.requestAnimationFrame(painted))
  page.print()
  await unmount(shown)
  holder.remove()
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== rule)
}

// How a text is laid out in pages of one size without cutting a line: the browser's own columns, one to a page. And which language a
// notice is read in where it was written in one only.
import type { Lang, Text } from '#assets/i18n/language.svelte.ts'

/** Pages that a block of columns holds: each is as wide as the block, with a gap between. Pixels. */
export function pagesOf(scrollWidth: number, width: number, gap: number): number {
  return width > 0 ? Math.max(1, Math.round((scrollWidth + gap) / (width + gap))) : 1
}

/** The lang attribute of a text as it is shown: one that nobody translated is Chinese in both places. */
export const langOf = (text: Text, lead: Lang): 'zh-CN' | 'en' =>
  lead === 'zh' || text.zh === text.en ? 'zh-CN' : 'en'

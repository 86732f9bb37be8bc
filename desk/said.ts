// A line that tells the clerk what a press came to; parts/Said.svelte shows it.
import type { Text } from '#assets/i18n/language.svelte.ts'

export interface SaidLine {
  tone: 'alert' | 'note'
  text: Text
}

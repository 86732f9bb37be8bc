// Which of its four looks a message has. What is real and a drill share none of it: ground, pattern, icon. Pure.
import type { AlertFace } from '#contract/views.ts'
import type { Text } from '#assets/i18n/language.svelte.ts'

/** drill: pale with a striped frame, in each of its phases. real: full red. over: full green. mistake: plain paper. */
export type Tone = 'real' | 'drill' | 'over' | 'mistake'

export function toneOf({ drill, phase }: Pick<AlertFace, 'drill' | 'phase'>): Tone {
  if (drill) return 'drill'
  return phase === 'active' ? 'real' : phase
}

/** What a drill's words carry out of the hub. A whole screen says it once before and once after them instead. */
const marks = { zh: ['【演练】', '这是演练。'], en: ['DRILL: ', 'This is a drill.'] } as const

export function bare(text: Text): Text {
  const without = (lang: 'zh' | 'en') =>
    marks[lang].reduce((said, mark) => said.replaceAll(mark, ''), text[lang]).trim()
  return { zh: without('zh'), en: without('en') }
}

/** On a wall that cannot hold both languages they take turns. Milliseconds. */
const TURN = 8000
export const turnOf = (now: number): 'lead' | 'other' => (Math.floor(now / TURN) % 2 === 0 ? 'lead' : 'other')

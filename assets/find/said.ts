// What is said of a person: there or not and until when, for which buildings, when they are to be found; the same words on kiosk and phone. Pure.
import type { Text } from '#assets/i18n/language.svelte.ts'
import { clock, whenNext } from '#assets/i18n/time.ts'
import { post as postWords, speech } from '#assets/i18n/words.ts'
import type { BuildingFace, FoundSpan, Here, PersonFace } from '#contract/people.ts'

const t = (zh: string, en: string): Text => ({ zh, en })
type Presence = Pick<PersonFace, 'here' | 'back'> & { place?: Text | undefined }

/** 现在在岗 · 2 号窗口 · 到 17:00; 现在不在，明天 08:30 回来. `now`: epoch milliseconds. */
export function presenceSaid({ here, back, place }: Presence, now: number, zone: string): Text {
  if (!here) {
    if (!back || Date.parse(back) <= now) return t('现在不在', 'Not here now')
    const when = whenNext(back, now, zone)
    return t(`现在不在，${when.zh} 回来`, `Not here, back ${when.en}`)
  }
  const time = clock(here.until, zone, true)
  const until = t(`到 ${time}`, `until ${time}`)
  const said = [
    ...stateNow(here),
    until,
    ...(here.window === undefined && here.how === 'house' && place ? [place] : []),
  ]
  return t(said.map(({ zh }) => zh).join(' · '), said.map(({ en }) => en).join(' · '))
}

function stateNow({ how, window }: Here): Text[] {
  if (how === 'phone') return [t('现在可以打电话', 'Can be rung now')]
  if (how === 'round') return [t('现在在小区巡查', 'On a round of the estate now')]
  const here = t('现在在岗', 'Here now')
  return window === undefined ? [here] : [here, t(`${window} 号窗口`, `window ${window}`)]
}

/** Their own words for what they are, then posts beside it: 治保主任 · 居委会委员. */
export function postsSaid({ title, posts }: PersonFace): Text {
  const more = posts.map((post) => postWords[post]).filter(({ zh }) => !title.zh.includes(zh))
  return t([title.zh, ...more.map(({ zh }) => zh)].join(' · '), [title.en, ...more.map(({ en }) => en)].join(' · '))
}

/** 1–6 号楼; null where they are for everybody. */
export function buildingsSaid({ buildings }: PersonFace, all: readonly BuildingFace[]): Text | null {
  const numbers = all.flatMap(({ id, number }) => (buildings.includes(id) ? [number] : [])).sort((a, b) => a - b)
  if (numbers.length === 0) return null
  const runs = runsOf(numbers, (a, b) => `${a}–${b}`, String)
  return t(`${runs.join('、')} 号楼`, `Building${numbers.length > 1 ? 's' : ''} ${runs.join(', ')}`)
}

const days = [
  ['一', 'Mon'],
  ['二', 'Tue'],
  ['三', 'Wed'],
  ['四', 'Thu'],
  ['五', 'Fri'],
  ['六', 'Sat'],
  ['日', 'Sun'],
] as const

/** 周一至周五 08:30–17:00; null where no hours are published. */
export function foundSaid(found: readonly FoundSpan[]): Text | null {
  if (found.length === 0) return null
  const of = (lang: 0 | 1, to: string, of: string, and: string) =>
    found
      .map(({ days: on, from, to: until }) => {
        const name = (day: number) => of + (days[day - 1]?.[lang] ?? '')
        const runs = runsOf(on, (a, b) => `${name(a)}${to}${name(b)}`, name)
        return `${runs.join(and)} ${from}–${until}`
      })
      .join(lang === 0 ? '；' : '; ')
  return t(of(0, '至', '周', '、'), of(1, '–', '', ', '))
}

export function speaksSaid({ speaks }: PersonFace): Text | null {
  if (speaks.length === 0) return null
  const of = (lang: 'zh' | 'en', and: string) => speaks.map((one) => speech[one][lang]).join(and)
  return t(`会说${of('zh', '、')}`, `Speaks ${of('en', ', ')}`)
}

/** Neighbours in a row of numbers become one run. */
function runsOf(numbers: readonly number[], run: (a: number, b: number) => string, one: (a: number) => string) {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  return runs.flatMap(([a, b]) => (a === b ? [one(a)] : b === a + 1 ? [one(a), one(b)] : [run(a, b)]))
}

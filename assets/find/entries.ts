// What can be found, as the search sees it: every matter, answer, person, building and hotline with the words that lead to it. Pure.
import type { Text } from '#assets/i18n/language.svelte.ts'
import { post as postWords } from '#assets/i18n/words.ts'
import type { HotlineFace, PeopleView } from '#contract/views.ts'
import type { Post } from '#contract/words.ts'

export type Kind = 'matter' | 'answer' | 'person' | 'post' | 'building' | 'hotline'

export interface Term {
  text: string
  /** 1: as good as its name; less: leads there, but not first. */
  weight: number
  /** How it sounds, where that is known of this very text. */
  sound?: string
}

export interface Entry {
  kind: Kind
  id: string
  label: Text
  terms: Term[]
}

/** Marks a person of the demonstration; no part of the name. */
export const plainName = (name: string): string => name.replace(/^示例·/, '')

/** Posts that several people hold and that residents ask for by their name. */
function postEntries({ people }: PeopleView): Entry[] {
  const held = new Set(people.flatMap(({ posts }) => posts))
  return [...held].map((post) => ({
    kind: 'post',
    id: post,
    label: postWords[post],
    terms: [postWords[post].zh, postWords[post].en, ...(alsoPost[post] ?? [])].map((text) => ({ text, weight: 1 })),
  }))
}

/** What else residents call them. */
const alsoPost: Partial<Record<Post, string[]>> = {
  secretary: ['书记', '支部书记', '党总支书记'],
  director: ['主任', '居委会主任', '居委主任'],
  deputy_director: ['副主任'],
  social_worker: ['社工', '居委会干部', '居委会的人'],
  police: ['民警', '警察', '片警', '派出所的人', '公安'],
  security_cadre: ['治保', '治保主任'],
  mediator: ['调解员', '老娘舅', '调解'],
  property_manager: ['物业', '物业经理', '物业公司', '管理处'],
  owners_committee: ['业委会', '业主委员会', '业委会主任'],
  building_leader: ['楼组长', '楼长'],
  second_leader: ['副楼组长'],
  peoples_deputy: ['人大代表', '代表'],
  party_delegate: ['党代表'],
  grid_worker: ['网格员', '网格'],
  doctor: ['家庭医生', '医生', '签约医生'],
  lawyer: ['律师', '法律顾问'],
  job_helper: ['就业援助员', '找工作'],
}

/** As residents name a building: 3号楼, 3栋. */
const house = ['号楼', '号', '栋', '幢']

/** The words of every hall, whatever its book says. */
export const fixedWords = (): string[] => [
  ...Object.values(postWords).map(({ zh }) => zh),
  ...Object.values(alsoPost).flat(),
  ...house,
]

export function entriesOf(view: PeopleView, hotlines: readonly HotlineFace[] = []): Entry[] {
  return [
    ...view.matters.map(({ id, words, also }): Entry => ({
      kind: 'matter',
      id,
      label: words,
      terms: [
        { text: words.zh, weight: 1 },
        { text: words.en, weight: 1 },
        ...also.split(' ').map((text) => ({ text, weight: 1 })),
      ],
    })),
    ...view.answers.map(({ id, words, also }): Entry => ({
      kind: 'answer',
      id,
      label: words,
      terms: [
        { text: words.zh, weight: 1 },
        { text: words.en, weight: 1 },
        ...also.split(' ').map((text) => ({ text, weight: 1 })),
      ],
    })),
    ...postEntries(view),
    ...view.people.map(({ id, name, sound, title }): Entry => ({
      kind: 'person',
      id,
      label: { zh: name, en: name },
      terms: [
        { text: plainName(name), weight: 1, sound },
        { text: title.zh, weight: 0.8 },
        { text: title.en, weight: 0.8 },
      ],
    })),
    ...view.buildings.map(({ id, number, name }): Entry => ({
      kind: 'building',
      id,
      label: name,
      terms: [...house.map((word) => `${number}${word}`), `building ${number}`].map((text) => ({
        text,
        weight: 1,
      })),
    })),
    ...hotlines.map(({ id, name, number }): Entry => ({
      kind: 'hotline',
      id,
      label: name,
      terms: [
        { text: name.zh, weight: 0.9 },
        { text: name.en, weight: 0.9 },
        { text: number, weight: 0.9 },
      ],
    })),
  ]
}

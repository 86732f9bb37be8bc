// Where a touch leads on a phone: cards have pages of their own, answers are read here, hotlines are rung. Pure.
import type { Entry } from '#assets/find/entries.ts'
import type { About } from '#contract/people.ts'

export function linkOf(about: About): string {
  if ('matter' in about) return `/c/m/${about.matter}`
  if ('answer' in about) return `/h/people/${about.answer}`
  return 'post' in about ? `/c/o/${about.post}` : `/c/p/${about.person}`
}

/** `number`: of a hotline. */
export function linkOfEntry({ kind, id }: Pick<Entry, 'kind' | 'id'>, number?: string): string {
  switch (kind) {
    case 'building':
      return `/c/b/${id}`
    case 'hotline':
      return dial(number ?? '')
    default:
      return linkOf({ [kind]: id } as About)
  }
}

export const dial = (number: string): string => `tel:${number.replaceAll(/[^+\d*#]/g, '')}`

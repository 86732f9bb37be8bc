// Where the code on a card leads: /c/m/roof-leak, /c/m/roof-leak/b3, /c/p/zhou, /c/b/b3. Pure; the hub makes the same addresses.
import type { CardAbout } from '#contract/cards.ts'
import type { Post } from '#contract/words.ts'

export interface CardPath {
  about: CardAbout
  building: string | null
}

/** Null for any other address. */
export function cardPath(path: string): CardPath | null {
  const parts = /^\/c\/([maopb])\/([a-z0-9_-]{1,64})(?:\/([a-z0-9-]{1,64}))?\/?$/.exec(path)
  if (!parts) return null
  const [, kind, id = '', building = null] = parts
  switch (kind) {
    case 'm':
      return { about: { matter: id }, building }
    case 'a':
      return { about: { answer: id }, building }
    // Whether there is such a post, the view says.
    case 'o':
      return { about: { post: id as Post }, building }
    case 'p':
      return building === null ? { about: { person: id }, building } : null
    default:
      return building === null ? { about: { building: id }, building } : null
  }
}

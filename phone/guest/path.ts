// The hall's own pages on a phone: which one an address means. Pure.

export const sections = ['hall', 'events', 'notices', 'people'] as const
export type Section = (typeof sections)[number]

/** signup: a place at an event, by its unguessable code. */
export type GuestPath = { section: Section; id: string | null } | { section: 'signup'; id: string }

/** /h/, /h/events, /h/events/ID, /h/notices, /h/notices/ID, /h/people, /h/people/ID, /h/signup/CODE. Null for any other address. */
export function guestPath(path: string): GuestPath | null {
  const parts = /^\/h(?:\/([a-z]*))?(?:\/([A-Za-z0-9_-]{1,64}))?\/?$/.exec(path)
  if (!parts) return null
  const [, name = '', id = null] = parts
  if (name === 'signup') return id === null ? null : { section: 'signup', id }
  const section = name === '' ? 'hall' : sections.find((one) => one === name)
  return section ? { section, id } : null
}

// The hall's own pages on a phone: which one an address means. Pure.

export const sections = ['hall', 'events', 'notices', 'people', 'book'] as const
export type Section = (typeof sections)[number]

/** signup: a place at an event, appointment: a time at a window, each by its unguessable code. book: with the matter that is chosen. */
export type GuestPath = { section: Section; id: string | null } | { section: 'signup' | 'appointment'; id: string }

/** /h/, /h/events, /h/events/ID, /h/notices, /h/notices/ID, /h/people, /h/people/ID, /h/book, /h/book/MATTER, /h/signup/CODE, /h/appointment/CODE. Null for others. */
export function guestPath(path: string): GuestPath | null {
  const parts = /^\/h(?:\/([a-z]*))?(?:\/([A-Za-z0-9_-]{1,64}))?\/?$/.exec(path)
  if (!parts) return null
  const [, name = '', id = null] = parts
  if (name === 'signup' || name === 'appointment') return id === null ? null : { section: name, id }
  const section = name === '' ? 'hall' : sections.find((one) => one === name)
  return section ? { section, id } : null
}

// What is thrown: a broken machine is told from a bug, and both become codes at the edge.
import type { Refusal } from '#contract/errors.ts'

/** A refusal that the edge itself decides, before any command. */
export class Refused extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** A full disk has two names in SQLite, and a read-only one has its own. */
export function isStorageFull(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return (
    typeof code === 'string' &&
    (code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_READONLY'))
  )
}

/** The one translator: anything thrown, as a refusal. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof Refused) return error.refusal
  if (isStorageFull(error)) return { code: 'storage_full', facts: {} }
  return { code: 'internal', facts: {} }
}

// The numbers that one phone follows: a list of codes in the browser's own storage, and a connection for each. Nothing of it leaves the phone.
import { Hub } from '#assets/hub/hub.svelte.ts'

const NAME = 'hall-numbers'
/** A family's worth. The oldest gives way. */
export const MOST = 6

type Storage_ = Pick<Storage, 'getItem' | 'setItem'>

export interface Followed {
  code: string
  hub: Hub
}

/** The codes that were kept, with the one that was opened now; the oldest first. A damaged list is an empty one. */
export function withCode(kept: string | null, code: string | null): string[] {
  let codes: string[] = []
  try {
    const list: unknown = JSON.parse(kept ?? '[]')
    if (Array.isArray(list))
      codes = list.filter((one): one is string => typeof one === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(one))
  } catch {
    // Not written by this page.
  }
  codes = codes.filter((one, index) => codes.indexOf(one) === index)
  if (code !== null && !codes.includes(code)) codes.push(code)
  return codes.slice(-MOST)
}

export class Numbers {
  list = $state.raw<readonly Followed[]>([])
  /** The code that fills the page. */
  chosen = $state<string | null>(null)
  readonly #storage: Storage_ | null

  constructor(code: string | null, storage: Storage_ | null = storageHere(), connect = follow) {
    this.#storage = storage
    this.list = withCode(read(storage), code).map((one) => ({ code: one, hub: connect(one) }))
    this.chosen = code ?? this.list.at(-1)?.code ?? null
    this.#keep()
  }

  get current(): Followed | null {
    return this.list.find(({ code }) => code === this.chosen) ?? null
  }

  remove(code: string): void {
    this.list.find((one) => one.code === code)?.hub.close()
    this.list = this.list.filter((one) => one.code !== code)
    if (this.chosen === code) this.chosen = this.list.at(-1)?.code ?? null
    this.#keep()
  }

  close(): void {
    for (const { hub } of this.list) hub.close()
  }

  #keep(): void {
    try {
      this.#storage?.setItem(NAME, JSON.stringify(this.list.map(({ code }) => code)))
    } catch {
      // A phone that keeps nothing still follows what was opened.
    }
  }
}

const follow = (code: string): Hub => new Hub({ screen: 'phone', code })

function read(storage: Storage_ | null): string | null {
  try {
    return storage?.getItem(NAME) ?? null
  } catch {
    return null
  }
}

function storageHere(): Storage_ | null {
  try {
    return localStorage
  } catch {
    return null
  }
}

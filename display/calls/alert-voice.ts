// How an emergency message is spoken: at once when it is new, again every minute while the danger lasts, before any call. A call that
// it cuts off is spoken again from its beginning.
import type { AlertFace } from '#contract/views.ts'
import type { Hazard } from '#contract/words.ts'
import type { Memory } from './announcer.ts'
import type { Speaker } from './announcing.svelte.ts'

type Spoken = Pick<AlertFace, 'hazard' | 'drill' | 'phase' | 'spoken'>

const hazards = ['flood', 'typhoon', 'fire', 'gas', 'heat', 'missing', 'other'] as const satisfies readonly Hazard[]

/** Every clip of an emergency; each is /sounds/voice/NAME.wav. */
export const alertBank: readonly string[] = [
  'alert-chime',
  'drill-chime',
  'clear-chime',
  'alert-drill',
  'alert-drill-over',
  'alert-clear',
  'alert-found',
  'alert-mistake',
  ...hazards.map((hazard) => `alert-${hazard}`),
]

/** A drill has a chime of its own, and begins and ends by saying that it is one. */
export function clipsOfAlert({ hazard, drill, phase }: Spoken): string[] {
  const said = phase === 'mistake' ? 'alert-mistake' : phase === 'active' ? `alert-${hazard}` : overOf(hazard, drill)
  if (drill) return ['drill-chime', 'alert-drill', said, 'alert-drill']
  return [phase === 'active' ? 'alert-chime' : 'clear-chime', said]
}

function overOf(hazard: Hazard, drill: boolean): string {
  if (drill) return 'alert-drill-over'
  return hazard === 'missing' ? 'alert-found' : 'alert-clear'
}

/** From the beginning of one time to the next, while the danger lasts. Milliseconds. */
export const AGAIN_AFTER = 60_000

/** What was spoken last, and when, epoch milliseconds of the hub's clock. */
export interface Last {
  spoken: string
  at: number
}

/** Whether it is to be spoken now. A wall that was away speaks what is still on once, then keeps the pace. */
export function isDue(alert: Spoken, last: Last | null, now: number): boolean {
  if (last?.spoken !== alert.spoken) return true
  // A clock that was set back begins anew rather than waiting for hours.
  return alert.phase === 'active' && (now - last.at >= AGAIN_AFTER || now < last.at)
}

const KEY = 'display.spoken-alert'

function recall(memory: Memory): Last | null {
  try {
    const kept = JSON.parse(memory.getItem(KEY) ?? 'null') as Partial<Last> | null
    return typeof kept?.spoken === 'string' && typeof kept.at === 'number' ? { spoken: kept.spoken, at: kept.at } : null
  } catch {
    return null
  }
}

export interface Interruptible extends Speaker {
  /** Ends what is being said; its `say` resolves with undefined. */
  hush(): void
}

export class AlertVoice {
  #speaker: Interruptible
  #memory: Memory
  #told: (alert: Spoken, clips: string[]) => void
  #last: Last | null
  #speaking: Promise<void> | null = null
  #saying: string | null = null

  constructor(speaker: Interruptible, memory: Memory, told: (alert: Spoken, clips: string[]) => void) {
    this.#speaker = speaker
    this.#memory = memory
    this.#told = told
    this.#last = recall(memory)
  }

  /** The speaker as calls are given it: they wait for an emergency, and begin again where it cut them off. */
  get calls(): Speaker {
    const speaker = this.#speaker
    const free = async () => {
      while (this.#speaking) await this.#speaking
    }
    return {
      get ready() {
        return speaker.ready
      },
      say: async (clips) => {
        for (;;) {
          await free()
          const heard = await speaker.say(clips)
          if (heard !== undefined || !this.#speaking) return heard
        }
      },
    }
  }

  /** The newest message, or null; `now`: the hub's clock. Called at least once a second. */
  hear(alert: Spoken | null, now: number): void {
    if (!alert || !this.#speaker.ready || this.#saying === alert.spoken || !isDue(alert, this.#last, now)) return
    this.#last = { spoken: alert.spoken, at: now }
    this.#keep()
    this.#saying = alert.spoken
    this.#speaker.hush()
    const before = this.#speaking
    const mine = this.#say(alert, before).finally(() => {
      if (this.#speaking !== mine) return
      this.#speaking = null
      this.#saying = null
    })
    this.#speaking = mine
  }

  async #say(alert: Spoken, before: Promise<void> | null): Promise<void> {
    await before
    // Something newer came while this one waited.
    if (this.#saying !== alert.spoken) return
    const heard = await this.#speaker.say(clipsOfAlert(alert))
    if (heard) this.#told(alert, heard)
  }

  #keep(): void {
    try {
      this.#memory.setItem(KEY, JSON.stringify(this.#last))
    } catch {
      // Without a memory a reload speaks it once more.
    }
  }
}

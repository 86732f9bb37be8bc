// The voice of this wall: takes the newest calls, speaks them one after the other, and says what was heard.
import type { CallFace } from '#contract/views.ts'
import { begin, keep, listen, recall, type Memory, type Voice } from './announcer.ts'
import { clipsOf } from './clips.ts'

/** What Player offers; a test brings its own. */
export interface Speaker {
  readonly ready: boolean
  say(clips: readonly string[]): Promise<string[] | undefined>
}

export class Announcing {
  /** The id of the call that is being spoken. */
  current = $state<string>()

  #voice: Voice
  #calls: readonly CallFace[] = []
  #speaker: Speaker
  #memory: Memory
  #spoken: (call: CallFace, clips: string[]) => void

  constructor(speaker: Speaker, memory: Memory, spoken: (call: CallFace, clips: string[]) => void) {
    this.#speaker = speaker
    this.#memory = memory
    this.#voice = recall(memory)
    this.#spoken = spoken
  }

  /** `now`: the hub's clock. While the speaker is not ready nothing is taken in, so that what it missed goes stale by itself. */
  hear(calls: readonly CallFace[], now: number): void {
    this.#calls = calls
    if (!this.#speaker.ready) return
    this.#become(listen(this.#voice, calls, now))
    if (this.current === undefined) void this.#next()
  }

  async #next(): Promise<void> {
    const call = this.#calls.find(({ id }) => id === this.#voice.waiting[0])
    if (!call) return
    this.#become(begin(this.#voice, call.id))
    this.current = call.id
    const heard = await this.#speaker.say(clipsOf(call))
    this.current = undefined
    if (heard) this.#spoken(call, heard)
    void this.#next()
  }

  #become(voice: Voice): void {
    if (voice === this.#voice) return
    this.#voice = voice
    keep(this.#memory, voice)
  }
}

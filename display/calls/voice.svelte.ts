// What a wall does with calls beside showing them: says them aloud one after the other, an emergency before them, and proves what was heard
// and what stood on the glass. Loaded right after the first picture: nothing of it is seen.
import { CallProofs } from '#assets/hub/call-proofs.ts'
import { Painting } from '#assets/hub/on-glass.ts'
import type { CallDone } from '#contract/events.ts'
import type { AlertFace, CallFace } from '#contract/views.ts'
import type { SoundState } from '#contract/words.ts'
import { AlertVoice } from './alert-voice.ts'
import { Announcing } from './announcing.svelte.ts'
import { clipsOf } from './clips.ts'
import { Player } from './player.ts'

export interface Told {
  /** Whether this wall can be heard. */
  sound(state: SoundState): void
  /** The call or the message that was spoken, and the clips that were heard. */
  spoke(id: string, clips: string[]): void
  /** Resolves with whether the hub answered that it keeps them. */
  prove(done: CallDone[]): Promise<boolean>
}

export class WallVoice {
  readonly #player: Player
  readonly #alarm: AlertVoice
  readonly #announcing: Announcing
  readonly #proofs: CallProofs
  readonly #painting: Painting

  constructor(told: Told) {
    this.#proofs = new CallProofs((done) => told.prove(done))
    this.#painting = new Painting((call) => this.#proofs.add(call, 'painted'))
    this.#player = new Player((state) => told.sound(state))
    this.#alarm = new AlertVoice(this.#player, sessionStorage, ({ spoken }, clips) => told.spoke(spoken, clips))
    // Calls wait while an emergency is spoken.
    this.#announcing = new Announcing(this.#alarm.calls, sessionStorage, (call, clips) => {
      told.spoke(call.id, clips)
      // The chime alone names nobody.
      if (clips.length === clipsOf(call).length) this.#proofs.add(call.id, 'spoken')
    })
  }

  /** The id of the call that is being spoken. */
  get current(): string | undefined {
    return this.#announcing.current
  }

  get state(): SoundState | undefined {
    return this.#player.state
  }

  /** `now`: the hub's clock, epoch milliseconds. */
  alert(alert: AlertFace | null, now: number): void {
    this.#alarm.hear(alert, now)
  }

  calls(calls: readonly CallFace[], now: number): void {
    this.#announcing.hear(calls, now)
  }

  /** The calls whose numbers are to be found on the glass. */
  look(calls: readonly string[]): void {
    this.#painting.look(calls)
  }

  /** The connection is back: what the hub does not know yet is told. */
  tell(): void {
    void this.#proofs.tell()
  }

  close(): void {
    this.#painting.look([])
    this.#proofs.close()
    this.#player.close()
  }
}

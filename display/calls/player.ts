// Speaks one announcement at a time through Web Audio. The clips are decoded once and joined on exact frames of the sound card's clock.
// At rest the audio context sleeps: a running one costs a tab more than the whole picture.
import type { SoundState } from '#contract/words.ts'
import { alertBank } from './alert-voice.ts'
import { bank, pausesOf } from './clips.ts'

/** A browser that lets a page speak wakes its context well within this. */
const WAKES_WITHIN = 1500
/** From waking to the first sound: a sound card's start would swallow the beginning of the chime. */
const LEAD_IN = 0.2
/** Past its length, when an announcement that did not end counts as unheard. */
const OVERDUE = 4000
const RETRY_EVERY = 10_000
const wanted = [...bank, ...alertBank]
const isChime = (clip: string) => clip.endsWith('chime')

export class Player {
  state: SoundState | undefined
  #changed: (state: SoundState) => void
  #context: AudioContext
  #clips = new Map<string, AudioBuffer>()
  #speaking = false
  #hush: (() => void) | undefined
  #retry: ReturnType<typeof setTimeout> | undefined

  constructor(changed: (state: SoundState) => void, context = new AudioContext()) {
    this.#changed = changed
    this.#context = context
    for (const gesture of ['pointerdown', 'keydown'] as const) addEventListener(gesture, this.#touched)
    void this.#load()
  }

  get ready(): boolean {
    return this.state !== undefined && this.state !== 'blocked' && this.#clips.size > 0
  }

  /** Resolves when the last clip has ended, with the clips that were heard; undefined when it was not heard to its end. */
  async say(clips: readonly string[]): Promise<string[] | undefined> {
    this.#speaking = true
    try {
      if (!(await this.#wake())) return undefined
      // A number with a digit missing would send somebody else: the chime alone then, and the wall shows who.
      const whole = clips.every((clip) => this.#clips.has(clip))
      const heard = clips.filter((clip) => (whole ? true : isChime(clip) && this.#clips.has(clip)))
      return heard.length > 0 && (await this.#play(heard)) ? heard : undefined
    } finally {
      this.#speaking = false
      void this.#context.suspend()
    }
  }

  /** Ends what is being said at once; its `say` resolves with undefined. */
  hush(): void {
    this.#hush?.()
  }

  close(): void {
    clearTimeout(this.#retry)
    for (const gesture of ['pointerdown', 'keydown'] as const) removeEventListener(gesture, this.#touched)
    void this.#context.close()
  }

  async #play(clips: readonly string[]): Promise<boolean> {
    const { sampleRate, currentTime, destination } = this.#context
    const pauses = pausesOf(clips)
    let frame = Math.ceil((currentTime + LEAD_IN) * sampleRate)
    const begins = frame
    const nodes = clips.map((clip, index) => {
      const node = this.#context.createBufferSource()
      node.buffer = this.#clips.get(clip)!
      node.connect(destination)
      node.start(frame / sampleRate)
      frame += node.buffer.length + Math.round(pauses[index]! * sampleRate)
      return node
    })
    const length = ((frame - begins) / sampleRate + LEAD_IN) * 1000
    let overdue: ReturnType<typeof setTimeout> | undefined
    const ended = await Promise.race([
      new Promise<boolean>((done) => nodes.at(-1)!.addEventListener('ended', () => done(true), { once: true })),
      new Promise<boolean>((done) => (overdue = setTimeout(() => done(false), length + OVERDUE))),
      new Promise<boolean>((done) => (this.#hush = () => done(false))),
    ])
    clearTimeout(overdue)
    this.#hush = undefined
    for (const node of nodes) node.disconnect()
    return ended
  }

  /** True when the context runs. The policy of the browser may leave it asleep until somebody touches the page. */
  async #wake(): Promise<boolean> {
    let late: ReturnType<typeof setTimeout> | undefined
    const awake = await Promise.race([
      this.#context.resume().then(
        () => true,
        () => false,
      ),
      new Promise<boolean>((done) => (late = setTimeout(() => done(false), WAKES_WITHIN))),
    ])
    clearTimeout(late)
    this.#is(!awake ? 'blocked' : this.#clips.size < wanted.length ? 'broken' : 'on')
    return awake
  }

  #touched = (): void => {
    if (this.state === 'blocked') void this.#probe()
  }

  async #probe(): Promise<void> {
    await this.#wake()
    if (!this.#speaking && this.state !== 'blocked') await this.#context.suspend()
  }

  async #load(): Promise<void> {
    await Promise.all(wanted.filter((clip) => !this.#clips.has(clip)).map((clip) => this.#fetch(clip)))
    await this.#probe()
    // The hub may still be starting, or a hall be about to put a clip right.
    if (this.#clips.size < wanted.length) this.#retry = setTimeout(() => void this.#load(), RETRY_EVERY)
  }

  async #fetch(clip: string): Promise<void> {
    try {
      const reply = await fetch(`/sounds/voice/${clip}.wav`)
      if (reply.ok) this.#clips.set(clip, await this.#context.decodeAudioData(await reply.arrayBuffer()))
    } catch {
      // Missing or not a sound: the state says so, and it is tried again.
    }
  }

  #is(state: SoundState): void {
    if (this.state === state) return
    this.state = state
    this.#changed(state)
  }
}

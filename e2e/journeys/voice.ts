// What a wall says aloud, as the browser is asked to play it: each clip is known by its own bytes, not by what the page calls it.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'

const bank = fileURLToPath(new URL('../../assets/sounds/voice/', import.meta.url))

export interface Played {
  /** File name without .wav; "?" for a sound that is not in the bank. */
  clip: string
  /** Seconds on the sound card's clock, and the clip's length. */
  at: number
  lasts: number
}

interface Recording {
  print: string
  at: number
  lasts: number
}

/** Runs in the wall before its own scripts: writes down every sound that is started. */
export function recordSounds(): void {
  const prints = new WeakMap<AudioBuffer, string>()
  const started: Recording[] = []
  Object.assign(window, { started })
  const decode = BaseAudioContext.prototype.decodeAudioData
  BaseAudioContext.prototype.decodeAudioData = async function (data: ArrayBuffer) {
    let sum = 0
    for (const byte of new Uint8Array(data)) sum = (Math.imul(sum, 31) + byte) | 0
    const print = `${data.byteLength}:${sum}`
    const buffer = await decode.call(this, data)
    prints.set(buffer, print)
    return buffer
  }
  const start = AudioBufferSourceNode.prototype.start
  AudioBufferSourceNode.prototype.start = function (when = 0, ...rest: number[]) {
    const { buffer } = this
    started.push({ print: (buffer && prints.get(buffer)) ?? '', at: when, lasts: buffer?.duration ?? 0 })
    start.call(this, when, ...rest)
  }
}

function clipNames(): Map<string, string> {
  return new Map(
    readdirSync(bank)
      .filter((file) => file.endsWith('.wav'))
      .map((file) => {
        const bytes = readFileSync(bank + file)
        let sum = 0
        for (const byte of bytes) sum = (Math.imul(sum, 31) + byte) | 0
        return [`${bytes.byteLength}:${sum}`, file.replace('.wav', '')]
      }),
  )
}

/** The length of a clip's file in seconds, from its WAV header: bytes of data over bytes a second. */
export function lengthOf(clip: string): number {
  const bytes = readFileSync(`${bank}${clip}.wav`)
  const data = bytes.indexOf('data', 12, 'latin1')
  return bytes.readUInt32LE(data + 4) / bytes.readUInt32LE(28)
}

/** Everything that this page has started to play since it was loaded, in order. */
export async function heard(wall: Page): Promise<Played[]> {
  const names = clipNames()
  const started = await wall.evaluate(() => (window as unknown as { started: Recording[] }).started)
  return started.map(({ print, at, lasts }) => ({ clip: names.get(print) ?? '?', at, lasts }))
}

/** Resolves when the wall says that it has spoken `count` announcements since it was loaded, with the clips of the last. */
export const spoken = (wall: Page): Promise<string> =>
  wall.evaluate(() => document.documentElement.dataset.spoken ?? '')

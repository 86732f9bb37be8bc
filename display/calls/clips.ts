// A call as the clips it is spoken with, and the pauses between them. Pure.
import type { CallFace } from '#contract/views.ts'

const digits = Array.from({ length: 10 }, (_, digit) => `d${digit}`)
const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `letter-${letter}`)

/** Every clip of the bank; each is /sounds/voice/NAME.wav. */
export const bank: readonly string[] = ['chime', 'qing', 'hao', 'dao', 'chuangkou', 'ten', ...digits, ...letters]

/** 请 A 零 一 二 号，到 二 号 窗口. The number digit by digit, as it stands on the ticket; the window as it is counted. */
export function clipsOf({ label, window }: Pick<CallFace, 'label' | 'window'>): string[] {
  const number = [...label.slice(1)].map((digit) => `d${digit}`)
  return ['chime', 'qing', `letter-${label[0]}`, ...number, 'hao', 'dao', ...cardinal(window), 'hao', 'chuangkou']
}

/** 二, 十, 十二, 二十, 三十五: 1 to 99. */
function cardinal(number: number): string[] {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return [...(tens > 1 ? [`d${tens}`] : []), ...(tens > 0 ? ['ten'] : []), ...(ones > 0 ? [`d${ones}`] : [])]
}

/** Seconds of silence after each clip. The comma is the long one: number first, then where to go. */
export function pausesOf(clips: readonly string[]): number[] {
  return clips.map((clip, index) => {
    if (clip === 'chime') return 0.1
    if (clip === 'hao' && clips[index + 1] === 'dao') return 0.35
    return clip.startsWith('letter-') ? 0.14 : 0.07
  })
}

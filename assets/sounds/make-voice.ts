// Makes the first voice bank, assets/sounds/voice/*.wav, from espeak-ng and sox: npm run voice.
// Short clips that the display joins: 请 A 零 一 二 号，到 二 号 窗口. A hall replaces any of them by its own recording.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loudness, peak, RATE, wav } from './samples.ts'

/** Speech is brought to this loudness (RMS of what is not silence), but no peak goes above PEAK. */
const LOUDNESS = 0.16
const PEAK = 0.89
const SHORTEST = 0.15
const LONGEST = 1.5
/** What all clips may weigh together, bytes: a display loads them once. */
const WEIGHT = 1_500_000

/** Pinyin with tone numbers: espeak-ng reads Hanzi with English letter rules. */
const words: Record<string, string> = {
  qing: 'qing3',
  hao: 'hao4',
  dao: 'dao4',
  chuangkou: 'chuang1 kou3',
  ten: 'shi2',
  ...Object.fromEntries(
    ['ling2', 'yi1', 'er4', 'san1', 'si4', 'wu3', 'liu4', 'qi1', 'ba1', 'jiu3'].map((word, digit) => [
      `d${digit}`,
      word,
    ]),
  ),
}
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

const folder = fileURLToPath(new URL('./voice/', import.meta.url))

function main(): void {
  needs('espeak-ng', '--version')
  needs('sox', '--version')
  mkdirSync(folder, { recursive: true })
  for (const old of readdirSync(folder).filter((name) => name.endsWith('.wav'))) rmSync(folder + old)

  const clips: [string, Float32Array][] = [
    ['chime', chime()],
    ...Object.entries(words).map(([name, pinyin]): [string, Float32Array] => [
      name,
      speak('cmn-latn-pinyin', 122, pinyin),
    ]),
    // The full stop makes it the name of the letter: "A" alone may be read as an article.
    ...letters.map((letter): [string, Float32Array] => [`letter-${letter}`, speak('en-us', 112, `${letter}.`)]),
  ]
  let weight = 0
  for (const [name, samples] of clips) {
    check(name, samples)
    const file = wav(samples)
    weight += file.length
    writeFileSync(`${folder}${name}.wav`, file)
  }
  if (weight > WEIGHT) fail(`The clips weigh ${weight} bytes; ${WEIGHT} is the most.`)
  console.log(`${clips.length} clips, ${Math.round(weight / 1000)} kB, in ${folder}`)
}

/** One utterance: silence cut off at both ends, brought to the common loudness, its edges rounded. */
function speak(voice: string, speed: number, text: string): Float32Array {
  const spoken = execFileSync('espeak-ng', ['-v', voice, '-s', String(speed), '-p', '42', '--stdout', text])
  const cut = ['silence', '1', '0.005', '0.6%', 'reverse']
  const raw = execFileSync(
    'sox',
    [
      '-t',
      'wav',
      '-',
      '-t',
      'raw',
      '-r',
      String(RATE),
      '-c',
      '1',
      '-b',
      '16',
      '-e',
      'signed-integer',
      '-',
      'highpass',
      '70',
      ...cut,
      ...cut,
    ],
    { input: spoken, stdio: ['pipe', 'pipe', 'ignore'] },
  )
  const samples = Float32Array.from({ length: raw.length >> 1 }, (_, index) => raw.readInt16LE(index * 2) / 32768)
  const gain = Math.min(LOUDNESS / loudness(samples), PEAK / peak(samples))
  const edge = Math.round(0.006 * RATE)
  return samples.map((sample, index) => {
    const inside = Math.min(1, (index + 1) / edge, (samples.length - index) / edge)
    return sample * gain * inside
  })
}

/** Two struck tones, a falling third (E5, C5), each with a soft beginning and two quiet partials. About a second. */
function chime(): Float32Array {
  const tones = [
    { hertz: 659.26, from: 0 },
    { hertz: 523.25, from: 0.34 },
  ]
  const length = 1.3
  return Float32Array.from({ length: Math.round(length * RATE) }, (_, index) => {
    const at = index / RATE
    const sum = tones.reduce((total, { hertz, from }) => {
      const since = at - from
      if (since < 0) return total
      const rise = 1 - Math.exp(-since / 0.012)
      const tone = (partial: number, share: number, fall: number) =>
        share * Math.sin(2 * Math.PI * hertz * partial * since) * Math.exp(-since / fall)
      return total + rise * (tone(1, 1, 0.32) + tone(2, 0.22, 0.18) + tone(3, 0.07, 0.09))
    }, 0)
    return sum * 0.34 * Math.min(1, (length - at) / 0.12)
  })
}

function check(name: string, samples: Float32Array): void {
  const seconds = samples.length / RATE
  if (seconds < SHORTEST || seconds > LONGEST)
    fail(`${name} lasts ${seconds.toFixed(2)} s; ${SHORTEST} to ${LONGEST} s is right.`)
  if (loudness(samples) < 0.03) fail(`${name} is silent.`)
  if (peak(samples) > 0.999) fail(`${name} is clipped.`)
}

function needs(tool: string, flag: string): void {
  try {
    execFileSync(tool, [flag], { stdio: 'ignore' })
  } catch {
    fail(`${tool} is not installed. On Debian or Ubuntu: apt install espeak-ng sox`)
  }
}

function fail(why: string): never {
  console.error(why)
  process.exit(1)
}

main()

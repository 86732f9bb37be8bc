// Makes the first voice bank, assets/sounds/voice/*.wav, from espeak-ng and sox: npm run voice.
// Short clips that the display joins: 请 A 零 一 二 号，到 二 号 窗口; and whole sentences for an emergency. A hall replaces any of
// them by its own recording.
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
/** Sentences of an emergency: how long they may be, and what they may weigh together. */
const LONGEST_SENTENCE = 9
const WEIGHT_OF_SENTENCES = 3_500_000

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
/** What is said in an emergency. A drill is framed by `alert-drill`, and nothing else says that word. */
const sentences: Record<string, string> = {
  'alert-drill': 'zhe4 shi4 yan3 lian4',
  'alert-drill-over': 'yan3 lian4 jie2 shu4, xie4 xie5 pei4 he2',
  'alert-clear': 'jing3 bao4 jie3 chu2, zhao4 chang2 ban4 shi4, xie4 xie5 pei4 he2',
  'alert-found': 'ren2 yi3 jing1 zhao3 dao4, xie4 xie5 da4 jia1',
  'alert-mistake': 'gang1 cai2 de5 xiao1 xi5 shi4 wu4 fa1, qing3 bu2 bi4 li3 hui4',
  'alert-flood': 'ji1 shui3 jing3 bao4, qing3 li2 kai1 di1 wa1 chu4, dao4 er4 lou2 yi3 shang4',
  'alert-typhoon': 'tai2 feng1 jing3 bao4, qing3 liu2 zai4 wu1 li3, guan1 hao3 men2 chuang1',
  'alert-fire': 'fa1 sheng1 huo3 zai1, qing3 ma3 shang4 zou3 lou2 ti1 li2 kai1, bu2 yao4 cheng2 dian4 ti1',
  'alert-gas': 'ran2 qi4 xie4 lou4, qing3 ma3 shang4 li2 kai1, bu2 yao4 dong4 dian4 qi4',
  'alert-heat': 'gao1 wen1 jing3 bao4, qing3 dao4 yin1 liang2 chu4, duo1 he1 shui3',
  'alert-missing': 'you3 ren2 zou3 shi1, qing3 kan4 ping2 mu4, you3 xian4 suo3 qing3 gao4 su4 gong1 zuo4 ren2 yuan2',
  'alert-other': 'jin3 ji2 tong1 zhi1, qing3 kan4 ping2 mu4, ting1 gong1 zuo4 ren2 yuan2 an1 pai2',
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
    ['alert-chime', alarm()],
    ['drill-chime', knock()],
    ['clear-chime', rising()],
    ...Object.entries(sentences).map(([name, pinyin]): [string, Float32Array] => [
      name,
      speak('cmn-latn-pinyin', 118, pinyin),
    ]),
    ...Object.entries(words).map(([name, pinyin]): [string, Float32Array] => [
      name,
      speak('cmn-latn-pinyin', 122, pinyin),
    ]),
    // The full stop makes it the name of the letter: "A" alone may be read as an article.
    ...letters.map((letter): [string, Float32Array] => [`letter-${letter}`, speak('en-us', 112, `${letter}.`)]),
  ]
  let [weight, ofSentences] = [0, 0]
  for (const [name, samples] of clips) {
    const sentence = name.includes('-') && !name.startsWith('letter-')
    check(name, samples, sentence ? LONGEST_SENTENCE : LONGEST)
    const file = wav(samples)
    if (sentence) ofSentences += file.length
    else weight += file.length
    writeFileSync(`${folder}${name}.wav`, file)
  }
  if (weight > WEIGHT) fail(`The clips weigh ${weight} bytes; ${WEIGHT} is the most.`)
  if (ofSentences > WEIGHT_OF_SENTENCES)
    fail(`The sentences weigh ${ofSentences} bytes; ${WEIGHT_OF_SENTENCES} is the most.`)
  console.log(`${clips.length} clips, ${Math.round((weight + ofSentences) / 1000)} kB, in ${folder}`)
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

interface Tone {
  hertz: number
  /** Seconds. */
  from: number
}

/** Struck tones, each with a soft beginning and two quiet partials. `fall`: how fast they die away, 1 as in the chime. */
function struck(tones: Tone[], length: number, fall = 1): Float32Array {
  return Float32Array.from({ length: Math.round(length * RATE) }, (_, index) => {
    const at = index / RATE
    const sum = tones.reduce((total, { hertz, from }) => {
      const since = at - from
      if (since < 0) return total
      const rise = 1 - Math.exp(-since / 0.012)
      const tone = (partial: number, share: number, falls: number) =>
        share * Math.sin(2 * Math.PI * hertz * partial * since) * Math.exp(-since / (falls * fall))
      return total + rise * (tone(1, 1, 0.32) + tone(2, 0.22, 0.18) + tone(3, 0.07, 0.09))
    }, 0)
    return sum * 0.34 * Math.min(1, (length - at) / 0.12)
  })
}

/** A call: a falling third (E5, C5). About a second. */
const chime = () => struck([tone(659.26, 0), tone(523.25, 0.34)], 1.3)

/** Danger: high and low in turn, four times. Heard through talk, and startles nobody who is frail. */
const alarm = () =>
  struck(
    Array.from({ length: 8 }, (_, beat) => tone(beat % 2 === 0 ? 880 : 659.26, beat * 0.26)),
    2.6,
    0.8,
  )

/** A drill: three dull knocks on one low tone. Nobody takes it for the other. */
const knock = () => struck([tone(261.63, 0), tone(261.63, 0.42), tone(261.63, 0.84)], 1.7, 0.55)

/** Over: three tones that rise. */
const rising = () => struck([tone(523.25, 0), tone(659.26, 0.26), tone(783.99, 0.52)], 1.6)

function tone(hertz: number, from: number): Tone {
  return { hertz, from }
}

function check(name: string, samples: Float32Array, longest: number): void {
  const seconds = samples.length / RATE
  if (seconds < SHORTEST || seconds > longest)
    fail(`${name} lasts ${seconds.toFixed(2)} s; ${SHORTEST} to ${longest} s is right.`)
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

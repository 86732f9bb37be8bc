// Touches from the kiosk's home to a card that answers, over the list of residents' questions; the journey "find" touches a dozen of
// them through on a real kiosk, by the same keys.
import questionFile from '#assets/find/questions.json' with { type: 'json' }
import { readBook } from '#db/seed/book.ts'
import { soundsOf } from '#db/seed/sounds.ts'
import { touchesTo } from '../../../kiosk/find/paths.ts'
import type { Hall } from '../../../kiosk/find/tiles.ts'
import { sampleView } from '../../people-sample.ts'
import { alone, type Figure } from '../figure.ts'

/** For each question the fewest touches to a card that answers it; infinite where five do not lead there. */
export function touchesFrom(hall: Hall, elder: boolean): { say: string; least: number }[] {
  const ways = touchesTo(hall, { elder, deepest: 5 })
  return questionFile.questions.map(({ say, want }) => ({
    say,
    least: Math.min(...want.map((one) => ways.get(one)?.length ?? Number.POSITIVE_INFINITY)),
  }))
}

/** The demonstration hall as its kiosk knows it, on a Monday morning. */
export async function demoHall(): Promise<Hall> {
  const book = readBook()
  const now = Date.parse('2026-11-23T02:00:00.000Z')
  const stamp = { epoch: '', rev: 0, at: '' }
  const view = sampleView(book, { now, shifts: [], sounds: await soundsOf(book) })
  const { committees, matters } = book
  return {
    people: { ...stamp, ...view },
    catalog: { ...stamp, committees, matters, classes: [], rule: { zh: '', en: '' } },
  }
}

export const findTouches: Figure = {
  name: 'find-touches',
  area: 'cards',
  about: "touches from home to the right card, over residents' questions",
  shares: 'always',
  seconds: 1,
  run: async () => {
    const hall = await demoHall()
    return [false, true].flatMap((elder) => {
      const all = touchesFrom(hall, elder)
      const near = (all.filter(({ least }) => least <= 2).length / all.length) * 100
      const most = Math.max(...all.map(({ least }) => least))
      const what = `${all.length} residents' questions, from home${elder ? ', bigger type' : ''}`
      return [
        alone(['cards', `${what}: within 2 touches`], near, '%', { text: '≥ 90 %', met: near >= 90 }),
        alone(['cards', `${what}: the farthest card`], most, 'touches', { text: '≤ 4', met: most <= 4 }),
      ]
    })
  },
}

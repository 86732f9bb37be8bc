// An appointment for a resident's own calendar; the same UID wherever it is moved to. Pure.
import type { Text } from '#contract/text.ts'
import type { Book } from './book.ts'
import type { Occurrence } from './calendar.ts'
import { writeIcs } from './calendar-ics.ts'

export interface IcsAppointment {
  id: string
  short: string
  words: Text
  bring: readonly Text[]
  /** Epoch milliseconds. */
  at: number
  minutes: number
  cancelled: boolean
  sequence: number
}

const name: Text = { zh: '预约', en: 'Appointments' }

export function appointmentIcs(
  book: Pick<Book, 'hall' | 'rooms'> & { id: string },
  one: IcsAppointment,
  { url, now }: { url: string; now: number },
): string {
  const list = (pick: (text: Text) => string, comma: string) => one.bring.map(pick).join(comma)
  const about: Text = {
    zh: `报到码 ${one.short}，到取号机上点「有预约」。${one.bring.length > 0 ? `带：${list(({ zh }) => zh, '、')}` : ''}`,
    en: `Code ${one.short}, at the kiosk. ${one.bring.length > 0 ? `Bring: ${list(({ en }) => en, ', ')}` : ''}`,
  }
  const event: Occurrence = {
    ...{
      id: one.id,
      series: one.id,
      original: '',
      date: '',
      title: { zh: `预约：${one.words.zh}`, en: one.words.en },
      about,
    },
    ...{ kind: 'booking', rooms: [], place: null, note: null, places: null, moved: false },
    ...{ startsAt: new Date(one.at).toISOString(), endsAt: new Date(one.at + one.minutes * 60_000).toISOString() },
    ...{ cancelled: one.cancelled, sequence: one.sequence },
  }
  return writeIcs(book, [event], { name, url: () => url, now })
}

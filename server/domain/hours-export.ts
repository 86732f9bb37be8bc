// The published hours for other programs: as an OSM opening_hours string and as schema.org. Neither knows make-up workdays, and OSM's
// public holidays (PH) are whatever table the reader has: every day that is not as its weekday is written with its date. Pure.
import type { HallDate } from '#contract/text.ts'
import type { HallFace, SpanFace } from '#contract/views.ts'
import { yearOf } from './holidays.ts'
import { patternOn, spansOn, type Hours, type Pattern } from './hours.ts'
import { plusDays } from './service-day.ts'

/** A day whose hours are not those of its weekday. */
interface SpecialDay {
  date: HallDate
  spans: readonly SpanFace[]
  reason: string
}

/** In order of the dates, in the year of `today` and later. */
function specialDays(hours: Hours, today: HallDate): SpecialDay[] {
  const since = `${yearOf(today)}-01-01`
  const dates = new Set([...hours.holidays.days.keys(), ...hours.exceptions.keys()])
  return [...dates]
    .filter((date) => date >= since)
    .sort()
    .map((date) => {
      const { spans, reason } = spansOn(hours, date)
      return { date, spans, reason: reason?.zh ?? '' }
    })
}

/** The patterns that hold on some day of this year or later, each with its first and last day there. */
function periods(hours: Hours, today: HallDate): { pattern: Pattern; from: HallDate | null; to: HallDate | null }[] {
  const first = patternOn(hours, `${yearOf(today)}-01-01`)
  const held = hours.patterns.slice(first ? hours.patterns.indexOf(first) : 0)
  return held.map((pattern, index) => {
    const after = held[index + 1]?.from ?? null
    return { pattern, from: index === 0 ? null : pattern.from, to: after && plusDays(after, -1) }
  })
}

/** Spans that touch are one opening for whoever does not know our kinds. */
function joined(spans: readonly SpanFace[]): { from: string; to: string }[] {
  const whole: { from: string; to: string }[] = []
  for (const { from, to } of spans) {
    const last = whole.at(-1)
    if (last?.to === from) last.to = to
    else whole.push({ from, to })
  }
  return whole
}

/** Weekdays with the same hours, together. */
function sameDays(pattern: Pattern): { days: number[]; spans: readonly SpanFace[] }[] {
  const groups = new Map<string, { days: number[]; spans: readonly SpanFace[] }>()
  for (let day = 1; day <= 7; day += 1) {
    const spans = pattern.weekly.get(day) ?? []
    const id = JSON.stringify(joined(spans))
    const group = groups.get(id) ?? { days: [], spans }
    group.days.push(day)
    groups.set(id, group)
  }
  return [...groups.values()]
}

const osmDays = ['', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const osmMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const osmDate = (date: HallDate) => `${date.slice(0, 4)} ${osmMonths[Number(date.slice(5, 7)) - 1]} ${date.slice(8)}`
const osmSpans = (spans: readonly SpanFace[]) =>
  joined(spans)
    .map(({ from, to }) => `${from}-${to}`)
    .join(',') || 'off'

/** A pattern holds until another one is decided, and readers know no open end. */
const END = '2099 Dec 31'

/** One string; a later rule wins over an earlier one on the days that it names. */
export function osmHours(hours: Hours, today: HallDate): string {
  const weekly = periods(hours, today).flatMap(({ pattern, from }) =>
    sameDays(pattern).map(({ days, spans }) =>
      [...(from ? [`${osmDate(from)}-${END}`] : []), days.map((day) => osmDays[day]).join(','), osmSpans(spans)].join(
        ' ',
      ),
    ),
  )
  const special = specialDays(hours, today).map(({ date, spans, reason }) => {
    const comment = reason.replaceAll(/["\\]/g, '')
    // A comment without a state means "perhaps": where it is open, the rule says so.
    const state = spans.length > 0 && comment ? ' open' : ''
    return `${osmDate(date)} ${osmSpans(spans)}${state}${comment && ` "${comment}"`}`
  })
  return [...weekly, ...special].join('; ')
}

const schemaDays = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const schemaSpan = ({ from, to }: { from: string; to: string }) => ({
  '@type': 'OpeningHoursSpecification',
  opens: from,
  // Readers of schema.org know no 24:00.
  closes: to === '24:00' ? '23:59' : to,
})

/** A GovernmentOffice with its hours, and each special day by its date; a closed day opens and closes at 00:00, as readers expect it. */
export function schemaHours(hall: HallFace, hours: Hours, today: HallDate): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentOffice',
    name: hall.name.zh,
    alternateName: hall.name.en,
    address: hall.address.zh,
    telephone: hall.phone,
    openingHoursSpecification: periods(hours, today).flatMap(({ pattern, from, to }) =>
      sameDays(pattern).flatMap(({ days, spans }) =>
        joined(spans).map((span) => ({
          ...schemaSpan(span),
          dayOfWeek: days.map((day) => schemaDays[day]),
          ...(from && { validFrom: from }),
          ...(to && { validThrough: to }),
        })),
      ),
    ),
    specialOpeningHoursSpecification: specialDays(hours, today).flatMap(({ date, spans, reason }) => {
      const day = { description: reason, validFrom: date, validThrough: date }
      const whole = joined(spans)
      return whole.length === 0
        ? [{ ...schemaSpan({ from: '00:00', to: '00:00' }), ...day }]
        : whole.map((span) => ({ ...schemaSpan(span), ...day }))
    }),
  }
}

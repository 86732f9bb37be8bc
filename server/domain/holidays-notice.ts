// The words of the State Council's notice, read as a person reads them: one holiday a line, its first and last day, the days that are
// worked for it. A line that speaks of days off and is not understood is handed on without a name, so that it is refused. Pure.
import type { HolidayNotice } from './holidays-table.ts'
import { plusDays } from './service-day.ts'
import { isDate } from './holidays.ts'

/**
 * `year`: of the notice; `source`: where the text does not name its own number.
 * 二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
 */
export function readNotice(text: string, { year, source }: { year: number; source: string }): HolidayNotice {
  const number = /国办发明电\s*[〔[（(]\s*(\d{4})\s*[〕\]）)]\s*(\d+)\s*号/.exec(text)
  // A numeral with its mark begins a holiday only after a full stop or a space: 腊月二十八、周日 is none.
  const holidays = text.split(/\n|(?<=[。\s])(?=[一二三四五六七八九十]+、)/).flatMap((line) => {
    if (!/\d月\d{1,2}日/.test(line) || !/放假|上班/.test(line)) return []
    const unread = [{ name: '', from: line.slice(0, 40), to: '', work: [] }]
    const head = /^\s*(?:[一二三四五六七八九十]+、)?\s*([\u4e00-\u9fff、]{2,12})[：:](.*)$/s.exec(line)
    if (!head?.[1] || !/放假/.test(head[2] ?? '')) return unread
    // What stands in brackets are weekdays and lunar dates.
    const words = (head[2] ?? '').replaceAll(/（[^）]*）|\([^)]*\)/g, '')
    const from = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:至(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日)?/.exec(words)
    if (!from) return unread
    const day = (y: string | undefined, m: string, d: string) =>
      `${y ?? year}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
    const [, y, m = '', d = '', toYear, toMonth, toDay] = from
    const start = day(y, m, d)
    const end = toDay === undefined ? start : day(toYear, toMonth ?? m, toDay)
    const said = /共\s*(\d+)\s*天/.exec(words)?.[1]
    // The notice counts its days: where that is another number, something was read wrongly.
    if (said && isDate(start) && isDate(end) && plusDays(start, Number(said) - 1) !== end) return unread
    const worked = words.split(/[。；]/).filter((sentence) => sentence.includes('上班'))
    const work = worked.flatMap((sentence) =>
      [...sentence.matchAll(/(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/g)].map(([, wy, wm = '', wd = '']) =>
        day(wy, wm, wd),
      ),
    )
    return [{ name: head[1], from: start, to: end, work }]
  })
  return { year, source: number ? `国办发明电〔${number[1]}〕${number[2]}号` : source, holidays }
}

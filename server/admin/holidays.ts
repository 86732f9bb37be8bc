// The administrator's way to the table of public holidays: what it covers, and a file into it.
import { readFileSync } from 'node:fs'
import { openFolder, DataFolderError } from '#db/data-folder.ts'
import type { Store } from '#db/database.ts'
import { bumpRev } from '#db/queries/hall.ts'
import { bumpHoursVersion, readHolidayYears } from '#db/queries/hours.ts'
import { insertAct } from '#db/queries/log.ts'
import { readHolidays, type HolidayYear } from '#domain/holidays-table.ts'
import { keepYears } from '../commands/keep-holidays.ts'
import { readConfig } from '../config.ts'

export interface HolidayOptions {
  year?: string | undefined
  source?: string | undefined
}

async function withHall<T>(work: (store: Store, hall: string) => Promise<T>): Promise<T> {
  const { dataDir } = readConfig(process.env)
  const { store, hall } = await openFolder(dataDir, new Date().toISOString().replaceAll(/[:.]/g, '-'))
  try {
    if (hall === null) throw new DataFolderError(`There is no hall in ${dataDir} yet. Run npm start first.`)
    return await work(store, hall)
  } finally {
    await store.close()
  }
}

const told = ({ year, source, days }: HolidayYear) => {
  const count = (kind: string) => days.filter((day) => day.kind === kind).length
  return `${year}  ${count('rest')} holidays, ${count('work')} make-up workdays  ${source}`
}

export async function holidaysList(): Promise<void> {
  await withHall(async (store, hall) => {
    for (const year of await readHolidayYears(store.db, hall)) console.log(told(year))
  })
}

/** A file with the notice's own text, a table (date,name,kind) or JSON. */
export async function holidaysImport([file]: string[], { year, source = '' }: HolidayOptions): Promise<void> {
  if (!file) throw new Error('Say which file: holidays import FILE')
  const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  // The year that a notice or a table speaks of is the one that it names most.
  const named = [...text.matchAll(/20\d{2}(?=年(?:元旦|部分节假日)|-\d{2}-\d{2})/g)].map(([match]) => match)
  const most = named.toSorted((a, b) => count(named, b) - count(named, a))[0]
  const { years, problems } = readHolidays(text, { year: Number(year ?? most ?? 0), source })
  if (problems.length > 0)
    throw new Error(
      [
        `${file} was not imported:`,
        ...problems.map(({ line, what, text: at }) => `  line ${line}: ${reasons[what]} ${at}`),
      ].join('\n'),
    )
  await withHall(async (store, hall) => {
    await store.write(async (trx) => {
      const twice = await keepYears(trx, hall, years)
      if (twice) throw new Error(`${twice} stands in another year's table already; nothing was imported.`)
      await bumpHoursVersion(trx, hall)
      const about = years.map((one) => one.year).join(', ')
      const at = new Date().toISOString()
      await insertAct(trx, hall, { staff: null, act: 'holidays', about, detail: years[0]?.source ?? '', at })
      await bumpRev(trx, hall, true)
    })
    for (const one of years) console.log(told(one))
  })
  console.log('A running hub shows it with its next change, or after a restart.')
}

const count = (list: readonly string[], of: string) => list.filter((one) => one === of).length

const reasons = {
  unreadable: 'cannot be read:',
  date: 'there is no such date:',
  year: 'is not of the year (give it with --year):',
  twice: 'stands there twice:',
  kind: 'is neither rest (休) nor work (班):',
  workday: 'is a make-up workday on a weekday:',
  nothing: 'holds no day',
  source: 'which notice? give it with --source "国办发明电〔2026〕9号"',
  long: 'is too long',
}

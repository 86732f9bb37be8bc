// The administrator's command: `npm run hall -- COMMAND`. Works beside a running hub, except where it replaces the database.
import { parseArgs } from 'node:util'
import { DataFolderError } from '#db/data-folder.ts'
import { BookError } from '#db/seed/book.ts'
import { holidaysImport, holidaysList, type HolidayOptions } from './holidays.ts'
import { backup, check, init, pair, restore, staffAdd, staffPin, type Options } from './commands.ts'

interface Command {
  usage: string
  about: string
  run(args: string[], options: Options & HolidayOptions): Promise<void>
}

const commands: Record<string, Command> = {
  init: {
    usage: 'init [--from FOLDER | --empty --name NAME]',
    about: `Begin a hall in an empty data folder.
  --from FOLDER   from a hall book: hall.json, matters.json, people.json, duty.json, events.json.
                  Copy db/seed and edit it; every mistake is named with its place.
  --empty         the four committees, lanes, windows and hours as usual, no people, no matters
  --name NAME     the hall's name, with --empty
  Without either: the demonstration hall, as npm start makes it.`,
    run: init,
  },
  pair: {
    usage: 'pair kiosk|display|desk [--name NAME] [--json]',
    about: `Pair a device. Prints a one-time link to open on that device within an hour.
  --json          make the device at once and print {"device", "token"} for a program
  --staff ID      desk links only: also sign this member of staff in`,
    run: pair,
  },
  'staff add': {
    usage: 'staff add NAME --role clerk|manager --pin DIGITS [--id ID] [--json]',
    about: 'Add a member of staff. The PIN has 6 to 12 digits and works on paired desks only.',
    run: staffAdd,
  },
  'staff pin': {
    usage: 'staff pin ID --pin DIGITS',
    about: 'Set a new PIN; also unlocks after ten wrong ones.',
    run: staffPin,
  },
  'holidays list': {
    usage: 'holidays list',
    about: 'Which years of public holidays and make-up workdays (调休) are covered, each with its notice.',
    run: holidaysList,
  },
  'holidays import': {
    usage: 'holidays import FILE [--year YEAR] [--source NOTICE]',
    about: `Enter a year of public holidays: the State Council's notice as text, lines date,name,休|班, or JSON.
  --year YEAR      the year of a table that does not name its own
  --source NOTICE  the notice, where the file does not name it: "国办发明电〔2026〕9号"
  A year that is there is replaced whole; a file with a mistake changes nothing.`,
    run: holidaysImport,
  },
  backup: {
    usage: 'backup [FILE]',
    about: `Copy the database while the hub runs, and check the copy. Default: DATA_DIR/backups/TIME.sqlite
  The files of notices (pictures, films) are copied to the folder media beside it; restore brings back those that are missing.`,
    run: backup,
  },
  restore: {
    usage: 'restore FILE',
    about: 'Put a backup in the place of the database. The hub must be stopped; what was there is kept beside it.',
    run: restore,
  },
  check: { usage: 'check', about: 'Check the database: its pages, its references, its settings.', run: check },
}

const help = () =>
  [
    'npm run hall -- COMMAND      (data folder: DATA_DIR, now ' + (process.env.DATA_DIR ?? 'data') + ')',
    '',
    ...Object.values(commands).map(({ usage, about }) => `  ${usage.padEnd(64)} ${about.split('\n')[0]}`),
    '',
    '  COMMAND --help tells more.',
  ].join('\n')

async function main(argv: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      json: { type: 'boolean' },
      empty: { type: 'boolean' },
      name: { type: 'string' },
      from: { type: 'string' },
      role: { type: 'string' },
      pin: { type: 'string' },
      id: { type: 'string' },
      staff: { type: 'string' },
      year: { type: 'string' },
      source: { type: 'string' },
    },
  })
  const two = positionals.slice(0, 2).join(' ')
  const name = commands[two] ? two : (positionals[0] ?? '')
  const command = commands[name]
  if (!command) {
    if (name !== '') throw new Error(`There is no command "${name}".\n\n${help()}`)
    return console.log(help())
  }
  if (values.help) return console.log(`npm run hall -- ${command.usage}\n\n${command.about}`)
  await command.run(positionals.slice(name.split(' ').length), values)
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const code = (error as { code?: string }).code ?? ''
  const told =
    error instanceof DataFolderError ||
    error instanceof BookError ||
    code.startsWith('ERR_PARSE_ARGS') ||
    error instanceof Error
  console.error(told ? (error as Error).message : error)
  process.exit(1)
})

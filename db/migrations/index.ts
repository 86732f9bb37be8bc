// The migrations in their order, by name. A name that was released never changes.
import type { Migration } from 'kysely'
import * as hall from './0001-hall.ts'
import * as hours from './0002-hours.ts'
import * as roster from './0003-roster.ts'
import * as calendar from './0004-calendar.ts'
import * as walls from './0005-walls.ts'
import * as notices from './0006-notices.ts'
import * as alerts from './0007-alerts.ts'
import * as people from './0008-people.ts'
import * as printing from './0009-printing.ts'
import * as peopleBook from './0010-people-book.ts'
import * as cards from './0011-cards.ts'
import * as proof from './0012-proof.ts'
import * as estimates from './0013-estimates.ts'
import * as appointments from './0014-appointments.ts'
import * as leases from './0015-leases.ts'
import * as visits from './0016-visits.ts'
import * as closing from './0017-closing.ts'

export const migrations: Record<string, Migration> = {
  '0001-hall': hall,
  '0002-hours': hours,
  '0003-roster': roster,
  '0004-calendar': calendar,
  '0005-walls': walls,
  '0006-notices': notices,
  '0007-alerts': alerts,
  '0008-people': people,
  '0009-printing': printing,
  '0010-people-book': peopleBook,
  '0011-cards': cards,
  '0012-proof': proof,
  '0013-estimates': estimates,
  '0014-appointments': appointments,
  '0015-leases': leases,
  '0016-visits': visits,
  '0017-closing': closing,
}

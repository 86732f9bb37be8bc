// The views that change with the book and with time, by name.
import { alertView } from './alert-view.ts'
import { almanacView } from './almanac-view.ts'
import { calendarView } from './calendar-view.ts'
import { catalogView } from './hall-views.ts'
import { noticesView } from './notices-view.ts'
import { peopleView } from './people-view.ts'
import { officeView } from './office-view.ts'
import { wallsView } from './walls-view.ts'

export const bookViews = {
  alert: alertView,
  catalog: catalogView,
  walls: wallsView,
  calendar: calendarView,
  almanac: almanacView,
  notices: noticesView,
  office: officeView,
  people: peopleView,
}

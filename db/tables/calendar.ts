// The tables of series of events, their exceptions, places and sign-ups, and feeds from outside, as rows.

// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled with the tables of its migration
export interface CalendarTables {}

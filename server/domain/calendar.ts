// What is on, and when: series of events with their rules and exceptions, as occurrences. Pure.

/** What the hall's book holds of it. */
export interface Calendar {
  rest?: undefined
}

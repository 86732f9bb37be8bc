// What may be asked of the calendar, sign-ups and feeds, and what is answered.
export {}

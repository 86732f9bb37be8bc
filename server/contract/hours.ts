// What may be asked of hours, holidays and proposals, and what is answered.
export {}

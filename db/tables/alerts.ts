// The tables of emergency messages, their renewals and who acknowledged them, as rows.

// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled with the tables of its migration
export interface AlertsTables {}

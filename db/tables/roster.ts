// The tables of the roster's rules, leave, swaps, compensatory rest and the duty log, as rows.

// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled with the tables of its migration
export interface RosterTables {}

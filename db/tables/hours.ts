// The tables of holidays, published hours to come, proposals and the residents' voices, as rows.

// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled with the tables of its migration
export interface HoursTables {}

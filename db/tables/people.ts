// The tables of people's roles and buildings, of who owns a matter, and of what was looked up, as rows.

// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled with the tables of its migration
export interface PeopleTables {}

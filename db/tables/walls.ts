// The tables of the walls' layouts, and which display shows which, as rows.

// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled with the tables of its migration
export interface WallsTables {}

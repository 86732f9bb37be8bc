// The tables of notices, their way to admission, and the files that they show, as rows.

// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled with the tables of its migration
export interface NoticesTables {}

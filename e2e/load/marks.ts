// By which words the arrival of something at a screen is noted: the bench asks for what its workers noted.

/** Frames of the baseline are told apart by their revision. */
export const markOf = (rev: number): string => `rev ${rev}`

/** An emergency message is noted by its id. */
export const alertMark = (alert: string): string => `alert ${alert}`

/** A notice that a screen had and no longer has, by its id. */
export const goneMark = (notice: string): string => `gone ${notice}`

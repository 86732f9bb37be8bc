// How often a screen reports what it painted: soon enough for the desk, and many screens not in step.

/** Milliseconds from the paint to its report; what is painted meanwhile goes into the same one. */
export const reportDelay = (): number => 800 + Math.random() * 1200

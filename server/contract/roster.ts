// What may be asked of the duty roster and the duty log, and what is answered.
export {}

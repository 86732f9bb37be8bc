// What may be asked of emergency messages, and what is answered.
export {}

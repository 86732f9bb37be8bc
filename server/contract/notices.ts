// What may be asked of notices and their admission, and what is answered.
export {}

// The smaller build of pdf.js has the same types as the whole one, and ships none of its own.
declare module 'pdfjs-dist/build/pdf.min.mjs' {
  export * from 'pdfjs-dist'
}

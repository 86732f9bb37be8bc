// The printers of this kiosk, loaded once the first picture stands: the hub's, and the browser's own where the page may print by itself.
import { BrowserPrinter } from './browser-printer.ts'
import { HubPrinter } from './hub-printer.ts'

const own = new URLSearchParams(location.search).get('printer') === 'none' ? null : new BrowserPrinter()

/** `own`: what prints while the hub is away; null: nothing does. */
export const printers = { hub: new HubPrinter(own), own }

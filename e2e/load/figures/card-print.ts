// Contact cards: from the touch on a kiosk to the bytes at the printer.
import { openHall } from '#server/testing/hall.ts'
import { FakePrinter } from '#server/testing/fake-printer.ts'
import { alone, type Figure } from '../figure.ts'

export const cardPrint: Figure = {
  name: 'card-print',
  area: 'cards',
  about: 'card from touch to bytes at the printer',
  unhurried: true,
  run: async () => {
    const printer = await new FakePrinter().plugIn()
    const here = await openHall({})
    try {
      const kiosk = await here.pair('kiosk')
      const manager = await here.clerk(null, 'manager')
      const { devices } = (
        await here.api<{ devices: { id: string; kind: string }[] }>('GET', '/api/devices', { token: manager })
      ).body
      await here.api('POST', '/api/printers', {
        token: manager,
        body: {
          id: null,
          name: 'bench',
          kind: 'receipt',
          host: '127.0.0.1',
          port: printer.port,
          mode: 'text',
          devices: devices.filter(({ kind }) => kind === 'kiosk').map(({ id }) => id),
        },
      })
      const body = {
        about: { matter: 'roof-leak' },
        building: null,
        people: ['xu', 'xie'],
        form: 'receipt',
        large: false,
      }
      const times: number[] = []
      for (let round = 0; round < 30; round += 1) {
        const before = printer.jobs.length
        const began = performance.now()
        await here.api('POST', '/api/cards/prints', { token: kiosk, body })
        while (printer.jobs.length === before) await new Promise((done) => setTimeout(done, 2))
        times.push(printer.lastByteAt - began)
      }
      times.sort((a, b) => a - b)
      const p95 = times[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN
      const what = 'card asked for to all its bytes at the printer, p95'
      return [alone(['cards', what], p95, 'ms', { text: '≤ 1000 ms', met: p95 <= 1000 })]
    } finally {
      await here.stop()
      await printer.pullOut()
    }
  },
}

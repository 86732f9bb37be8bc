// Paper: what kiosks and clerks ask for, and the manager's printers.
import { Nothing } from '#contract/intents.ts'
import { AskPaper, EditPrinter, JobReply, PrinterList, PrinterReply, Reprint } from '#contract/printing.ts'
import { findJob, findPrinter, jobFaces, printerFaces } from '#db/queries/printing.ts'
import { askPaper, dropPrinter, editPrinter, jobFace, reprint } from '../../commands/print-paper.ts'
import { refused, type Answer } from '../../commands/run.ts'
import type { Spooler } from '../../printing/spooler.ts'
import { answer, command, route, type Asked, type Route } from '../route.ts'

const JOBS_SHOWN = 30

export const printingRoutes = (spooler: Spooler): Route[] => {
  /** The spooler hears of a job once it is committed. */
  const waking =
    <B>(handler: (asked: Asked<B>) => Promise<Answer>) =>
    async (asked: Asked<B>): Promise<Answer> => {
      const result = await handler(asked)
      spooler.wake()
      return result
    }
  return [
    route({
      method: 'POST',
      path: '/api/prints',
      summary: 'Paper for a ticket of this kiosk, on the printer that the hub has for it',
      who: ['kiosk'],
      limit: 'write',
      keyed: true,
      body: AskPaper,
      reply: JobReply,
      status: 202,
      run: waking(command((room, { body }) => askPaper(room, body))),
    }),
    route({
      method: 'GET',
      path: '/api/prints/{id}',
      summary: 'What became of it',
      who: ['kiosk', 'staff'],
      limit: 'read',
      reply: JobReply,
      run: async ({ hub, params }) => {
        const job = await findJob(hub.store.db, hub.hall, params.id ?? '')
        const printer = job && (await findPrinter(hub.store.db, hub.hall, job.printer))
        if (!job) return { ...refused({ code: 'not_found', facts: {} }), replayed: false }
        return answer({ job: jobFace(job, printer?.name ?? '') })
      },
    }),
    route({
      method: 'POST',
      path: '/api/tickets/{id}/reprint',
      summary: 'Another copy of the same ticket',
      who: ['staff'],
      limit: 'write',
      keyed: true,
      body: Reprint,
      reply: JobReply,
      status: 202,
      run: waking(command((room, { body, params }) => reprint(room, { ...body, id: params.id ?? '' }))),
    }),
    route({
      method: 'GET',
      path: '/api/printers',
      summary: 'The hall’s printers, how they are, and their newest jobs',
      who: ['staff'],
      limit: 'read',
      reply: PrinterList,
      run: async ({ hub }) =>
        answer({
          printers: await printerFaces(hub.store.db, hub.hall),
          jobs: await jobFaces(hub.store.db, hub.hall, JOBS_SHOWN),
        }),
    }),
    route({
      method: 'POST',
      path: '/api/printers',
      summary: 'Add or change a printer, and say which kiosks print there',
      who: ['manager'],
      limit: 'write',
      keyed: true,
      body: EditPrinter,
      reply: PrinterReply,
      run: async (asked) => {
        const result = await command<EditPrinter>((room, { body }) => editPrinter(room, body))(asked)
        void spooler.look()
        return result
      },
    }),
    route({
      method: 'POST',
      path: '/api/printers/{id}/remove',
      summary: 'Take a printer out of the hall',
      who: ['manager'],
      limit: 'write',
      keyed: true,
      body: Nothing,
      reply: Nothing,
      run: command((room, { params }) => dropPrinter(room, params.id ?? '')),
    }),
  ]
}

// Every figure of the bench, in the order in which its table shows them.
import type { Figure } from './figure.ts'
import { callReceived } from './figures/call-received.ts'
import { cardCodes } from './figures/card-codes.ts'
import { cardPrint } from './figures/card-print.ts'
import { emergency } from './figures/emergency.ts'
import { findSpeed } from './figures/find-speed.ts'
import { findTouches } from './figures/find-touches.ts'
import { firstLoad } from './figures/first-load.ts'
import { fourCalls } from './figures/four-calls.ts'
import { holidays } from './figures/holidays.ts'
import { hoursOracle } from './figures/hours-oracle.ts'
import { memory } from './figures/memory.ts'
import { postWithDisplays } from './figures/post-with-displays.ts'
import { post } from './figures/post.ts'
import { recurrence } from './figures/recurrence.ts'
import { restart } from './figures/restart.ts'
import { roster } from './figures/roster.ts'
import { takenDown } from './figures/taken-down.ts'
import { wallAtRest } from './figures/wall-at-rest.ts'
import { wallHeap } from './figures/wall-heap.ts'
import { wallIdle } from './figures/wall-idle.ts'

/** Another area adds its figures here. */
export const figures: Figure[] = [
  post,
  postWithDisplays,
  callReceived,
  restart,
  fourCalls,
  firstLoad,
  wallAtRest,
  memory,
  hoursOracle,
  holidays,
  recurrence,
  roster,
  emergency,
  takenDown,
  wallIdle,
  wallHeap,
  findTouches,
  findSpeed,
  cardPrint,
  cardCodes,
]

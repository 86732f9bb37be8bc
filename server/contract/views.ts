// What each audience sees, whole. The views are whitelists: a field that is not here does not leave the hub. One file, although
// it is long: the privacy line is read in one place.
import { z } from 'zod'
import { ClockTime, HallDate, Id, Instant, Label, Slug, Text } from './text.ts'
import {
  AlertPhase,
  CallTrouble,
  CommitteeColour,
  CommitteeIcon,
  DeviceKind,
  DutyKind,
  EventKind,
  Hazard,
  NoticeKind,
  NoticePlace,
  NoticeSection,
  OutOfOrderReason,
  PrintState,
  Role,
  SoundState,
  SpanKind,
  TicketState,
} from './words.ts'
import { AnswerFace, BuildingFace, LetterFace, MatterWay, PersonFace, PlaceFace, TileFace } from './people.ts'
import { SlipMark } from './leases.ts'
import { BandFace, EstimateFace } from './estimates.ts'
import { PrinterMark } from './printing.ts'
import { AwayFace, DeskMatter, MissingFace, UnservedLane, VisitFace } from './visits.ts'
import { WallFace } from './walls.ts'

/**
 * Every view carries this stamp. `rev` grows with every committed change of the hall; a screen drops what is not newer.
 * `epoch` names the history that `rev` counts in: it is new after a restore, and then a smaller `rev` is newer.
 * `at` is the hub's clock when the view was sent.
 */
export const Stamp = z.object({ epoch: Id, rev: z.int(), at: Instant }).meta({ id: 'Stamp' })
export type Stamp = z.infer<typeof Stamp>

export const HallFace = z
  .object({
    name: Text,
    subdistrict: Text,
    plaques: z.array(Text).length(4),
    address: Text,
    phone: z.string(),
    zone: z.string(),
    /** A demonstration hall: its people are examples and its screens say so. */
    demo: z.boolean(),
  })
  .meta({ id: 'HallFace' })
export type HallFace = z.infer<typeof HallFace>

export const SpanFace = z.object({ from: ClockTime, to: ClockTime, kind: SpanKind }).meta({ id: 'SpanFace' })
export type SpanFace = z.infer<typeof SpanFace>

/** A public holiday, or a make-up workday (调休) on a weekend. */
export const HolidayFace = z.object({ name: Text, kind: z.enum(['rest', 'work']) }).meta({ id: 'HolidayFace' })
export type HolidayFace = z.infer<typeof HolidayFace>

/** What residents are asked about new hours: one voice a ticket, until the end of a day. */
export const ProposalFace = z
  .object({
    id: Id,
    question: Text,
    options: z.array(z.object({ id: Slug, text: Text })),
    until: HallDate,
  })
  .meta({ id: 'ProposalFace' })
export type ProposalFace = z.infer<typeof ProposalFace>

export const HoursFace = z
  .object({
    date: HallDate,
    /** Today's spans, in order; empty when the hall stays closed. */
    today: z.array(SpanFace),
    /** Why today differs from the weekly pattern: an exception, a public holiday, a make-up workday. */
    reason: Text.nullable(),
    /** Today's, null on any other day. */
    holiday: HolidayFace.nullable(),
    /** Open now: the kind of the span, and when the unbroken opening ends. */
    open: z.object({ kind: SpanKind, until: Instant }).nullable(),
    /** The next opening after now; null when none is published within two weeks. */
    next: z.object({ at: Instant, kind: SpanKind }).nullable(),
    /** Until when numbers are given today; null when there are none any more. */
    lastNumberAt: Instant.nullable(),
    /** Today and the six days after it. */
    week: z.array(
      z.object({
        date: HallDate,
        spans: z.array(SpanFace),
        reason: Text.nullable(),
        holiday: HolidayFace.nullable(),
      }),
    ),
    /** The day from which a new weekly pattern holds, within two weeks; null when none does. */
    changesOn: HallDate.nullable(),
    /** A year within two weeks whose public holidays are not published yet. */
    uncovered: z.int().nullable(),
    /** The year whose public holidays the manager should enter: this one, or from 1 November on the next. */
    missing: z.int().nullable(),
    /** What is put to residents today. */
    proposal: ProposalFace.nullable(),
  })
  .meta({ id: 'HoursFace' })
export type HoursFace = z.infer<typeof HoursFace>

export const DutyFace = z
  .object({
    id: Id,
    name: z.string(),
    title: Text,
    kind: DutyKind,
    from: Instant,
    until: Instant,
    window: z.int().nullable(),
    /** The committee's. */
    colour: CommitteeColour,
  })
  .meta({ id: 'DutyFace' })
export type DutyFace = z.infer<typeof DutyFace>

export const EventFace = z
  .object({
    /** Of this one occurrence. */
    id: Id,
    title: Text,
    kind: EventKind,
    startsAt: Instant,
    endsAt: Instant,
    room: Text.nullable(),
    /** What one may sign up for: places in all, those that are left, and people on the waiting list. Null: just come. */
    places: z.object({ all: z.int(), left: z.int(), waiting: z.int() }).nullable(),
    /** Why it is not on its usual day, or does not take place. */
    note: Text.nullable(),
    cancelled: z.boolean(),
    /** What it is about, where more was written than its title. */
    about: Text.optional(),
  })
  .meta({ id: 'EventFace' })
export type EventFace = z.infer<typeof EventFace>

export const LaneFace = z
  .object({ id: Slug, prefix: z.string(), name: Text, colour: CommitteeColour, waiting: z.int() })
  .meta({ id: 'LaneFace' })
export type LaneFace = z.infer<typeof LaneFace>

export const CallFace = z
  .object({
    /** New for every call, the repeated ones too: a display announces each id once. */
    id: Id,
    label: Label,
    window: z.int(),
    colour: CommitteeColour,
    at: Instant,
    again: z.boolean(),
    /** called: come now; serving: being served; past: over. */
    state: z.enum(['called', 'serving', 'past']),
  })
  .meta({ id: 'CallFace' })
export type CallFace = z.infer<typeof CallFace>

export const HotlineFace = z
  .object({ id: Slug, name: Text, number: z.string(), hours: Text })
  .meta({ id: 'HotlineFace' })
export type HotlineFace = z.infer<typeof HotlineFace>

export const WindowFace = z
  .object({
    number: z.int(),
    name: Text,
    /** Somebody is there and does not pause. */
    staffed: z.boolean(),
    label: Label.nullable(),
    /** Only while it pauses. */
    away: AwayFace.optional(),
  })
  .meta({ id: 'WindowFace' })
export type WindowFace = z.infer<typeof WindowFace>

export const BoardView = Stamp.extend({
  hall: HallFace,
  hours: HoursFace,
  /** Today's latest calls, newest first, one per ticket, eight at most. */
  calls: z.array(CallFace),
  /** Who comes next in the order of rank, six at most. */
  next: z.array(z.object({ label: Label, colour: CommitteeColour })),
  lanes: z.array(LaneFace),
  windows: z.array(WindowFace),
  duty: z.array(DutyFace),
  events: z.array(EventFace),
  /** Calls out of order today, by anyone. */
  outOfOrder: z.int(),
}).meta({ id: 'BoardView' })
export type BoardView = z.infer<typeof BoardView>

export const KioskView = Stamp.extend({
  hall: HallFace,
  hours: HoursFace,
  lanes: z.array(LaneFace),
  duty: z.array(DutyFace),
  hotlines: z.array(HotlineFace),
  /** Lanes that no open window serves just now, while the hall is open. */
  unserved: z.array(UnservedLane),
  /** By lane: what would be said of the wait of whoever takes a number now. */
  waits: z.record(Slug, EstimateFace),
}).meta({ id: 'KioskView' })
export type KioskView = z.infer<typeof KioskView>

export const CommitteeFace = z
  .object({ id: Slug, letter: z.string(), name: Text, about: Text, colour: CommitteeColour, icon: CommitteeIcon })
  .meta({ id: 'CommitteeFace' })
export type CommitteeFace = z.infer<typeof CommitteeFace>

export const MatterFace = z
  .object({
    id: Slug,
    committee: Slug,
    lane: Slug,
    /** As residents say it: "屋顶漏水了". */
    words: Text,
    /** As the office files it: "房屋维修协调". */
    name: Text,
    steps: z.array(Text),
    bring: z.array(Text),
    /** Standard time at the window, minutes. */
    minutes: z.int(),
    common: z.boolean(),
  })
  .meta({ id: 'MatterFace' })
export type MatterFace = z.infer<typeof MatterFace>

export const ClassFace = z
  .object({ id: Slug, name: Text, headStart: z.int().describe('minutes') })
  .meta({ id: 'ClassFace' })
export type ClassFace = z.infer<typeof ClassFace>

/** What rarely changes: the kiosk's and the desk's list of committees, matters and classes. */
export const CatalogView = Stamp.extend({
  committees: z.array(CommitteeFace),
  matters: z.array(MatterFace),
  /** The classes that a resident may choose at the kiosk, the one without a head start first. */
  classes: z.array(ClassFace),
  /** The class of an appointment that is kept; missing where no lane takes appointments. */
  appointment: ClassFace.optional(),
  /** The order of the queue in one sentence, from the classes as they are. */
  rule: Text,
  /** The windows and the lanes that each serves. */
  windows: z.array(z.object({ number: z.int(), lanes: z.array(Slug) })).optional(),
}).meta({ id: 'CatalogView' })
export type CatalogView = z.infer<typeof CatalogView>

export const DeskTicket = z
  .object({
    id: Id,
    /** Goes up with each step; a step names the version that the clerk saw. */
    version: z.int(),
    label: Label,
    serviceDate: HallDate,
    state: TicketState,
    lane: Slug,
    colour: CommitteeColour,
    matter: Slug,
    words: Text,
    class: Slug,
    joinedAt: Instant,
    /** Joined, less the head start: the smallest goes next. */
    rankAt: Instant,
    /** The number of the window that has it, or that it was transferred to. */
    window: z.int().nullable(),
    calledAt: Instant.nullable(),
    startedAt: Instant.nullable(),
    calls: z.int(),
    printed: PrintState,
    /** All its matters in order, where it has several; `matter` is the current one. */
    matters: z.array(DeskMatter).optional(),
    /** What its holder is told of the wait, where minutes can be said. */
    band: BandFace.optional(),
    /** What is missing, by matter, where anything is. */
    checklist: z.array(MissingFace).optional(),
  })
  .meta({ id: 'DeskTicket' })
export type DeskTicket = z.infer<typeof DeskTicket>

export const DeskWindow = z
  .object({
    id: Slug,
    number: z.int(),
    name: Text,
    allRound: z.boolean(),
    lanes: z.array(Slug),
    staff: z.string().nullable(),
    /** Only while it pauses. */
    away: AwayFace.optional(),
    current: DeskTicket.nullable(),
    /** The first of those who wait for this window, three at most. */
    next: z.array(DeskTicket),
    waiting: z.int(),
    /** What "undo" at this window would take back. */
    undo: z.object({ label: Label, step: z.string() }).nullable(),
  })
  .meta({ id: 'DeskWindow' })
export type DeskWindow = z.infer<typeof DeskWindow>

/** A kiosk or display as the desk sees it: what it paints, how old, and whether it can be heard. */
export const ScreenFace = z
  .object({
    device: Id,
    name: z.string(),
    kind: DeviceKind,
    /** False when no tab of this device is connected. */
    connected: z.boolean(),
    /** True when it has painted the newest revision of all its views. */
    current: z.boolean(),
    /** The views of which it shows an older revision than the hub's. */
    behind: z.array(z.enum(['alert', 'board', 'kiosk', 'catalog', 'walls', 'calendar', 'almanac', 'notices'])),
    paintedAt: Instant.nullable(),
    paintedRev: z.int().nullable(),
    /** The wall that it paints. */
    wall: Slug.nullable(),
    sound: SoundState.nullable(),
    size: z.string().nullable(),
    version: z.string().nullable(),
    /** It runs other files than the hub serves, and takes the new ones at a calm moment. */
    outdated: z.boolean(),
    /** Connected since. */
    since: Instant.nullable(),
    /** When its page was opened, and how often that was today. */
    openedAt: Instant.nullable(),
    starts: z.int().nullable(),
    /** What last broke in its page. */
    fault: z.object({ at: Instant, what: z.string() }).nullable(),
  })
  .meta({ id: 'ScreenFace' })
export type ScreenFace = z.infer<typeof ScreenFace>

export const DeskView = Stamp.extend({
  hall: HallFace,
  hours: HoursFace,
  lanes: z.array(LaneFace),
  windows: z.array(DeskWindow),
  /** Lanes that no open window serves just now, while the hall is open. */
  unserved: z.array(UnservedLane),
  /** Today's waiting tickets in the order of rank, at most 60 of them; `lanes` has the true counts. */
  waiting: z.array(DeskTicket),
  held: z.array(DeskTicket),
  missed: z.array(DeskTicket),
  /** Who left the queue by phone within half an hour. */
  gone: z.array(DeskTicket),
  /** Open tickets of earlier days: each is to be called or closed by a person. */
  leftover: z.array(DeskTicket),
  /** Today's tickets without paper, newest first, at most 20. */
  unprinted: z.array(DeskTicket),
  duty: z.array(DutyFace),
  /** The hall's printers, and what they say of themselves. */
  printers: z.array(PrinterMark),
  /** Numbers of the hub's absence that could not be kept, until somebody has found their holders. */
  slips: z.array(SlipMark),
}).meta({ id: 'DeskView' })
export type DeskView = z.infer<typeof DeskView>

export const ScreensView = Stamp.extend({ screens: z.array(ScreenFace) }).meta({ id: 'ScreensView' })
export type ScreensView = z.infer<typeof ScreensView>

/** How far the latest call of a ticket that is awaited at a window was noticed in the hall. */
export const CallProof = z
  .object({
    call: Id,
    ticket: Id,
    label: Label,
    /** The number of the window that called. */
    window: z.int(),
    at: Instant,
    /** Walls that are to show it; those that painted it; those that spoke it to its end. */
    walls: z.int(),
    shown: z.int(),
    spoken: z.int(),
    /** The phone of whoever follows the number painted it. */
    phone: z.boolean(),
    /** Calls of this ticket that were shown and spoken, since it was last set aside. */
    proven: z.int(),
    /** As many are needed before it may be marked as missed without a reason. */
    needed: z.int(),
    /** Why nobody could have noticed it; null while it may still be shown and spoken, or was. */
    trouble: CallTrouble.nullable(),
  })
  .meta({ id: 'CallProof' })
export type CallProof = z.infer<typeof CallProof>

/** The calls that stand, by what the screens have proven of them. */
export const ProofsView = Stamp.extend({ proofs: z.array(CallProof) }).meta({ id: 'ProofsView' })
export type ProofsView = z.infer<typeof ProofsView>

/** The day's fairness, for everybody to read: counted every ten seconds or so, after the board. */
export const LedgerView = Stamp.extend({
  date: HallDate,
  /** Tickets of the day that were served. */
  served: z.int(),
  /** Calls out of rank that stand, by reason; those with any. */
  reasons: z.array(z.object({ reason: OutOfOrderReason, times: z.int() })),
  /** Minutes: of whoever was, or is, waiting longest; null of nobody. */
  longest: z.int().nullable(),
  /** Minutes by which anybody was overtaken at most. */
  overtaken: z.int(),
}).meta({ id: 'LedgerView' })
export type LedgerView = z.infer<typeof LedgerView>

/** What the holder of a ticket's code may see. */
export const TicketView = Stamp.extend({
  hall: HallFace,
  hours: HoursFace,
  label: Label,
  state: TicketState,
  colour: CommitteeColour,
  lane: Text,
  words: Text,
  bring: z.array(Text),
  class: Text,
  serviceDate: HallDate,
  joinedAt: Instant,
  /** People ahead in the order of rank; null when the ticket is not waiting. */
  ahead: z.int().nullable(),
  /** When it is called; null when the ticket is not waiting. */
  estimate: EstimateFace.nullable(),
  window: z.int().nullable(),
  /** Who receives there by the roster, as the wall says it; missing while it is at no window, or nobody is down for it. */
  receives: z.object({ name: z.string(), title: Text }).optional(),
  calledAt: Instant.nullable(),
  /** The call that stands, which the phone proves; null while there is none. */
  call: Id.nullable(),
  /** After a missed call: it may join the queue again from the phone. */
  returns: z.boolean(),
  /** After leaving by phone: until when it may take its place again. */
  backUntil: Instant.nullable(),
  /** Its matters in order, with steps, what to bring and what is missing. */
  visit: z.array(VisitFace).optional(),
}).meta({ id: 'TicketView' })
export type TicketView = z.infer<typeof TicketView>

/** A day as the calendar shows it. */
export const DayFace = z
  .object({
    date: HallDate,
    /** A public holiday, or a make-up workday (调休) on a weekend; null on any other day. */
    holiday: HolidayFace.nullable(),
    /** The lunar date as it is said: 十月十四. */
    lunar: Text,
    /** A traditional festival or a national day. */
    festival: Text.nullable(),
    events: z.array(EventFace),
  })
  .meta({ id: 'DayFace' })
export type DayFace = z.infer<typeof DayFace>

/** What is on in a room now, and what comes next today or later. */
export const RoomFace = z
  .object({ id: Slug, name: Text, about: Text, now: EventFace.nullable(), next: EventFace.nullable() })
  .meta({ id: 'RoomFace' })
export type RoomFace = z.infer<typeof RoomFace>

/** What is on: six whole weeks from the Monday of this week, and each room. */
export const CalendarView = Stamp.extend({
  today: HallDate,
  days: z.array(DayFace),
  rooms: z.array(RoomFace),
}).meta({ id: 'CalendarView' })
export type CalendarView = z.infer<typeof CalendarView>

/** The hours and the duty of the days to come, so that a wall that lost its hub still says what is true. */
export const AlmanacView = Stamp.extend({
  /** Today and the thirteen days after it: published spans, the same as instants, and why they differ from the week's pattern. */
  days: z.array(
    z.object({
      date: HallDate,
      spans: z.array(SpanFace),
      openings: z.array(z.object({ from: Instant, to: Instant, kind: SpanKind })),
      reason: Text.nullable(),
      holiday: HolidayFace.nullable(),
    }),
  ),
  /** Shifts that end after the last midnight and begin within those days, in order of their beginning. */
  duty: z.array(DutyFace),
}).meta({ id: 'AlmanacView' })
export type AlmanacView = z.infer<typeof AlmanacView>

/** A notice that was admitted and is shown today, or a rule of the volume (制度汇编). */
export const NoticeFace = z
  .object({
    id: Id,
    section: NoticeSection,
    kind: NoticeKind,
    title: Text,
    /** Paragraphs; empty where the picture or the film says it all. */
    body: z.array(Text),
    /** A file of the hub's own. `alt` says in words what it shows. */
    media: z
      .object({
        url: z.string(),
        type: z.string(),
        width: z.int(),
        height: z.int(),
        seconds: z.number().nullable(),
        /** What stands there before a film plays. */
        poster: z.string().nullable(),
        alt: Text,
      })
      .nullable(),
    /** Where it is shown. */
    places: z.array(NoticePlace),
    /** Who admitted it, under which number it is filed there, and when. */
    admittedBy: z.string(),
    reference: z.string(),
    admittedAt: Instant,
    from: HallDate,
    /** The last day; null: until it is taken down. */
    until: HallDate.nullable(),
  })
  .meta({ id: 'NoticeFace' })
export type NoticeFace = z.infer<typeof NoticeFace>

export const NoticesView = Stamp.extend({ notices: z.array(NoticeFace) }).meta({ id: 'NoticesView' })
export type NoticesView = z.infer<typeof NoticesView>

/** A message that goes over everything on every screen. */
export const AlertFace = z
  .object({
    id: Id,
    hazard: Hazard,
    /** A drill says so in words, in voice and in another colour, from the first to the last moment. */
    drill: z.boolean(),
    phase: AlertPhase,
    headline: Text,
    /** What to do. */
    instruction: Text,
    /** Where to go, or where it is. */
    where: Text.nullable(),
    /** No numbers are given while it lasts: everybody leaves the house. */
    stops: z.boolean(),
    /** When these words were sent. */
    sentAt: Instant,
    /** Not to be shown from then on, whether the hub is heard or not. */
    expiresAt: Instant,
    /** The part whose words these are: what staff acknowledge. */
    content: Id,
    /** New with each message and renewal: spoken anew. */
    spoken: Id,
  })
  .meta({ id: 'AlertFace' })
export type AlertFace = z.infer<typeof AlertFace>

export const AlertView = Stamp.extend({
  /** Who says it: what a screen needs that was given nothing else yet. */
  hall: HallFace.pick({ name: true, phone: true, zone: true }),
  alert: AlertFace.nullable(),
}).meta({ id: 'AlertView' })
export type AlertView = z.infer<typeof AlertView>

/** How each wall is laid out, and which display shows which. */
export const WallsView = Stamp.extend({
  walls: z.array(WallFace),
  /** Device id → wall id; a display that is not named shows the first wall. */
  assigned: z.record(z.string(), Slug),
}).meta({ id: 'WallsView' })
export type WallsView = z.infer<typeof WallsView>

/** Everybody whom residents may turn to, and how they are found. */
export const PeopleView = Stamp.extend({
  people: z.array(PersonFace),
  buildings: z.array(BuildingFace),
  matters: z.array(MatterWay),
  answers: z.array(AnswerFace),
  places: z.array(PlaceFace),
  tiles: z.array(TileFace),
  letter: LetterFace.nullable(),
  /** The characters of these words by their sound in pinyin, and the words in which one sounds otherwise. */
  sounds: z.record(z.string(), z.string()),
  readings: z.record(z.string(), z.string()),
}).meta({ id: 'PeopleView' })
export type PeopleView = z.infer<typeof PeopleView>

/** Tells the desk's office pages that something they show was changed: they fetch it anew. */
export const OfficeView = Stamp.extend({ bookRev: z.int() }).meta({ id: 'OfficeView' })
export type OfficeView = z.infer<typeof OfficeView>

/** Who is signed in at this desk. */
export const StaffFace = z.object({ id: Slug, name: z.string(), role: Role }).meta({ id: 'StaffFace' })
export type StaffFace = z.infer<typeof StaffFace>

/** The views by name: the socket's `view` event and `GET /api/views/{name}` use the same names. */
export const views = {
  board: BoardView,
  kiosk: KioskView,
  catalog: CatalogView,
  desk: DeskView,
  screens: ScreensView,
  proofs: ProofsView,
  ledger: LedgerView,
  ticket: TicketView,
  calendar: CalendarView,
  almanac: AlmanacView,
  notices: NoticesView,
  alert: AlertView,
  walls: WallsView,
  office: OfficeView,
  people: PeopleView,
} as const
export interface ViewOf {
  board: BoardView
  kiosk: KioskView
  catalog: CatalogView
  desk: DeskView
  screens: ScreensView
  proofs: ProofsView
  ledger: LedgerView
  ticket: TicketView
  calendar: CalendarView
  almanac: AlmanacView
  notices: NoticesView
  alert: AlertView
  walls: WallsView
  office: OfficeView
  people: PeopleView
}
export type ViewName = keyof ViewOf

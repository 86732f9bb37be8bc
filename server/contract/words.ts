// The closed vocabularies: states, kinds and roles that tables, views and screens share. Every word is in the README's vocabulary.
import { z } from 'zod'

export const TicketState = z.enum(['waiting', 'called', 'serving', 'held', 'missed', 'done', 'left'])
export type TicketState = z.infer<typeof TicketState>

/** What became of the paper: not reported yet, handed to the printer, or known to have failed. */
export const PrintState = z.enum(['unprinted', 'printed', 'failed'])
export type PrintState = z.infer<typeof PrintState>

export const SpanKind = z.enum(['regular', 'midday', 'staggered', 'extended', 'weekend', 'holiday', 'emergency'])
export type SpanKind = z.infer<typeof SpanKind>

export const DutyKind = z.enum(['window', 'midday', 'evening', 'weekend', 'holiday', 'patrol', 'cadre', 'standby'])
export type DutyKind = z.infer<typeof DutyKind>

/** Why somebody is away. rest: compensatory rest (调休), which is taken from what duty has earned. */
export const LeaveKind = z.enum(['annual', 'sick', 'personal', 'rest', 'training', 'other'])
export type LeaveKind = z.infer<typeof LeaveKind>

/** What happened on duty. */
export const DutyEntryKind = z.enum(['visit', 'call', 'repair', 'dispute', 'safety', 'help', 'weather', 'other'])
export type DutyEntryKind = z.infer<typeof DutyEntryKind>

/** To whom something was reported upward. */
export const ReportTo = z.enum(['leader', 'subdistrict', 'grid', 'police', 'fire', 'property', 'health', 'other'])
export type ReportTo = z.infer<typeof ReportTo>

export const ReportHow = z.enum(['phone', 'message', 'system', 'person', 'paper'])
export type ReportHow = z.infer<typeof ReportHow>

export const EventKind = z.enum(['meeting', 'reception', 'activity', 'festival', 'drill', 'study', 'booking'])
export type EventKind = z.infer<typeof EventKind>

/** notice: shown for a while. rule: part of the volume of rules (制度汇编), read at the kiosk and on the phone. */
export const NoticeSection = z.enum(['notice', 'rule'])
export type NoticeSection = z.infer<typeof NoticeSection>

export const NoticeKind = z.enum(['text', 'picture', 'page', 'film'])
export type NoticeKind = z.infer<typeof NoticeKind>

export const NoticePlace = z.enum(['wall', 'kiosk', 'phone'])
export type NoticePlace = z.infer<typeof NoticePlace>

/** Of one version of a notice. Only an admitted one is ever shown. */
export const NoticeState = z.enum(['draft', 'submitted', 'refused', 'admitted', 'taken_down', 'discarded'])
export type NoticeState = z.infer<typeof NoticeState>

/** What can be done with a notice; `save` makes a new version. */
export const NoticeStep = z.enum(['save', 'submit', 'withdraw', 'admit', 'refuse', 'take_down', 'discard'])
export type NoticeStep = z.infer<typeof NoticeStep>

/** Where a version stands on a day: an admitted one is scheduled, shown, ended, or replaced by a later one. */
export const NoticeStanding = z.enum([
  ...NoticeState.exclude(['admitted']).options,
  'scheduled',
  'shown',
  'ended',
  'replaced',
])
export type NoticeStanding = z.infer<typeof NoticeStanding>

export const Hazard = z.enum(['flood', 'typhoon', 'fire', 'gas', 'heat', 'missing', 'other'])
export type Hazard = z.infer<typeof Hazard>

/** active: the danger is there. over: all clear, shown for a while. mistake: it was sent by mistake, and says so. */
export const AlertPhase = z.enum(['active', 'over', 'mistake'])
export type AlertPhase = z.infer<typeof AlertPhase>

/** What a part of an emergency message did: sent it, changed its words, gave it more time, ended it, took it back. */
export const AlertStepName = z.enum(['alert', 'update', 'renew', 'clear', 'cancel'])
export type AlertStepName = z.infer<typeof AlertStepName>

/** What is wrong with a CAP message from outside. */
export const CapFault = z.enum([
  'not_xml',
  'doctype',
  'not_cap',
  'missing',
  'malformed',
  'expired',
  'not_public',
  'status',
  'type',
  'unknown_reference',
  'known',
])
export type CapFault = z.infer<typeof CapFault>

export const Role = z.enum(['clerk', 'manager'])
export type Role = z.infer<typeof Role>

export const DeviceKind = z.enum(['kiosk', 'display', 'desk'])
export type DeviceKind = z.infer<typeof DeviceKind>

/** Why a waiting ticket is called before its turn. Counted in public. */
export const OutOfOrderReason = z.enum(['urgent', 'unwell', 'quick', 'returning', 'mistake', 'other'])
export type OutOfOrderReason = z.infer<typeof OutOfOrderReason>

/** Why somebody is marked as missed though their call was not proven. Kept with the step, and counted in the day's record. */
export const MissReason = z.enum(['aloud', 'absent', 'later', 'gone', 'screens'])
export type MissReason = z.infer<typeof MissReason>

/** What a screen did with a call: it stood on the glass; it was spoken (on a phone: sounded) to its end. */
export const CallDeed = z.enum(['painted', 'spoken'])
export type CallDeed = z.infer<typeof CallDeed>

/** Why nobody in the hall could have noticed a call. */
export const CallTrouble = z.enum(['no_wall', 'not_shown', 'not_spoken'])
export type CallTrouble = z.infer<typeof CallTrouble>

/** Each committee's colour; a token of the same name stands in assets/styles/tokens.css. */
export const CommitteeColour = z.enum(['red', 'blue', 'amber', 'green'])
export type CommitteeColour = z.infer<typeof CommitteeColour>

/** Each committee's picture; assets/ui/CommitteeIcon.svelte draws it. */
export const CommitteeIcon = z.enum(['flag', 'building', 'hands', 'shield'])
export type CommitteeIcon = z.infer<typeof CommitteeIcon>

/** Whether a display can be heard: yes, refused by the browser until touched, or its clips did not load. */
export const SoundState = z.enum(['on', 'blocked', 'broken'])
export type SoundState = z.infer<typeof SoundState>

/** What a wall is there for: everything, calls alone, the house without calls, or the sign at the door of one room. */
export const WallDuty = z.enum(['hall', 'calls', 'house', 'door'])
export type WallDuty = z.infer<typeof WallDuty>

/** The parts of a day between which a wall changes what it shows. */
export const DayPart = z.enum(['before', 'open', 'evening', 'closed', 'holiday'])
export type DayPart = z.infer<typeof DayPart>

/** What a wall can show. */
export const PanelName = z.enum([
  'calls',
  'next',
  'lanes',
  'lit',
  'reception',
  'hours',
  'today',
  'month',
  'rooms',
  'notices',
  'plaques',
  'clock',
])
export type PanelName = z.infer<typeof PanelName>

/** What somebody is to residents. More than one may be held. */
export const Post = z.enum([
  'secretary',
  'director',
  'deputy_director',
  'committee_member',
  'social_worker',
  'police',
  'security_cadre',
  'mediator',
  'property_manager',
  'owners_committee',
  'building_leader',
  'second_leader',
  'peoples_deputy',
  'party_delegate',
  'grid_worker',
  'doctor',
  'lawyer',
  'job_helper',
])
export type Post = z.infer<typeof Post>

/** In what somebody can be spoken to. */
export const Speech = z.enum(['mandarin', 'shanghainese', 'cantonese', 'english', 'japanese', 'korean', 'sign'])
export type Speech = z.infer<typeof Speech>

/** The picture on a big button under "what happened?". */
export const TileIcon = z.enum([
  'water',
  'drain',
  'power',
  'gas',
  'key',
  'noise',
  'quarrel',
  'lift',
  'parking',
  'light',
  'waste',
  'pests',
  'fire',
  'elder',
  'care',
  'child',
  'ill',
  'money',
  'work',
  'paper',
  'fraud',
  'missing',
  'dog',
  'phone',
  'house',
  'people',
  'law',
  'tree',
  'secretary',
  'police',
])
export type TileIcon = z.infer<typeof TileIcon>

/** What was looked up: a matter, an answer, a post, or words of the visitor's own. Never a person. */
export const LookupKind = z.enum(['matter', 'answer', 'post', 'words'])
export type LookupKind = z.infer<typeof LookupKind>

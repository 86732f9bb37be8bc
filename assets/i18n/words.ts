// The closed vocabularies in both languages: states, kinds, roles. The types make sure that none is forgotten.
import type {
  DeviceKind,
  DutyEntryKind,
  EventKind,
  Hazard,
  NoticeKind,
  NoticePlace,
  NoticeSection,
  NoticeStanding,
  NoticeState,
  NoticeStep,
  LeaveKind,
  MissReason,
  Post,
  ReportHow,
  ReportTo,
  Role,
  SoundState,
  Speech,
  TicketState,
} from '#contract/words.ts'
import type { ClosingDecision } from '#contract/closing.ts'
import type { JobState, PrinterState } from '#contract/printing.ts'
import type { Text } from './language.svelte.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

export const ticketState: Record<TicketState, Text> = {
  waiting: t('等候中', 'Waiting'),
  called: t('已叫号', 'Called'),
  serving: t('办理中', 'Being served'),
  held: t('暂停', 'On hold'),
  missed: t('过号', 'Missed'),
  done: t('已办结', 'Done'),
  left: t('已离开', 'Left'),
}

export const eventKind: Record<EventKind, Text> = {
  meeting: t('会议', 'Meeting'),
  reception: t('接待', 'Reception'),
  activity: t('活动', 'Activity'),
  festival: t('节庆', 'Festival'),
  drill: t('演练', 'Drill'),
  study: t('学习', 'Study'),
  booking: t('借用', 'Room booking'),
}

export const hazard: Record<Hazard, Text> = {
  flood: t('防汛', 'Flood'),
  typhoon: t('台风', 'Typhoon'),
  fire: t('火灾', 'Fire'),
  gas: t('燃气泄漏', 'Gas leak'),
  heat: t('高温', 'Heat'),
  missing: t('走失', 'Missing person'),
  other: t('其他紧急情况', 'Other emergency'),
}

export const role: Record<Role, Text> = { clerk: t('社工', 'Clerk'), manager: t('负责人', 'Manager') }

export const deviceKind: Record<DeviceKind, Text> = {
  kiosk: t('取号机', 'Kiosk'),
  display: t('大屏', 'Display'),
  desk: t('工作台', 'Desk'),
}

export const missReason: Record<MissReason, Text> = {
  aloud: t('已到门口喊过，没人应', 'Called by mouth: nobody answered'),
  absent: t('看过大厅，人不在', 'Looked round the hall: not here'),
  later: t('本人说过稍后再来', 'Said that they would come later'),
  gone: t('有人看见已离开', 'Was seen leaving'),
  screens: t('大屏或声音坏了', 'Screens or sound are broken'),
}

export const closingDecision: Record<ClosingDecision, Text> = {
  next_day: t('次日先办', 'First next day'),
  handed_over: t('转交他人', 'Handed over'),
  phone_call: t('电话联系', 'By telephone'),
  left: t('已离开', 'Has left'),
}

export const printerState: Record<PrinterState, Text> = {
  unknown: t('还没有问过', 'Not asked yet'),
  ready: t('正常', 'Ready'),
  silent: t('能打印，不报告状态', 'Prints, but tells nothing of itself'),
  paper_low: t('纸快用完', 'Paper is running low'),
  paper_out: t('没有纸了', 'Out of paper'),
  cover_open: t('盖子没盖好', 'Its cover is open'),
  fault: t('卡纸或故障', 'Jammed or broken'),
  offline: t('连不上', 'Cannot be reached'),
}

export const jobState: Record<JobState, Text> = {
  queued: t('等待打印', 'Waiting'),
  printing: t('正在打印', 'Printing'),
  done: t('已打印', 'Printed'),
  failed: t('没有打印出来', 'Not printed'),
  expired: t('等太久，已放弃', 'Given up: nobody waits for it'),
  broken_off: t('打印中断', 'Broke off in the middle'),
}

export const soundState: Record<SoundState, Text> = {
  on: t('有声', 'Sound on'),
  blocked: t('声音未开启', 'Sound blocked'),
  broken: t('语音缺失', 'Voice missing'),
}

export const noticeSection: Record<NoticeSection, Text> = {
  notice: t('公告', 'Notices'),
  rule: t('制度汇编', 'Rules'),
}

export const noticeKind: Record<NoticeKind, Text> = {
  text: t('文字', 'Text'),
  picture: t('图片', 'Picture'),
  page: t('PDF 一页', 'PDF page'),
  film: t('影片', 'Film'),
}

export const noticePlace: Record<NoticePlace, Text> = {
  wall: t('大屏', 'Wall'),
  kiosk: t('取号机', 'Kiosk'),
  phone: t('手机', 'Phone'),
}

export const noticeState: Record<NoticeState, Text> = {
  draft: t('草稿', 'a draft'),
  submitted: t('待准入', 'waiting for admission'),
  refused: t('未准入', 'not admitted'),
  admitted: t('已准入', 'admitted'),
  taken_down: t('已撤下', 'taken down'),
  discarded: t('已作废', 'discarded'),
}

export const noticeStanding: Record<NoticeStanding, Text> = {
  draft: t('草稿', 'Draft'),
  submitted: t('待准入', 'Waiting for admission'),
  refused: t('未准入', 'Not admitted'),
  taken_down: t('已撤下', 'Taken down'),
  discarded: t('已作废', 'Discarded'),
  scheduled: t('到日子展示', 'Scheduled'),
  shown: t('展示中', 'Shown now'),
  ended: t('已到期', 'Ended'),
  replaced: t('已被新稿替换', 'Replaced'),
}

export const noticeStep: Record<NoticeStep, Text> = {
  save: t('起草', 'Drafted'),
  submit: t('送审', 'Submitted'),
  withdraw: t('撤回', 'Withdrawn'),
  admit: t('准入', 'Admitted'),
  refuse: t('未予准入', 'Not admitted'),
  take_down: t('撤下', 'Taken down'),
  discard: t('作废', 'Discarded'),
}

export const leaveKind: Record<LeaveKind, Text> = {
  annual: t('年休假', 'Annual leave'),
  sick: t('病假', 'Sick leave'),
  personal: t('事假', 'Personal leave'),
  rest: t('调休', 'Compensatory rest'),
  training: t('培训、会议', 'Training or meeting'),
  other: t('其他', 'Other'),
}

export const dutyEntryKind: Record<DutyEntryKind, Text> = {
  visit: t('居民来访', 'A resident came'),
  call: t('来电', 'Telephone call'),
  repair: t('设施报修', 'Something to mend'),
  dispute: t('纠纷', 'Dispute'),
  safety: t('安全隐患', 'Hazard'),
  help: t('便民小事', 'A small service'),
  weather: t('天气、防汛', 'Weather, flood'),
  other: t('其他', 'Other'),
}

export const reportTo: Record<ReportTo, Text> = {
  leader: t('带班领导', 'Leading cadre'),
  subdistrict: t('街道', 'Subdistrict'),
  grid: t('城运网格', 'City grid centre'),
  police: t('派出所', 'Police station'),
  fire: t('消防', 'Fire brigade'),
  property: t('物业', 'Property company'),
  health: t('社区卫生中心', 'Health centre'),
  other: t('其他', 'Other'),
}

export const reportHow: Record<ReportHow, Text> = {
  phone: t('电话', 'Telephone'),
  message: t('微信、短信', 'Message'),
  system: t('工单系统', 'Ticket in a system'),
  person: t('当面', 'In person'),
  paper: t('书面', 'On paper'),
}

export const post: Record<Post, Text> = {
  secretary: t('书记', 'Party secretary'),
  director: t('居委会主任', 'Director of the committee'),
  deputy_director: t('居委会副主任', 'Deputy director'),
  committee_member: t('居委会委员', 'Committee member'),
  social_worker: t('社工', 'Social worker'),
  police: t('社区民警', 'Community police officer'),
  security_cadre: t('治保主任', 'Public-security cadre'),
  mediator: t('人民调解员', 'Mediator'),
  property_manager: t('物业经理', 'Property manager'),
  owners_committee: t('业委会', "Owners' committee"),
  building_leader: t('楼组长', 'Building-group leader'),
  second_leader: t('副楼组长', 'Second building-group leader'),
  peoples_deputy: t('人大代表', "People's deputy"),
  party_delegate: t('党代表', 'Party delegate'),
  grid_worker: t('网格员', 'Grid worker'),
  doctor: t('家庭医生', 'Family doctor'),
  lawyer: t('社区法律顾问', 'Community lawyer'),
  job_helper: t('就业援助员', 'Job helper'),
}

export const speech: Record<Speech, Text> = {
  mandarin: t('普通话', 'Mandarin'),
  shanghainese: t('上海话', 'Shanghainese'),
  cantonese: t('广东话', 'Cantonese'),
  english: t('英语', 'English'),
  japanese: t('日语', 'Japanese'),
  korean: t('韩语', 'Korean'),
  sign: t('手语', 'Sign language'),
}

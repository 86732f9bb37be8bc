// Every refusal in words that say what to do now. The type makes sure that no code is without them.
// Long because it is a list: one entry for each code.
import type { ErrorCode, FactsOf, TicketNow } from '#contract/errors.ts'
import type { PhotoFault, SheetFault } from '#contract/people-book.ts'
import type { CapFault } from '#contract/words.ts'
import type { Text } from './language.svelte.ts'
import { clock, day } from './time.ts'
import { hazard, noticeState, ticketState } from './words.ts'

/** What the hub answered, or `offline` where it did not answer at all. */
export type Failure =
  { [C in ErrorCode]: { code: C; facts: FactsOf<C> } }[ErrorCode] | { code: 'offline'; facts: Record<never, never> }

const t = (zh: string, en: string): Text => ({ zh, en })

function now(ticket: TicketNow): Text {
  const state = ticketState[ticket.state]
  return ticket.window
    ? t(
        `${ticket.label} 现在：${state.zh}（${ticket.window} 号窗口）`,
        `${ticket.label} is now: ${state.en} (window ${ticket.window})`,
      )
    : t(`${ticket.label} 现在：${state.zh}`, `${ticket.label} is now: ${state.en}`)
}

const capFaults: Record<CapFault, Text> = {
  not_xml: t('不是完整的 XML', 'it is not well-formed XML'),
  doctype: t('含有不允许的 DOCTYPE', 'it carries a DOCTYPE, which is not allowed'),
  not_cap: t('不是 CAP 1.2 消息', 'it is not a CAP 1.2 message'),
  missing: t('缺少必填项', 'something that CAP requires is missing'),
  malformed: t('内容格式不对', 'a value is malformed'),
  expired: t('消息已经过期', 'it has expired'),
  not_public: t('不是对公众发布的', 'it is not for the public'),
  status: t('状态不是实际、演习或测试', 'its status is neither Actual, Exercise nor Test'),
  type: t('类型不是发布、更新或取消', 'its type is neither Alert, Update nor Cancel'),
  unknown_reference: t('所引用的消息这里没有', 'the message that it refers to is not known here'),
  known: t('这条消息已经收到过', 'it was received before'),
}

const photoFaults: Record<PhotoFault, Text> = {
  kind: t('不是照片，请选 JPEG、PNG 或 WebP', 'it is no photo: choose a JPEG, PNG or WebP'),
  broken: t('文件打不开，请重新保存后再选', 'it cannot be opened: save it again'),
  large: t('像素太大，请在工作台上裁剪后再传', 'it has too many pixels: cut it at the desk first'),
  small: t('太小，看不清，请换一张大的', 'it is too small to be seen: choose a larger one'),
  heavy: t('文件太大，最多 1.5 MB', 'the file is too large: 1.5 MB at most'),
  shape: t('不是正方形，请在工作台上裁剪后再传', 'it is not square: cut it at the desk first'),
  gone: t('照片已不在，请重新选一张', 'it is no longer here: choose it again'),
}

const sheetFaults: Record<SheetFault, (name: string) => Text> = {
  empty: () => t('表里没有内容', 'the table is empty'),
  unknown: (name) =>
    t(
      `看不出「${name}」是哪种表，请用模板的表头`,
      `“${name}” has no headings that are known: use those of the template`,
    ),
  missing: (name) => t(`缺少一列「${name}」`, `the column “${name}” is missing`),
  extra: (name) => t(`多了「${name}」，请删去`, `“${name}” is too much: take it out`),
  rows: (name) => t(`「${name}」行数太多，最多 5000 行`, `“${name}” has too many lines: 5,000 at most`),
  cells: (name) => t(`「${name}」列数太多`, `“${name}” has too many columns`),
  unreadable: (name) => t(`表格读不出来${name && `（${name}）`}`, `it cannot be read${name && ` (${name})`}`),
  encoding: () => t('文字编码不是 UTF-8 也不是 GBK', 'its text is neither UTF-8 nor GBK'),
  kind: () => t('不是 .xlsx 或 .csv 表格', 'it is neither .xlsx nor .csv'),
  heavy: () => t('文件太大，最多 4 MB', 'the file is too large: 4 MB at most'),
}

/** 11月25日 星期三 9:30 */
function timeSaid(at: string): Text {
  const [on, time] = [day(at, 'Asia/Shanghai'), clock(at, 'Asia/Shanghai')]
  return t(`${on.zh} ${time}`, `${on.en}, ${time}`)
}

const says: { [C in ErrorCode]: (facts: FactsOf<C>) => Text } = {
  picture_needed: () =>
    t('这台打印机要图片，请在取号机上补打。', 'This printer needs a picture of the ticket. Print it at the kiosk.'),
  printer_none: () =>
    t(
      '这里没有配打印机。请在“打印机”里设置，或请居民拍下号码。',
      'No printer is set up here. Set one up, or ask for a photo of the number.',
    ),
  printer_unknown: () => t('没有这台打印机，请刷新后再选。', 'There is no such printer. Look again, then choose.'),
  alert_changed: () =>
    t('这条警报刚刚被别人改过，请看最新内容再操作。', 'Somebody changed this message. Look at it again, then decide.'),
  alert_drill_stays: () =>
    t(
      '演练不能变成真实警报。请返回，另发一条真实警报。',
      'A drill cannot become real. Go back and send a new message.',
    ),
  alert_over: () => t('这条警报已经结束。需要时请另发一条。', 'This message has ended. Send a new one if needed.'),
  alert_real_on: () =>
    t('真实警报还在进行，不能演练。请先解除警报。', 'A real message is on. End it before you begin a drill.'),
  alert_says_drill: () =>
    t('真实警报里不能写“演练”。请删去这个词。', 'A real message must not say “drill”. Take the word out.'),
  alert_unconfirmed: () => t('真实警报要再确认一次。', 'A real message needs to be confirmed once more.'),
  alert_unknown: () => t('没有这条警报，请刷新后再看。', 'No such message. Look at the list again.'),
  appointment_cancelled: ({ at }) => {
    const said = timeSaid(at)
    return t(
      `${said.zh} 的预约已取消。今天要办，请现场取号；要改约，请到窗口。`,
      `The appointment for ${said.en} was cancelled. Take a number as usual, or ask at a window for another time.`,
    )
  },
  appointment_guesses: () =>
    t(
      '输错次数太多。请直接到窗口，工作人员帮您报到。',
      'Too many wrong codes. Please go to a window: the staff check you in.',
    ),
  appointment_limit: () =>
    t(
      '这部手机今天预约太多了，请到大厅窗口预约。',
      'Too many appointments from here today. Please book at a window of the hall.',
    ),
  appointment_other_day: ({ at }) => {
    const said = timeSaid(at)
    return t(
      `您约的是 ${said.zh}，不是今天。请那天再来；今天要办，请现场取号。`,
      `Your appointment is for ${said.en}, not for today. Please come then, or take a number as usual.`,
    )
  },
  appointment_settled: () =>
    t(
      '这个预约已经报到、取消或过时，不能再改。',
      'This appointment was used, cancelled or missed. It cannot be changed.',
    ),
  appointment_unknown: () =>
    t(
      '没有找到这个预约。请核对 8 位数字，或到窗口询问。',
      'No such appointment. Please check the 8 digits, or ask at a window.',
    ),
  appointments_none: () =>
    t('这项业务不用预约，请直接来取号。', 'No appointment is needed for this. Just come and take a number.'),
  back_too_late: () =>
    t(
      '退出已经超过 10 分钟，位置不再保留。请重新取号，或到窗口询问。',
      'You left more than 10 minutes ago and the place is gone. Take a new number, or ask at a window.',
    ),
  body_invalid: () => t('内容不完整，请检查后再试。', 'Something is missing. Please check and try again.'),
  body_not_json: () => t('内容格式不对，请联系工作人员。', 'The request was malformed. Please ask the staff.'),
  body_not_utf8: () => t('文字编码不对，请联系工作人员。', 'The text encoding is wrong. Please ask the staff.'),
  body_too_large: () => t('内容太长，请缩短后再试。', 'That is too long. Please shorten it.'),
  call_unproven: ({ label }) =>
    t(
      `${label} 还没有显示并播报完，不能过号。请重呼，或说明原因。`,
      `${label} was not shown and spoken to the end yet. Call again, or say why it is missed.`,
    ),
  cap_refused: ({ fault, element }) =>
    t(
      `没有收下：${capFaults[fault].zh}${element && `（${element}）`}。请发来正确的 CAP 1.2 消息。`,
      `Not taken: ${capFaults[fault].en}${element && ` (${element})`}. Please send a correct CAP 1.2 message.`,
    ),
  checklist_stale: () =>
    t('要带的材料刚改过，请再点一次。', 'What to bring was just changed. Tick what is missing once more.'),
  card_unknown: () => t('这张联系卡已取消，请重新查找。', 'That contact card is gone. Please look again.'),
  class_fixed: () =>
    t(
      '普通号必须提供、没有优先；过号返回和预约不能由居民自选。',
      "The class for everybody is always offered and has no head start; the hall's own classes cannot be offered.",
    ),
  class_unknown: () => t('这个类别已取消，请重新选择。', 'That class is no longer offered. Please choose again.'),
  classes_full: ({ most }) =>
    t(
      `取号机上最多放 ${most} 个优先类别，请先停用一个。`,
      `The kiosk has room for ${most} classes. Please take one off first.`,
    ),
  closing_not_yet: () =>
    t('还没有到下班前一小时，请先照常叫号。', 'It is more than an hour before closing. Please go on calling.'),
  date_past: () => t('日期已经过了，请选今天或以后。', 'That day is over. Please choose today or later.'),
  dates_wrong: () =>
    t(
      '日期前后不对，或超过两个月，请重新选。',
      'The dates are in the wrong order or span over two months. Choose again.',
    ),
  device_required: () => t('这台设备还没有配对，请联系工作人员。', 'This device is not paired. Please ask the staff.'),
  draft_unknown: () => t('没有草稿，请先生成排班草稿。', 'There is no draft. Please make one first.'),
  entry_unknown: () => t('没有找到这条日志，请刷新后再看。', 'That entry was not found. Please look again.'),
  file_broken: () =>
    t(
      '这个文件打不开。请换一个文件，或重新保存后再选。',
      'That file cannot be opened. Please save it again, or choose another.',
    ),
  event_unknown: () => t('没有找到这个活动，请看日历。', 'That event was not found. Please look at the calendar.'),
  feed_unknown: () => t('没有这个外部日历。', 'There is no such calendar.'),
  feed_unreachable: () =>
    t(
      '取不到这个日历，请检查网址和网络。',
      'That calendar cannot be fetched. Please check the address and the network.',
    ),
  feed_unreadable: () =>
    t(
      '这不是能读的日历（.ics），请换一个文件或网址。',
      'This is no calendar that can be read (.ics). Please take another one.',
    ),
  file_gone: () => t('这个内容已经撤下。', 'That was taken down.'),
  file_too_large: ({ limit }) => {
    const mb = Math.floor(limit / 1_000_000)
    return t(
      `文件太大，最多 ${mb} MB。请压缩后再选。`,
      `The file is too large: ${mb} MB at most. Please make it smaller.`,
    )
  },
  file_unknown: () => t('没有这个文件，请重新选择。', 'No such file. Please choose it again.'),
  file_unsuitable: () =>
    t(
      '这种文件不能用。请选图片（PNG、JPEG、WebP）、PDF 或影片（MP4、WebM）。',
      'This kind of file cannot be used. Choose a picture (PNG, JPEG, WebP), a PDF or a film (MP4, WebM).',
    ),
  hall_closed: () =>
    t(
      '现在不在服务时间，请看开放时间，或拨打值守电话。',
      'The hall is closed now. Please see the hours, or ring the duty telephone.',
    ),
  hall_emergency: (facts) =>
    t(
      `${hazard[facts.hazard].zh}警报中，不取号。请马上走最近的出口离开，听工作人员安排。`,
      `${hazard[facts.hazard].en}: no numbers now. Leave by the nearest exit and follow the staff.`,
    ),
  holidays_wrong: ({ line }) =>
    line === 0
      ? t(
          '节假日表有错，没有保存。请先点「检查」。',
          'The holidays are not right and were not saved. Check them first.',
        )
      : t(
          `第 ${line} 行有错，没有保存。请先点「检查」。`,
          `Line ${line} is not right; nothing was saved. Check it first.`,
        ),
  hours_changed: () =>
    t(
      '刚才有人改过开放时间，没有保存。现在显示最新的，请看过再改。',
      'Somebody has just changed the hours, so nothing was saved. The newest is shown: look, then change it.',
    ),
  hours_gone: () => t('这一项已经不在了，请看最新的列表。', 'That is no longer there. Please look at the list again.'),
  hub_stopping: () => t('系统正在重启，请稍等一分钟。', 'The system is restarting. Please wait a minute.'),
  import_unknown: () =>
    t('这份表已经用过或已过期，请重新选择。', 'That table was applied or has expired. Choose it again.'),
  internal: () => t('系统出错了，请直接到窗口。', 'Something broke. Please go straight to a window.'),
  key_required: () => t('请求不完整，请联系工作人员。', 'The request is incomplete. Please ask the staff.'),
  key_reused: () => t('请重新操作一次。', 'Please do that once more.'),
  lane_in_use: ({ matters, open, booked }) =>
    booked > 0
      ? t(
          `还有 ${booked} 个预约在这个队列，请先改期或取消预约。`,
          `${booked} appointments are in this lane. Move or cancel them first.`,
        )
      : t(
          `这个队列还有 ${matters} 件事项、${open} 个没办完的号。请选由哪个队列接手。`,
          `This lane still has ${matters} matters and ${open} open numbers. Choose the lane that takes them over.`,
        ),
  lane_last: () => t('这是最后一个队列，不能删。', 'This is the last lane. It stays.'),
  lane_unknown: () => t('这个队列不存在，请重新选择。', 'That lane does not exist. Please choose again.'),
  link_spent: () =>
    t('这个链接已经用过或已过期，请用新的链接。', 'This link was used or has expired. Please take a new one.'),
  matter_twice: () => t('这件事已经在这个号里了。', 'That matter is already on this number.'),
  matters_full: () =>
    t('一个号最多办四件事，请另外取号。', 'One number carries four matters at most. Take another number.'),
  matter_unknown: () => t('这个事项已调整，请重新选择。', 'That matter has changed. Please choose again.'),
  method_not_allowed: () => t('请求方式不对，请联系工作人员。', 'The request was malformed. Please ask the staff.'),
  no_more_matters: () => t('这个号没有别的事了，请按“办结”。', 'This number has no other matter. Press “Done”.'),
  not_found: () => t('没有找到，请返回重试。', 'Not found. Please go back and try again.'),
  nothing_to_undo: () => t('没有可以撤销的操作。', 'There is nothing to undo.'),
  not_on_roster: () =>
    t('您不在值班人员名单里，请负责人添加。', 'You are not on the roster. Please ask the manager to add you.'),
  notice_changed: ({ version, state }) =>
    t(
      `刚才有人动过这条公告，现在是第 ${version} 稿（${noticeState[state].zh}）。请看过最新的再决定。`,
      `Somebody has just changed this notice: version ${version} is ${noticeState[state].en}. Look at it again, then decide.`,
    ),
  notice_unknown: () => t('没有这条公告，请返回列表。', 'No such notice. Please go back to the list.'),
  option_unknown: () => t('没有这个选项，请重新选择。', 'There is no such option. Please choose again.'),
  origin_refused: () => t('请从本大厅的地址打开这个页面。', "Please open this page from the hall's own address."),
  pairing_guesses_used: () =>
    t('输错次数太多，请十分钟后再试。', 'Too many wrong codes. Please try again in ten minutes.'),
  pairing_unknown: () =>
    t(
      '没有这个配对码，或已过期。请看设备上的新码。',
      'No such code, or it has expired. Please look for the new one on the device.',
    ),
  people_changed: () =>
    t(
      '刚才有人改过这一项，没有保存。现在显示最新的，请看过再改。',
      'Somebody has just changed this, so nothing was saved. The newest is shown: look, then change it.',
    ),
  people_in_use: ({ name }) =>
    t(
      `「${name}」已排班或能登录，不能撤掉。请改为“已离岗”。`,
      `${name} is on the roster or signs in, and cannot be taken out. Let them leave the post instead.`,
    ),
  people_reference: ({ where, what }) =>
    t(
      `「${where}」用到「${what}」，但没有它，或重复了。请先改「${where}」。`,
      `“${where}” needs “${what}”, which is not there, or is there twice. Change “${where}” first.`,
    ),
  person_unknown: () => t('没有这个人，请重新选择。', 'No such person. Please choose again.'),
  pin_locked: () =>
    t('密码输错太多次，已锁定。请负责人重设。', 'Too many wrong PINs: locked. Ask the manager to set a new one.'),
  pin_wrong: ({ left }) => t(`密码不对，还可以试 ${left} 次。`, `Wrong PIN. ${left} tries left.`),
  photo_refused: ({ why }) => t(`照片没有收下：${photoFaults[why].zh}。`, `Photo not taken: ${photoFaults[why].en}.`),
  proposal_closed: () =>
    t(
      '征求意见已经结束，谢谢您。结果在大厅手机页公布。',
      "This question is closed, thank you. The result is on the hall's page.",
    ),
  proposal_running: () =>
    t('还在征求意见，结束后再记录决定。', 'Residents are still being asked. Record the decision after the last day.'),
  proposal_unknown: () => t('没有这个征求意见，请返回。', 'There is no such question. Please go back.'),
  queue_empty: () => t('现在没有人等候。', 'Nobody is waiting now.'),
  reason_required: () => t('提前叫号请选择原因。', 'Calling out of order needs a reason.'),
  request_settled: () =>
    t('这个申请已经处理过了，请看最新结果。', 'That request was settled already. Please look again.'),
  request_unknown: () => t('没有找到这个申请。', 'That request was not found.'),
  rest_short: ({ minutes, asked }) =>
    t(
      `可调休 ${minutes / 60} 小时，申请了 ${asked / 60} 小时。请减少天数，或选别的假。`,
      `${minutes / 60} h of rest are left, ${asked / 60} h were asked for. Take fewer days, or another kind of leave.`,
    ),
  return_at_desk: () =>
    t(
      '这个大厅要到窗口说一声才能回来排队，不用重新取号。',
      'Here you come back at a window: please go there. No new number is needed.',
    ),
  role_required: () => t('需要负责人操作。', 'Only a manager can do that.'),
  room_taken: ({ room, title, startsAt, endsAt }) => {
    const [from, to] = [clock(startsAt, 'Asia/Shanghai'), clock(endsAt, 'Asia/Shanghai', true)]
    const on = day(startsAt, 'Asia/Shanghai')
    return t(
      `${room.zh}已有安排：${on.zh} ${from}–${to}「${title.zh}」。请换时间或换房间。`,
      `${room.en} is taken: ${title.en}, ${on.en}, ${from}–${to}. Please choose another time or room.`,
    )
  },
  room_unknown: () => t('没有这个房间。', 'There is no such room.'),
  rule_empty: () => t('按这个规则没有一天，请改规则。', 'This rule gives no day at all. Please change it.'),
  session_required: () => t('请先登录。', 'Please sign in first.'),
  sheet_refused: ({ why, name }) => {
    const fault = sheetFaults[why](name)
    return t(`没有导入：${fault.zh}。`, `Nothing was taken in: ${fault.en}.`)
  },
  shift_clash: ({ person }) =>
    t(
      `${person}这段时间已有值班，请换人或改时间。`,
      `${person} is on duty then already. Choose somebody else or another time.`,
    ),
  shift_past: () =>
    t('已经开始的班不能改，请选以后的班。', 'A shift that has begun cannot be changed. Choose a later one.'),
  shift_unknown: () => t('这个班次已调整，请重新选择。', 'That shift has changed. Please choose again.'),
  signup_closed: () =>
    t('这个活动现在不能报名，请到窗口询问。', 'Sign-up is closed for this event. Please ask at a window.'),
  signup_limit: () =>
    t('这里报名次数太多了，请到大厅窗口报名。', 'Too many sign-ups from here. Please sign up at a window of the hall.'),
  signup_unknown: () =>
    t(
      '没有找到这个报名，请重新扫码，或到窗口询问。',
      'That sign-up was not found. Please scan again, or ask at a window.',
    ),
  signups_stand: ({ people, startsAt }) => {
    const on = day(startsAt, 'Asia/Shanghai')
    return t(
      `${on.zh}那场已有 ${people} 人报名。请先在那一天单独改期或取消，他们会收到通知。`,
      `${people} have signed up for ${on.en}. Please move or cancel that day by itself first: they will be told.`,
    )
  },
  slot_closed: () => t('那个时间大厅不开放，请选别的时间。', 'The hall is closed then. Please choose another time.'),
  slot_full: () => t('这个时间刚刚约满，请选别的时间。', 'That time has just been taken. Please choose another.'),
  slot_gone: () => t('这个时间不能约了，请选别的时间。', 'That time can no longer be booked. Please choose another.'),
  staff_unknown: () => t('没有这位工作人员。', 'No such member of staff.'),
  step_illegal: (ticket) => now(ticket),
  storage_full: () =>
    t(
      '存储已满，暂时不能取号，请直接到窗口。',
      'The disk is full and no number can be issued. Please go straight to a window.',
    ),
  ticket_changed: (ticket) => now(ticket),
  ticket_past: () => t('这不是今天的号。要办事请重新取号。', 'This number is not for today. Please take a new one.'),
  ticket_elsewhere: () =>
    t('这个号在别的窗口，请让那个窗口来记。', 'That number is at another window, which can note it.'),
  ticket_unknown: () => t('没有找到这个号，请到窗口询问。', 'That number was not found. Please ask at a window.'),
  too_many_requests: ({ retryAfter }) =>
    t(`操作太快，请 ${retryAfter} 秒后再试。`, `Too fast. Please try again in ${retryAfter} s.`),
  undo_overtaken: (ticket) => now(ticket),
  wall_last: () => t('至少要留一面大屏版式，请改它的内容。', 'One wall has to stay. Change what it shows instead.'),
  wall_room_unknown: () => t('请选择这块门牌是哪个房间的。', 'Please choose the room whose door this sign stands at.'),
  wall_unknown: () => t('这面大屏已被删除，请重新选择。', 'That wall was removed. Please choose again.'),
  window_busy: (ticket) => now(ticket),
  window_in_use: ({ staff, holds }) =>
    staff !== null
      ? t(`${staff} 还坐在这个窗口，请先关闭窗口。`, `${staff} sits at this window. Close it first.`)
      : t(
          `这个窗口还有 ${holds.join('、')}，请先移交。`,
          `This window still holds ${holds.join(', ')}. Hand them over first.`,
        ),
  window_last: () => t('这是最后一个窗口，不能删。', 'This is the last window. It stays.'),
  window_number_taken: ({ number }) =>
    t(`已经有 ${number} 号窗口，请用别的号码。`, `There is a window ${number} already. Choose another number.`),
  window_paused: () => t('窗口正在暂停，请先按“回来了”。', 'This window is paused. Press “Back” first.'),
  window_not_chosen: () => t('请先选择窗口。', 'Please choose a window first.'),
  window_taken: ({ staff }) => t(`这个窗口由${staff}使用中。`, `${staff} has this window.`),
  window_unknown: () => t('没有这个窗口。', 'No such window.'),
}

/** The sentence for a failure, in both languages. */
export function explain(failure: Failure): Text {
  if (failure.code === 'offline') {
    return t(
      '暂时连接不上，请稍等，或直接到窗口。',
      'No connection right now. Please wait, or go straight to a window.',
    )
  }
  return (says[failure.code] as (facts: unknown) => Text)(failure.facts)
}

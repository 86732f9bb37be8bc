// What the office's page of contact cards says.
import type { BookChange, CellFault, EntryChange, EntryKind, PeopleBook } from '#contract/people-book.ts'
import type { Text } from '#assets/i18n/language.svelte.ts'
import { t } from '../../text.ts'

export type Tab =
  'cards' | 'people' | 'matters' | 'answers' | 'lines' | 'readings' | 'front' | 'asked' | 'tables' | 'history'

export const tabName: Record<Tab, Text> = {
  cards: t('找卡打印', 'Find, print'),
  people: t('人员', 'People'),
  matters: t('事项归谁', 'Matters'),
  answers: t('准入清单', 'Answers'),
  lines: t('热线与楼栋', 'Hotlines, buildings'),
  readings: t('读音', 'Sounds'),
  front: t('常用按钮与信', 'Buttons, letter'),
  asked: t('高频词', 'What is asked'),
  tables: t('导入导出', 'Tables'),
  history: t('修改记录', 'Changes'),
}

export const say = {
  title: t('联系卡', 'Contact cards'),
  loading: t('正在读取…', 'Loading…'),
  find: t('找：名字、拼音、岗位、事情', 'Find: name, pinyin, post, matter'),
  none: t('没有找到', 'Nothing found'),
  add_person: t('新增人员', 'Add a person'),
  add: t('新增', 'Add'),
  choose: t('选左边一项来修改', 'Choose one on the left to change it'),
  save: t('保存', 'Save'),
  saved: t('已保存，各屏幕已更新', 'Saved: the screens are up to date'),
  cancel: t('放弃修改', 'Discard changes'),
  remove: t('删除', 'Remove'),
  remove_yes: t('确定删除', 'Yes, remove'),
  removed: t('已删除', 'Removed'),
  back: t('返回', 'Back'),
  wrong: t('有几处要改，见红字', 'Something is to be mended: see below'),

  name: t('姓名', 'Name'),
  sound: t('读音（拼音）', 'Sound (pinyin)'),
  sound_hint: t('留空则自动注音；多音字请核对', 'Left empty, the hub fills it in'),
  read: t('注音', 'Read it'),
  title_zh: t('职务', 'Title'),
  title_en: t('职务（英文，可不填）', 'Title in English (may stay empty)'),
  committee: t('委员会', 'Committee'),
  no_committee: t('不属于委员会', 'None'),
  phone: t('公开电话', 'Public telephone'),
  posts: t('岗位（居民找的就是岗位）', 'Posts: what residents look for'),
  buildings: t('负责楼栋', 'Buildings'),
  buildings_hint: t('不选：负责全小区', 'None chosen: for everybody'),
  found: t('什么时候能找到', 'When to be found'),
  found_add: t('加一段时间', 'Add hours'),
  found_remove: t('去掉这段', 'Remove these hours'),
  place: t('在哪里', 'Where'),
  place_en: t('在哪里（英文）', 'Where, in English'),
  speaks: t('会说', 'Speaks'),
  consent: t('本人同意公开的日期', 'Agreed to be published on'),
  consent_today: t('今天同意', 'Agreed today'),
  consent_hint: t('没有日期就不公开', 'Without a date nothing is shown'),
  since: t('到岗', 'In the post since'),
  until: t('离岗（最后一天）', 'Last day in the post'),
  photo: t('照片', 'Photo'),
  photo_choose: t('选照片', 'Choose a photo'),
  photo_remove: t('不用照片', 'No photo'),
  photo_sending: t('正在上传…', 'Sending…'),
  photo_hint: t('自动裁成正方形，去掉拍摄地点', 'Cut to a square; where it was taken is left out'),
  photo_broken: t(
    '这个文件打不开，请选 JPEG、PNG 或 WebP 照片',
    'That file cannot be opened. Choose a JPEG, PNG or WebP',
  ),
  photo_nearer: t('近一点', 'Nearer'),
  photo_up: t('取上面', 'Upper part'),
  photo_down: t('取下面', 'Lower part'),
  photo_use: t('用这张', 'Use it'),
  leave: t('已离岗，立即撤下', 'Left the post: take it down now'),
  leave_yes: t('确定：所有屏幕、手机、卡片上立即撤下', 'Yes: gone at once from every screen, phone and card'),
  left: t(
    '已撤下；值班表里以后的班请到“值班”里换人',
    'Taken down. Give the shifts ahead to somebody else in the roster',
  ),

  on_screen: t('屏幕和手机上', 'On screens and phones'),
  on_card: t('联系卡上', 'On the card'),
  not_shown: t('目前不公开', 'Not shown at present'),

  first: t('先找', 'Asked first'),
  second: t('再找', 'Then'),
  also: t('居民的其他说法', "Residents' other words"),
  also_hint: t('用顿号或换行分开', 'Separate them by commas or lines'),
  hotlines: t('热线', 'Hotlines'),
  list: t('这是“准入清单”的入口', 'This is the way to the list of papers'),
  who_now: t('现在由谁负责', 'Who that is now'),
  nobody: t('没有人：居民会被引导到窗口', 'Nobody: residents are led to the windows'),

  answer_words: t('问题', 'Question'),
  answer_words_en: t('问题（英文）', 'Question in English'),
  here: t('这里办', 'Done here'),
  elsewhere: t('不在这里，去别处', 'Not here, but elsewhere'),
  answer_say: t('回答', 'Answer'),
  answer_say_en: t('回答（英文）', 'Answer in English'),
  answer_kind: t('类别', 'Kind'),
  paper: t('证明、盖章', 'Papers and stamps'),
  event: t('遇到的事', 'Something that happened'),
  office: t('去哪里办', 'Where it is done'),
  office_name: t('单位', 'Office'),
  address: t('地址', 'Address'),
  hours: t('时间', 'Hours'),
  hours_en: t('时间（英文）', 'Hours in English'),
  number_under: t('取号时算作', 'A number is taken as'),
  none_chosen: t('（无）', '(none)'),

  lines: t('热线', 'Hotlines'),
  houses: t('楼栋', 'Buildings'),
  name_zh: t('名称', 'Name'),
  name_en: t('名称（英文）', 'Name in English'),
  number: t('号码', 'Number'),
  house_number: t('楼号', 'No.'),
  group: t('片区', 'Group'),
  group_en: t('片区（英文）', 'Group in English'),
  address_en: t('地址（英文）', 'Address in English'),
  doors: t('门洞', 'Entrances'),
  floors: t('楼层', 'Floors'),

  readings: t('多音字的词', 'Words with a sound of their own'),
  readings_hint: t(
    '系统自动注音；读错的词在这里改，改了就按这个读音查。人名在“人员”里改。',
    'Words are read by themselves. Correct here what is read wrongly; names of people stand under People.',
  ),
  reading_find: t('找词或拼音', 'Find a word or its sound'),
  reading_add: t('新增一个词', 'Add a word'),
  reading_word: t('词（两个字以上）', 'Word (two characters or more)'),
  reading_now: t('现在读作', 'Read now as'),
  reading_finds: t('按这个读音会查到', 'What is found by this sound'),
  reading_finds_none: t('清单、事项、人员里没有这个词', 'Nothing in the book has this word'),
  reading_there: t('已经有了，改的是现有的读音', 'It is there already: its sound is changed'),

  tiles: t('“遇到什么事”的大按钮', 'Big buttons under “what happened?”'),
  tiles_hint: t('从上到下就是屏幕上的次序', 'In the order of the screen'),
  tile_words: t('字', 'Words'),
  tile_words_en: t('英文', 'English'),
  tile_to: t('通向', 'Leads to'),
  up: t('上移', 'Up'),
  down: t('下移', 'Down'),
  letter: t('致居民一封信', 'Letter to residents'),
  letter_title: t('标题', 'Title'),
  letter_title_en: t('标题（英文）', 'Title in English'),
  letter_body: t('正文（每段一行）', 'Text (one paragraph a line)'),
  letter_body_en: t('正文（英文，段数相同，或留空）', 'Text in English (as many paragraphs, or none)'),
  letter_signed: t('落款', 'Signed'),
  letter_signed_en: t('落款（英文）', 'Signed, in English'),
  letter_body_wrong: t('一至八段；英文要段数相同，或全部留空', 'One to eight paragraphs; as many in English, or none'),

  asked_hint: t('只记词，不记人；同一个词查过两次以上才列出', 'Words alone, no people; listed once they came twice'),
  asked_none: t('这段时间还没有查询', 'Nothing was looked up in this time'),
  not_found: t('没查到的', 'Found nothing'),
  most: t('查得最多的', 'Looked up most'),
  times: t('次', 'times'),
  as_synonym: t('作为这件事的说法：', 'Make it a word for: '),
  other_matter: t('换一件事', 'Another matter'),
  found_now: t('现在能查到', 'Is found now'),

  out: t('导出', 'Take out'),
  out_hint: t(
    '人员、事项、热线各一张表，改好再导回来',
    'People, matters and hotlines: change them, then take them in again',
  ),
  book_xlsx: t('全部（Excel）', 'All (Excel)'),
  template_xlsx: t('空白模板（Excel）', 'Empty template (Excel)'),
  csv: t('单表（CSV）', 'One table (CSV)'),
  in: t('导入', 'Take in'),
  in_hint: t(
    'Excel（.xlsx）或 CSV，UTF-8、GBK 都行。先看会改什么，再决定；有一格不对就什么都不改。表里没有的人不会被删。',
    'Excel (.xlsx) or CSV in UTF-8 or GBK. See what changes first; one wrong cell and nothing is changed. Whoever is not in the table stays.',
  ),
  pick: t('选择表格', 'Choose a table'),
  reading: t('正在读取…', 'Reading…'),
  all_same: t('和现在一样，没有要改的', 'The same as now: nothing to change'),
  apply: t('全部应用', 'Apply all of it'),
  applied: t('已导入，各屏幕已更新；可在“修改记录”里撤销', 'Taken in; it can be taken back under Changes'),
  drop: t('不导入', 'Do not take it in'),
  line: t('行', 'Line'),
  column: t('列', 'Column'),
  fault: t('问题', 'What is wrong'),
  stands: t('现在写的', 'It says'),

  history_hint: t(
    '保留三十天，可以撤销；撤销也能再撤销',
    'Kept for thirty days. A change can be taken back, and that as well',
  ),
  history_none: t('还没有修改', 'No changes yet'),
  undo: t('撤销', 'Undo'),
  undone: t('已撤销', 'Taken back'),
  did_undo: t('已撤销，各屏幕已更新', 'Taken back: the screens are up to date'),
  overtaken: t('后来又改过', 'Changed since'),
  empty: t('（空）', '(empty)'),
}

export const wrong = {
  name: t('请写姓名：只用文字，最多 40 字', 'Write a name: letters only, 40 at most'),
  title: t('请写职务，最多 40 字', 'Write a title, 40 characters at most'),
  phone: t('电话只用数字、空格、横线、+，至少 3 位', 'A telephone has digits, blanks, hyphens, +; 3 at least'),
  sound: t('读音用小写拼音，字间空格：shan yu lan', 'Pinyin in lower case with blanks: shan yu lan'),
  sound_count: t('姓名几个字，读音就几个音节', 'As many syllables as the name has characters'),
  reading_word: t('两到十二个汉字', 'Two to twelve Chinese characters'),
  reading_sound: t(
    '每个字一个音节，小写，字间空格：shan jia qiao',
    'One syllable a character, in lower case: shan jia qiao',
  ),
  found: t('请选星期几，结束要晚于开始', 'Choose weekdays; the end comes after the beginning'),
  until: t('离岗不能早于到岗', 'The last day is before the first'),
  posts: t('最多六个岗位', 'Six posts at most'),
  words: t('请填写，最多 40 字', 'Fill this in: 40 characters at most'),
  also: t('每个词最多 24 字，最多 40 个', 'At most 24 characters a word, 40 words'),
  hotlines: t('最多四个', 'Four at most'),
  nowhere: t('不在这里办，就要写去哪里、打哪个热线或找谁', 'Not here: then say where, which hotline, or whom'),
}

export const stateName: Record<PeopleBook['people'][number]['state'], Text> = {
  published: t('公开', 'Shown'),
  unasked: t('未同意公开', 'Not agreed'),
  later: t('还没到日子', 'Not yet'),
  left: t('已离岗', 'Left'),
}

export const kindName: Record<EntryKind, Text> = {
  person: t('人员', 'Person'),
  matter: t('事项', 'Matter'),
  hotline: t('热线', 'Hotline'),
  building: t('楼栋', 'Building'),
  answer: t('清单', 'Answer'),
  tiles: t('常用按钮', 'Buttons'),
  letter: t('信', 'Letter'),
  reading: t('读音', 'Reading'),
}

export const howName: Record<BookChange['how'], Text> = {
  edit: t('修改', 'Changed'),
  remove: t('删除', 'Removed'),
  leave: t('离岗撤下', 'Left the post'),
  import: t('导入表格', 'Took in a table'),
  undo: t('撤销', 'Took back'),
}

export const whatName: Record<EntryChange['what'], Text> = {
  new: t('新增', 'New'),
  changed: t('修改', 'Changed'),
  gone: t('删除', 'Gone'),
}

export const faultName: Record<CellFault, Text> = {
  empty: t('没有填', 'is empty'),
  long: t('太长', 'is too long'),
  control: t('有看不见的控制字符', 'has invisible control characters'),
  formula: t('是公式，请填文字', 'is a formula: write the text itself'),
  form: t('写法不对', 'is not written as it should be'),
  unknown: t('没有这一项', 'is not known'),
  twice: t('重复了', 'stands there twice'),
  order: t('结束早于开始', 'ends before it begins'),
}

const columns: Record<string, Text> = {
  name: t('名字', 'name'),
  name_en: t('英文名', 'name in English'),
  sound: t('读音', 'sound'),
  title: t('职务', 'title'),
  title_en: t('英文职务', 'title in English'),
  posts: t('岗位', 'posts'),
  committee: t('委员会', 'committee'),
  buildings: t('楼栋', 'buildings'),
  phone: t('电话', 'telephone'),
  found: t('在岗时间', 'hours'),
  place: t('地点', 'place'),
  place_en: t('英文地点', 'place in English'),
  speaks: t('语言', 'languages'),
  consent: t('同意公开', 'agreed on'),
  since: t('到岗', 'since'),
  until: t('离岗', 'until'),
  photo: t('照片', 'photo'),
  first: t('先找', 'asked first'),
  second: t('再找', 'then'),
  also: t('其他说法', 'other words'),
  hotlines: t('热线', 'hotlines'),
  list: t('清单入口', 'way to the list'),
  number: t('号码', 'number'),
  hours: t('时间', 'hours'),
  hours_en: t('英文时间', 'hours in English'),
  say: t('回答', 'answer'),
  say_en: t('英文回答', 'answer in English'),
  words: t('问题', 'question'),
  words_en: t('英文问题', 'question in English'),
  here: t('这里办', 'done here'),
  address: t('地址', 'address'),
  address_en: t('英文地址', 'address in English'),
  group: t('片区', 'group'),
  group_en: t('英文片区', 'group in English'),
  doors: t('门洞', 'entrances'),
  floors: t('楼层', 'floors'),
  body: t('正文', 'text'),
  body_en: t('英文正文', 'text in English'),
  signed: t('落款', 'signed'),
  signed_en: t('英文落款', 'signed in English'),
  matter: t('取号算作', 'number as'),
  kind: t('类别', 'kind'),
}
/** The heading of what changed. */
export const columnName = (column: string): Text => {
  const tile = /^tile (\d+)$/.exec(column)?.[1]
  return tile === undefined ? (columns[column] ?? t(column, column)) : t(`第 ${tile} 个`, `no. ${tile}`)
}

export const periodName: Record<number, Text> = {
  1: t('今天', 'Today'),
  7: t('近七天', '7 days'),
  30: t('近三十天', '30 days'),
  90: t('近三个月', '3 months'),
  365: t('近一年', 'A year'),
}

export const weekdays: readonly Text[] = [
  t('一', 'Mo'),
  t('二', 'Tu'),
  t('三', 'We'),
  t('四', 'Th'),
  t('五', 'Fr'),
  t('六', 'Sa'),
  t('日', 'Su'),
]

export const willChange = (entries: number, rows: number): Text =>
  t(`读了 ${rows} 行，会改 ${entries} 项：`, `${rows} lines were read; ${entries} entries change:`)
export const faultsSaid = (count: number): Text =>
  t(`${count} 格要改，什么都没有导入`, `${count} cells are to be mended; nothing was taken in`)
export const moreSaid = (count: number): Text => t(`还有 ${count} 处`, `and ${count} more`)

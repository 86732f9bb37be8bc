// The words with which a table of the hall's book is written: headings, posts, languages, weekdays. Chinese alone: tables are the office's. Pure.
import type { Post, Speech } from '#contract/words.ts'

export const postWord: Record<Post, string> = {
  secretary: '书记',
  director: '居委会主任',
  deputy_director: '居委会副主任',
  committee_member: '居委会委员',
  social_worker: '社工',
  police: '社区民警',
  security_cadre: '治保主任',
  mediator: '人民调解员',
  property_manager: '物业经理',
  owners_committee: '业委会',
  building_leader: '楼组长',
  second_leader: '副楼组长',
  peoples_deputy: '人大代表',
  party_delegate: '党代表',
  grid_worker: '网格员',
  doctor: '家庭医生',
  lawyer: '社区法律顾问',
  job_helper: '就业援助员',
}

export const speechWord: Record<Speech, string> = {
  mandarin: '普通话',
  shanghainese: '上海话',
  cantonese: '广东话',
  english: '英语',
  japanese: '日语',
  korean: '韩语',
  sign: '手语',
}

export const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

/** What is carried in and out as a table, and its headings in order, by column. */
export const sheetName = { person: '人员', matter: '事项', hotline: '热线' } as const
export type SheetKind = keyof typeof sheetName

export const headings = {
  person: {
    id: '编号',
    name: '姓名',
    sound: '读音',
    title: '职务',
    title_en: '职务（英文）',
    posts: '岗位',
    committee: '委员会',
    buildings: '楼栋',
    phone: '电话',
    found: '在岗时间',
    place: '地点',
    place_en: '地点（英文）',
    speaks: '语言',
    consent: '同意公开日期',
    since: '到岗日期',
    until: '离岗日期',
  },
  matter: {
    id: '编号',
    words: '事项',
    first: '首问岗位',
    second: '其次岗位',
    also: '其他说法',
    hotlines: '热线',
    list: '准入清单',
  },
  hotline: {
    id: '编号',
    name: '名称',
    name_en: '名称（英文）',
    number: '号码',
    hours: '时间',
    hours_en: '时间（英文）',
  },
} as const satisfies Record<SheetKind, Record<string, string>>

export const yes = '是'
export const no = '否'

// What the office's page of notices says.
import type { Text } from '#assets/i18n/language.svelte.ts'
import type { FileTrouble } from './files.ts'
import { t } from '../../text.ts'

export const words = {
  title: t('公告与制度', 'Notices and rules'),
  write: t('写新公告', 'New notice'),
  loading: t('正在读取…', 'Loading…'),
  choose: t('选左边一条，或写新公告', 'Choose one on the left, or write a new one'),
  waiting: t('待准入', 'Waiting for admission'),
  waiting_hint: t('先处理', 'First'),
  shown: t('展示中', 'Shown now'),
  scheduled: t('到日子展示', 'Scheduled'),
  drafts: t('草稿与退回', 'Drafts and refusals'),
  rules: t('制度汇编', 'Volume of rules'),
  archive: t('已结束', 'Archive'),
  no_waiting: t('没有等待准入的', 'Nothing waits'),
  changing: t('有改稿', 'Being changed'),

  // The next step.
  submit: t('送审', 'Submit for admission'),
  submit_why: t(
    '送街道自治办准入。准入前不会在任何屏幕展示。',
    "For the subdistrict's office. No screen shows it before.",
  ),
  withdraw: t('撤回修改', 'Take back and change'),
  wait: t('等自治办答复', 'Waiting for the office'),
  wait_why: t('自治办答复后，由负责人登记。', 'The manager records its answer.'),
  admit: t('登记准入', 'Record the admission'),
  admit_why: t(
    '自治办同意后，登记是谁准入的、备案号多少，立刻按日期展示。',
    'Once the office agrees: who admitted it, under which number. Shown at once, on its days.',
  ),
  refuse: t('登记未准入', 'Record a refusal'),
  office_name: t('准入单位', 'Admitted by'),
  reference: t('备案号', 'Filing number'),
  reason: t('原因', 'Reason'),
  reference_missing: t('请写自治办给的备案号', 'Enter the number that the office gave'),
  office_missing: t('请写准入单位', 'Enter the office'),
  reason_missing: t('请写原因', 'Enter the reason'),
  take_down: t('撤下', 'Take down'),
  take_down_why: t(
    '所有屏幕两秒内撤下。要再展示，须重新送审。',
    'Gone from every screen within two seconds. To show it again, submit it anew.',
  ),
  take_down_yes: t('确定撤下', 'Yes, take it down'),
  change: t('改内容', 'Change it'),
  change_why: t(
    '改动是一份新稿，要重新准入；原稿照常展示。',
    'A change is a new version and is admitted anew; the present one stays until then.',
  ),
  again: t('照此再写', 'Write it again'),
  discard: t('作废', 'Discard'),
  cancel: t('取消', 'Cancel'),
  trail: t('经过', 'Trail'),
  preview: t('大屏上的样子', 'On the wall'),
  old_stays: t('原稿仍在展示', 'The earlier version is still shown'),
  original: t('查看 PDF 原件', 'Open the PDF'),

  // The form.
  section: t('类别', 'Section'),
  kind: t('内容', 'Content'),
  headline: t('标题', 'Headline'),
  headline_en: t('英文标题（可不填）', 'Headline in English (may stay empty)'),
  text: t('正文', 'Text'),
  text_hint: t('每段一行', 'One paragraph a line'),
  text_en: t('英文正文（可不填）', 'Text in English (may stay empty)'),
  file: t('文件', 'File'),
  pick: t('选择文件', 'Choose a file'),
  pick_other: t('换一个文件', 'Choose another file'),
  sending: t('正在上传', 'Sending'),
  pdf_page: t('用第几页', 'Which page'),
  alt: t('图里写了什么（读给看不见的人）', 'What it shows (read to those who cannot see it)'),
  places: t('展示在', 'Shown on'),
  rules_not_on_wall: t('制度不上墙，在取号机和手机上看', 'Rules are not hung on walls'),
  from: t('从', 'From'),
  until: t('到', 'Until'),
  open_end: t('一直到撤下', 'Until taken down'),
  save: t('存草稿', 'Save as a draft'),
  save_submit: t('存好并送审', 'Save and submit'),
  saved: t('已存为草稿', 'Saved as a draft'),
  submitted: t('已送审，等自治办答复', 'Submitted: waiting for the office'),
  admitted: t('已登记准入', 'Admission recorded'),
  refused: t('已登记未准入', 'Refusal recorded'),
  taken_down: t('已从所有屏幕撤下', 'Taken down from every screen'),
  withdrawn: t('已撤回，可以修改', 'Taken back: it can be changed'),
  discarded: t('已作废', 'Discarded'),
  untitled: t('（标题）', '(headline)'),
}

export const missing = {
  title: t('请写标题', 'Write a headline'),
  title_long: t('标题最多 60 个字', 'At most 60 characters'),
  body: t('请写正文', 'Write the text'),
  body_long: t('每段最多 400 个字，最多 40 段', 'At most 400 characters a paragraph, 40 paragraphs'),
  en: t('英文要和中文段数一样，或者全部留空', 'As many paragraphs as in Chinese, or none'),
  file: t('请选择文件', 'Choose a file'),
  alt: t('请写图里的内容', 'Say what it shows'),
  places: t('至少选一个地方', 'Choose at least one place'),
  from: t('请选日期', 'Choose a date'),
  until: t('结束日期不能早于开始日期', 'The end is before the beginning'),
}

export const fileTrouble: Record<FileTrouble, Text> = {
  wrong_kind: t(
    '文件和所选的内容不符：图片用 PNG、JPEG、WebP，PDF 用 .pdf，影片用 MP4、WebM',
    'That file does not go with the chosen content',
  ),
  broken: t('这个文件打不开，请重新保存后再选', 'That file cannot be opened. Save it again, or choose another'),
}

/** Why something is taken down; the last lets people write their own. */
export const reasons: Text[] = [
  t('内容已过时', 'Out of date'),
  t('内容有误', 'It is wrong'),
  t('上级要求', 'Asked for by the subdistrict'),
]

export const versionSaid = (version: number): Text => t(`第 ${version} 稿`, `Version ${version}`)
export const progress = (part: number): Text =>
  t(`正在上传 ${Math.round(part * 100)}%`, `Sending ${Math.round(part * 100)} %`)
export const pagesSaid = (pages: number): Text => t(`共 ${pages} 页`, `of ${pages}`)

// What the wall says as time goes by: a day, a week with a public holiday and a make-up workday, a month whose 5th is a Sunday, the eve of
// the lunar new year, a year whose holidays nobody has published. Each once with the hub, and once more by the wall alone.
import { expect, test } from '@playwright/test'
import { numberOn, takeNumber } from './house.ts'
import { MovedHall, says, type Saying } from './moved-clock.ts'

interface Step {
  /** On the hall's clock. */
  at: string
  wall: readonly Saying[]
  /** What it does not say. */
  not?: readonly Saying[]
  /** Said where the hub is there. */
  kiosk?: readonly Saying[]
  /** More than two weeks after the hub went away nothing is said of the hours. */
  tooFar?: true
}
interface Story {
  what: string
  begins: string
  /** Dates for which the manager made the roster; else it is the demonstration's. */
  roster?: { from: string; to: string }
  steps: readonly Step[]
}

const closed = '已关门'
const ring = '值守电话 021-0000 0100'
const standby = /现在在岗 .*示例·\S+ \S+ 电话值守 至 08:30/
/** Somebody sits at a window until then. */
const at = (window: number, until: string) => new RegExp(`现在在岗 .*示例·\\S+ \\S+ ${window} 号窗口 至 ${until}`)

const stories: readonly Story[] = [
  {
    what: 'a day',
    begins: '2026-11-23 05:00',
    steps: [
      {
        at: '2026-11-23 06:00',
        wall: [closed, '今天 08:30 开放', ring, '示例·孙丽华 就业援助员 电话值守 至 08:30', '今天 周一 08:30–20:00'],
        kiosk: ['现在休息 今天 08:30 开放', ring],
      },
      { at: '2026-11-23 07:00', wall: ['还没有开门 今天 08:30 开放', ring], not: [closed] },
      {
        at: '2026-11-23 08:30',
        wall: [
          '开放至 20:00',
          '示例·王建国 全科社工 1 号窗口 至 11:30',
          '示例·李雪梅 党群社工 2 号窗口 至 11:30',
          '示例·张志强 平安社工 3 号窗口 至 11:30',
          '示例·郑国平 居委会副主任 带班领导 至 17:00',
          '09:00 八段锦晨练',
        ],
        not: [closed, '还没有开门', '电话值守', '晨会'],
        kiosk: ['开放中，到 20:00', '现在在岗 王 示例·王建国 1 号窗口'],
      },
      {
        at: '2026-11-23 12:00',
        wall: ['午间至 20:00', '示例·刘洋 自治社工 1 号窗口 至 13:30'],
        not: ['示例·王建国', '2 号窗口', '八段锦'],
        kiosk: ['午间值守，到 20:00', '示例·刘洋 1 号窗口'],
      },
      { at: '2026-11-23 13:30', wall: ['开放至 20:00', at(1, '17:00'), at(2, '17:00'), at(3, '17:00')] },
      {
        at: '2026-11-23 17:00',
        wall: ['延时至 20:00', '示例·孙丽华 就业援助员 1 号窗口 至 20:00', '20:00 新邻居见面会'],
        not: ['2 号窗口', '带班领导'],
        kiosk: ['延时服务，到 20:00'],
      },
      {
        at: '2026-11-23 20:00',
        wall: [closed, '明天 08:30 开放', ring, standby, '进行中 新邻居见面会 至 21:00 · 党群活动室'],
        not: ['延时至', '号窗口'],
        kiosk: ['现在休息 明天 08:30 开放', ring],
      },
      { at: '2026-11-23 23:30', wall: [closed, '明天 08:30 开放', ring, standby], not: ['新邻居见面会'] },
      { at: '2026-11-24 00:00', wall: ['11月24日 星期二', closed, '今天 08:30 开放', standby] },
    ],
  },
  {
    what: 'a week with a public holiday and a make-up workday',
    begins: '2026-09-30 12:00',
    roster: { from: '2026-10-01', to: '2026-10-12' },
    steps: [
      {
        at: '2026-09-30 20:30',
        wall: [closed, '明天 08:30 开放', '10月1日 周四至10月6日 周二 08:30–11:30 国庆节假期'],
      },
      {
        at: '2026-10-01 09:00',
        wall: [
          '节日至 11:30 国庆节假期',
          at(1, '11:30'),
          '今天 10月1日 周四 08:30–11:30 国庆节假期',
          /1休 国庆 2休 .* 7休 廿七 8 廿八 9 廿九 10班/,
        ],
        not: [closed, '2 号窗口'],
        kiosk: ['节假日值班，到 11:30'],
      },
      {
        at: '2026-10-01 11:30',
        wall: [`${closed} 国庆节假期 明天 08:30 开放`, ring, standby],
        not: ['节日至', '号窗口'],
        kiosk: ['现在休息 明天 08:30 开放'],
      },
      { at: '2026-10-07 12:00', wall: [`${closed} 国庆节假期 明天 08:30 开放`, '10月10日 周六 08:30–20:00'] },
      // The 5th was a holiday: the first workday after it is the secretary's.
      {
        at: '2026-10-08 09:00',
        wall: ['开放至 20:00', at(3, '11:30'), '书记接待日 至 11:30 · 党群活动室 · 原定10月5日，遇休息日顺延'],
        not: ['国庆节假期'],
        kiosk: ['开放中，到 20:00'],
      },
      {
        at: '2026-10-10 09:00',
        wall: ['10月10日 星期六', '开放至 20:00 国庆节调休上班，按周五开放', at(1, '11:30'), at(3, '11:30')],
        not: ['周末至'],
        kiosk: ['开放中，到 20:00'],
      },
      { at: '2026-10-10 18:00', wall: ['延时至 20:00 国庆节调休上班，按周五开放', at(1, '20:00')] },
      { at: '2026-10-11 09:00', wall: ['10月11日 星期日', '周末至 11:30', at(1, '11:30')], not: ['调休', '2 号窗口'] },
      { at: '2026-10-11 12:00', wall: ['还没有开门 今天 13:30 开放', ring], kiosk: ['现在休息 今天 13:30 开放'] },
    ],
  },
  {
    what: 'a month whose 5th is a Sunday',
    begins: '2026-07-01 12:00',
    steps: [
      { at: '2026-07-04 21:00', wall: ['7月6日 周一 09:00 书记接待日'], not: ['7月5日 周日 09:00'] },
      { at: '2026-07-05 09:30', wall: ['周末至 11:30', '进行中 象棋友谊赛'], not: ['书记接待日'] },
      {
        at: '2026-07-06 09:30',
        wall: ['开放至 20:00', '进行中 书记接待日 至 11:30 · 党群活动室 · 原定7月5日，遇休息日顺延'],
      },
      { at: '2026-07-06 11:30', wall: ['午间至 20:00'], not: ['书记接待日'] },
      { at: '2026-07-31 21:00', wall: ['8月5日 周三 09:00 书记接待日'], tooFar: true },
      {
        at: '2026-08-05 09:00',
        wall: ['进行中 书记接待日 至 11:30 · 党群活动室'],
        not: ['顺延'],
        tooFar: true,
      },
    ],
  },
  {
    what: 'a month whose 5th is a Sunday of a holiday',
    begins: '2026-04-01 12:00',
    steps: [
      { at: '2026-04-04 20:00', wall: [`${closed} 清明节假期`, '5休 清明', '4月7日 周二 09:00 书记接待日'] },
      { at: '2026-04-06 09:30', wall: ['节日至 11:30 清明节假期'], not: ['进行中 书记接待日'] },
      { at: '2026-04-07 09:30', wall: ['进行中 书记接待日 至 11:30 · 党群活动室 · 原定4月5日，遇休息日顺延'] },
    ],
  },
  {
    what: 'the eve of the lunar new year',
    begins: '2026-02-12 10:00',
    roster: { from: '2026-02-13', to: '2026-02-26' },
    steps: [
      {
        at: '2026-02-13 18:00',
        wall: ['延时至 20:00', /14班 廿七 15休 廿八 16休 除夕 17休 春节 18休 初二 .* 23休 初七 24 初八/],
      },
      { at: '2026-02-14 10:00', wall: ['开放至 20:00 春节调休上班，按周五开放', at(3, '11:30')], not: ['周末至'] },
      {
        at: '2026-02-16 10:00',
        wall: ['2月16日 星期一', '节日至 11:30 春节假期', at(1, '11:30'), '16休 除夕'],
        not: [closed, '2 号窗口'],
        kiosk: ['节假日值班，到 11:30'],
      },
      {
        at: '2026-02-16 20:00',
        wall: [`${closed} 春节假期 明天 08:30 开放`, ring, standby],
        kiosk: ['现在休息 明天 08:30 开放', ring],
      },
      { at: '2026-02-17 00:00', wall: ['2月17日 星期二', `${closed} 春节假期 今天 08:30 开放`, standby, '17休 春节'] },
      { at: '2026-02-24 08:30', wall: ['开放至 20:00', at(3, '11:30')], not: ['春节假期'] },
    ],
  },
  {
    what: 'a year whose holidays nobody has published',
    begins: '2026-12-28 12:00',
    steps: [
      { at: '2026-12-31 20:30', wall: [closed, '2027年节假日安排尚未公布，以公告为准', '明天 08:30 开放'] },
      { at: '2027-01-01 07:00', wall: ['1月1日 星期五', '2027年节假日安排尚未公布，以公告为准'], not: ['假期'] },
    ],
  },
]

for (const { what, begins, roster, steps } of stories) {
  test(`${what}: what the wall says at each step`, async ({ browser }) => {
    const moved = await MovedHall.open(browser, begins, roster)
    try {
      for (const step of steps) {
        await test.step(step.at, async () => {
          await moved.move(step.at)
          await says(moved.wall, step.wall, step.not)
          await says(moved.kiosk, step.kiosk ?? [])
        })
      }
    } finally {
      await moved.close()
    }
  })

  test(`${what}: the wall alone says the same`, async ({ browser }) => {
    const moved = await MovedHall.open(browser, begins, roster)
    try {
      await moved.leave()
      for (const step of steps.filter(({ tooFar }) => !tooFar)) {
        await test.step(step.at, async () => {
          await moved.move(step.at)
          await says(moved.wall, [...step.wall, '已断开'], [...(step.not ?? []), '没有人等候', '等候人数'])
        })
      }
    } finally {
      await moved.close()
    }
  })
}

test('the last number: after closing, whoever holds one is still called; then the wall is at rest', async ({
  browser,
}) => {
  const moved = await MovedHall.open(browser, '2026-11-23 19:00')
  const { hall, wall, kiosk } = moved
  try {
    await moved.move('2026-11-23 19:59')
    await takeNumber(kiosk)
    // The letter stands apart from the figures.
    const label = (await numberOn(kiosk)).label.replace(/^./, '$& ')
    await kiosk.getByRole('button', { name: '完成' }).click()
    await says(wall, ['延时至 20:00', `接下来 ${label}`])

    await moved.move('2026-11-23 20:00')
    await says(wall, [closed, '明天 08:30 开放', '已停止取号，已取号的继续办理', `接下来 ${label}`], [ring])
    await says(kiosk, ['现在休息 明天 08:30 开放'])
    await moved.move('2026-11-23 20:04')
    const clerk = await hall.clerk('w1', 'chen')
    const { body } = await hall.next(clerk)
    await says(wall, [`请到窗口`, label, '已停止取号，已取号的继续办理'])
    const { version } = body.ticket
    expect((await hall.step(clerk, body.ticket.id, { step: 'finish', version })).status).toBe(200)
    await says(wall, [closed, '明天 08:30 开放', ring], [label, '已停止取号'])
  } finally {
    await moved.close()
  }
})

test('the secretary’s day is found at the kiosk on the Sunday on which it is not', async ({ browser }) => {
  const moved = await MovedHall.open(browser, '2026-07-05 09:30')
  try {
    const { kiosk } = moved
    await kiosk.getByRole('button', { name: '活动' }).click()
    await says(kiosk, ['今天 7月5日 星期日'], ['书记接待日'])
    await kiosk.getByRole('button', { name: /7月6日/ }).click()
    await kiosk.getByRole('button', { name: /书记接待日/ }).click()
    await says(kiosk, ['书记接待日', /7月6日 星期一.*09:00/, '党群活动室', '原定7月5日，遇休息日顺延'])
  } finally {
    await moved.close()
  }
})

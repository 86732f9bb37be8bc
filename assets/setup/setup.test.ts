// The files for Debian are what they should be: scripts parse, policies are JSON, units are sound, and the installation can be repeated.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const here = import.meta.dirname
const folder = mkdtempSync(join(tmpdir(), 'hall-setup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const URL = 'http://192.168.1.20:8080'
function install(into: string, ...args: string[]): string {
  return execFileSync('sh', [join(here, 'install.sh'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, DESTDIR: into },
  })
}
const read = (into: string, path: string) => readFileSync(join(into, path), 'utf8')

/** Every file below a folder, with what it holds and whether it can be run. */
function all(into: string): Record<string, string> {
  const names = readdirSync(into, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(into, name)).isFile(),
  )
  return Object.fromEntries(
    names.sort().map((name) => [name, `${(statSync(join(into, name)).mode & 0o777).toString(8)} ${read(into, name)}`]),
  )
}

describe('the installation', () => {
  it('puts a wall’s files in their places, and changes nothing the second time', () => {
    const into = mkdtempSync(join(folder, 'wall-'))
    expect(install(into, 'wall', URL, 'night')).toContain('wrote /etc/systemd/system/hall-screen.service')
    const first = all(into)
    expect(Object.keys(first)).toEqual([
      'etc/chromium/policies/managed/hall.json',
      'etc/hall/night.env',
      'etc/hall/screen.env',
      'etc/systemd/system/hall-guard.service',
      'etc/systemd/system/hall-night.service',
      'etc/systemd/system/hall-night.timer',
      'etc/systemd/system/hall-screen.service',
      'usr/local/lib/hall/guard',
      'usr/local/lib/hall/night',
      'usr/local/lib/hall/screen',
    ])
    expect(read(into, 'etc/hall/screen.env')).toMatch(
      /^HALL_URL=http:\/\/192\.168\.1\.20:8080\nHALL_PAGE=\/display\/$/m,
    )
    expect(install(into, 'wall', URL, 'night')).not.toContain('wrote')
    expect(all(into)).toEqual(first)
  })

  it('keeps what somebody wrote into the settings, and puts the address right', () => {
    const into = mkdtempSync(join(folder, 'hub-'))
    install(into, 'hub', URL)
    const file = join(into, 'etc/hall/hub.env')
    writeFileSync(file, `${readFileSync(file, 'utf8')}BACKUP_DIR=/media/stick\n`)
    install(into, 'hub', 'http://10.0.0.5:8080/')
    expect(readFileSync(file, 'utf8')).toMatch(/^PUBLIC_URL=http:\/\/10\.0\.0\.5:8080$/m)
    expect(readFileSync(file, 'utf8')).toMatch(/^BACKUP_DIR=\/media\/stick$/m)
  })

  it('lets the night begin when the settings say so', () => {
    const into = mkdtempSync(join(folder, 'night-'))
    install(into, 'wall', URL, 'night')
    expect(read(into, 'etc/systemd/system/hall-night.timer')).toContain('OnCalendar=*-*-* 22:30:00\n')
    const file = join(into, 'etc/hall/night.env')
    writeFileSync(file, readFileSync(file, 'utf8').replace('EVENING=22:30', 'EVENING=21:15'))
    install(into, 'wall', URL, 'night')
    expect(read(into, 'etc/systemd/system/hall-night.timer')).toContain('OnCalendar=*-*-* 21:15:00\n')
    expect(read(into, 'etc/hall/night.env')).toContain('EVENING=21:15\n')
  })

  it('says what it would do, and does nothing', () => {
    const into = mkdtempSync(join(folder, 'dry-'))
    const said = install(into, '--dry-run', 'kiosk', URL)
    expect(said).toContain('would write: /etc/chromium/policies/managed/hall.json')
    expect(said).toContain('would run: systemctl enable hall-screen.service hall-guard.service')
    expect(readdirSync(into)).toEqual([])
  })

  it('refuses what is not a device or not an address', () => {
    const into = mkdtempSync(join(folder, 'bad-'))
    expect(() => install(into, 'fridge', URL)).toThrow()
    for (const bad of ['192.168.1.20', 'http://', 'http://a|e', 'http://a b', "http://a'; true"])
      expect(() => install(into, 'wall', bad)).toThrow()
    expect(readdirSync(into)).toEqual([])
  })
})

describe('the policies', () => {
  const into = mkdtempSync(join(folder, 'policies-'))
  install(into, 'kiosk', URL)
  const policies = JSON.parse(read(into, 'etc/chromium/policies/managed/hall.json')) as Record<string, unknown>

  it('open the hub and nothing else, and let it speak and keep its files', () => {
    expect(policies.URLBlocklist).toEqual(['*'])
    for (const name of ['URLAllowlist', 'AutoplayAllowlist', 'OverrideSecurityRestrictionsOnInsecureOrigin'])
      expect(policies[name]).toEqual([URL])
    expect(JSON.stringify(policies)).not.toContain('hub.invalid')
  })
})

describe('the screen', () => {
  /** What the script runs, with programs that only tell. `old`: a cage that turns the picture itself. */
  function run(turn: string, old: boolean): string[] {
    const into = mkdtempSync(join(folder, 'screen-'))
    const tool = (name: string, body: string) =>
      writeFileSync(join(into, name), `#!/bin/sh\n${body}\n`, { mode: 0o755 })
    tool('chromium', `echo "chromium $*"`)
    tool('wlr-randr', `[ $# = 0 ] && printf 'DP-1 "A screen"\\n  Enabled: yes\\n' || echo "wlr-randr $*"`)
    tool(
      'cage',
      `[ "$1" = -h ] && { echo "${old ? '-r Rotate the output' : '-d No decorations'}"; exit; }
       echo "cage $1"; shift 2; exec "$@"`,
    )
    const env = {
      PATH: `${into}:${process.env.PATH}`,
      HALL_URL: URL,
      HALL_PAGE: '/display/',
      HALL_PROFILE: into,
      HALL_TURN: turn,
    }
    return execFileSync('sh', [join(here, 'screen/screen')], { encoding: 'utf8', env })
      .trim()
      .split('\n')
  }

  it('runs one browser on the whole glass', () => {
    const [cage, chromium, ...more] = run('0', false)
    expect(cage).toBe('cage -d')
    expect(chromium).toMatch(/^chromium --kiosk .* http:\/\/192\.168\.1\.20:8080\/display\/$/)
    expect(more).toEqual([])
  })

  it('stands upright where the settings say so, with an older cage and a newer one', () => {
    expect(run('270', true)[0]).toBe('cage -drrr')
    const [cage, turned, chromium] = run('90', false)
    expect([cage, turned]).toEqual(['cage -d', 'wlr-randr --output DP-1 --transform 90'])
    expect(chromium).toContain('chromium --kiosk')
  })

  it('is watched by a unit of its own, which may restart it', () => {
    const unit = readFileSync(join(here, 'screen/hall-screen.service'), 'utf8')
    // In a session of PAM nothing that a child says reaches the unit: a watchdog there would bark for ever.
    expect(unit).toContain('PAMName=')
    expect(unit).not.toContain('WatchdogSec=')
    expect(readFileSync(join(here, 'screen/guard'), 'utf8')).toContain('systemctl try-restart hall-screen.service')
  })
})

describe('the guard', { timeout: 60_000 }, () => {
  /** Looks every 15 seconds at these titles; null: none. Returns the seconds at which it asked for a new start. `jump`: the clock is put right. */
  function watch(titles: readonly (string | null)[], jump: { at: number; by: number } = { at: 0, by: 0 }): number[] {
    const into = mkdtempSync(join(folder, 'guard-'))
    const tool = (name: string, body: string) =>
      writeFileSync(join(into, name), `#!/bin/sh\nn=$(cat ${into}/n)\n${body}\n`, { mode: 0o755 })
    writeFileSync(join(into, 'n'), '0')
    const pages = titles.map((title) => JSON.stringify([{ title: title ?? 'Not found', type: 'page' }], null, 2))
    for (const [index, page] of pages.entries()) writeFileSync(join(into, `page-${index + 1}`), `${page}\n`)
    tool('sleep', `echo $((n + 1)) > ${into}/n; [ "$n" -lt ${titles.length} ]`)
    tool('date', `echo $((n * 15 + (n >= ${jump.at || 1e6} ? ${jump.by} : 0)))`)
    tool('curl', `cat ${into}/page-$n`)
    tool('systemctl', `echo "$((n * 15)) $*"`)
    const { stdout } = spawnSync('sh', [join(here, 'screen/guard')], {
      encoding: 'utf8',
      env: { PATH: `${into}:${process.env.PATH}` },
    })
    const lines = stdout.trim().split('\n').filter(Boolean)
    for (const line of lines) expect(line).toMatch(/^\d+ try-restart hall-screen\.service$/)
    return lines.map((line) => Number.parseInt(line))
  }
  const minutes = (count: number) =>
    Array.from({ length: count * 4 }, (_, look) => `大屏 · 08:${String(Math.floor(look / 4)).padStart(2, '0')}`)
  const still = (looks: number, title: string | null = '大屏 · 08:09') => Array<typeof title>(looks).fill(title)

  it('leaves a page alone that goes on', () => expect(watch(minutes(12))).toEqual([]))
  it('starts anew what stands still for four minutes, and gives it as long to come up', () => {
    expect(watch([...minutes(2), ...still(60)])).toEqual([375, 615, 855])
  })
  it('starts anew where there is no hall’s page at all', () => expect(watch(still(20, null))).toEqual([240]))
  it('takes a clock that is put right for no proof', () => {
    expect(watch(minutes(12), { at: 20, by: 5000 })).toEqual([])
    expect(watch(still(12), { at: 6, by: 5000 })).toEqual([])
    expect(watch(still(12), { at: 6, by: -5000 })).toEqual([])
  })
})

const scripts = ['install.sh', 'hub/backup', 'screen/screen', 'screen/guard', 'screen/night']
it.each(scripts)('%s is sound shell', (script) => {
  expect(spawnSync('sh', ['-n', join(here, script)], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' })
  expect(statSync(join(here, script)).mode & 0o111).not.toBe(0)
})

const verify = '/usr/bin/systemd-analyze'
describe.skipIf(!existsSync(verify))('the units', () => {
  it.each([
    'hub/hall.service',
    'hub/hall-backup.service',
    'hub/hall-backup.timer',
    'screen/hall-screen.service',
    'screen/hall-guard.service',
    'screen/hall-night.service',
    'screen/hall-night.timer',
  ])('%s is understood by systemd', (unit) => {
    const { stderr } = spawnSync(verify, ['verify', '--man=no', '--recursive-errors=no', join(here, unit)], {
      encoding: 'utf8',
    })
    const own = stderr.split('\n').filter((line) => line.includes(unit.split('/')[1]!))
    // What a unit starts is there only where it was installed.
    expect(own.filter((line) => !/is not executable|No such file|not found/.test(line))).toEqual([])
  })
})

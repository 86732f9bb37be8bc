// A kiosk's keyboard over a subdistrict's people and matters: the real screen, and a hand that measures each stroke until it is painted.
import '#assets/styles/base.css'
import { mount } from 'svelte'
import type { PeopleView } from '#contract/views.ts'
import Stage from './Stage.svelte'

declare global {
  interface Window {
    /** Milliseconds from each stroke to its painted list. */
    typeWords(words: string[]): Promise<number[]>
  }
}

const painted = () =>
  new Promise<void>((done) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => done()
      port2.postMessage(null)
    }),
  )

const keyOf = (text: string) => [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === text)

async function stroke(button: HTMLElement | undefined): Promise<number> {
  if (!button) throw new Error('There is no such key.')
  const began = performance.now()
  button.click()
  await painted()
  return performance.now() - began
}

window.typeWords = async (words) => {
  const took: number[] = []
  for (const word of words) {
    for (const letter of word) took.push(await stroke(keyOf(letter.toUpperCase())))
    if (!document.querySelector('[data-found]')) throw new Error(`Nothing was found for ${word}.`)
    const offered = document.querySelector<HTMLElement>('.offered button')
    if (offered) took.push(await stroke(offered))
    await stroke(keyOf('清空'))
  }
  return took
}

const view = (await (await fetch('/view.json')).json()) as PeopleView
mount(Stage, { target: document.querySelector('#app')!, props: { view } })

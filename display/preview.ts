// The page in the desk's frame: no hub, no voice, nothing that lasts.
import { mount } from 'svelte'
import Preview from './Preview.svelte'

export function preview(target: Element) {
  // A picture: the title of its frame says of what.
  target.setAttribute('aria-hidden', 'true')
  return mount(Preview, { target })
}

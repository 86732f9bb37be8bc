// The page in the desk's frame: no hub, no voice, nothing that lasts.
import { mount } from 'svelte'
import Preview from './Preview.svelte'

export const preview = (target: Element) => mount(Preview, { target })

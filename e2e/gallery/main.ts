// The gallery: /gallery/ lists every state in frames; /gallery/?state=kiosk/home&lang=en is that one screen alone. A state stands as a whole
// from its first picture: what screens load later is loaded before.
import '#assets/styles/base.css'
import { mount } from 'svelte'
import { everything } from '../../display/later.ts'
import { later } from '../../kiosk/later.ts'
import Gallery from './Gallery.svelte'

await Promise.all([...everything, ...Object.values(later)].map((load) => load()))
mount(Gallery, { target: document.querySelector('#app')! })

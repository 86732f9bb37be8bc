// The gallery: /gallery/ lists every state in frames; /gallery/?state=kiosk/home&lang=en is that one screen alone.
import '#assets/styles/base.css'
import { mount } from 'svelte'
import Gallery from './Gallery.svelte'

mount(Gallery, { target: document.querySelector('#app')! })
